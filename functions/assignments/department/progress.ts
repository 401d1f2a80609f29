import type { progress as contract } from '../../../shared/assignments/contract';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { act } from './act';

/** Who says how far it is has taken it. */
export function progress(
  call: Call<Person>,
  { words, pictures, ...seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return act(call, seen, 'progressed', { words, pictures });
}
