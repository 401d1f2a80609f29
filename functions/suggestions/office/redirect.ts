import { dayOf } from '../../../shared/kernel/days';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { redirect as contract } from '../../../shared/suggestions/contract';
import type { Call, Person } from '../../platform/call';
import { act } from '../act';

export function redirect(
  call: Call<Person>,
  { to, reason, ...seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const set = { redirected_to: to, closed_on: dayOf(call.now) };
  return act(call, seen, 'redirected', { words: reason, detail: { to }, set });
}
