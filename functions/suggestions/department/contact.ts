import { dayOf, isRealDay } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { contact as contract } from '../../../shared/suggestions/contract';
import type { Call, Person } from '../../platform/call';
import { act } from '../act';

export function contact(
  call: Call<Person>,
  { id, on, way, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return act(call, { id }, 'contacted', (_, { suggestion: { first_assigned_on: since } }) => {
    ensure(since !== null && isRealDay(on) && on >= since && on <= dayOf(call.now), 'contact_day_bad');
    return { words, detail: { on, way } };
  });
}
