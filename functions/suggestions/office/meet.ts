import { dayOf, isRealDay } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { meet as contract } from '../../../shared/suggestions/contract';
import type { Call, Person } from '../../platform/call';
import { act } from '../act';

export function meet(
  call: Call<Person>,
  { on, words, ...seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const today = dayOf(call.now);
  ensure(on <= today && isRealDay(on), 'meeting_day_bad');
  return act(call, seen, 'met', { words, detail: { on }, set: { outcome: 'met', closed_on: today } });
}
