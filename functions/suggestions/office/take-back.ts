import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { takeBack as contract } from '../../../shared/suggestions/contract';
import type { Call, Person } from '../../platform/call';
import { act } from '../act';

export function takeBack(
  call: Call<Person>,
  { reason, ...seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return act(call, seen, 'taken_back', { words: reason, set: { department_id: null } });
}
