import { dayOf } from '../../../shared/kernel/days';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { withdraw as contract } from '../../../shared/suggestions/contract';
import type { Call, Person } from '../../platform/call';
import { act } from '../act';

export function withdraw(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  return act(call, { id }, 'withdrawn', { set: { closed_on: dayOf(call.now) } });
}
