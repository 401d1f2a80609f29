import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { refuseExtension as contract } from '../../../shared/suggestions/contract';
import type { Call, Person } from '../../platform/call';
import { act } from '../act';

export function refuseExtension(
  call: Call<Person>,
  { reason, ...seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return act(call, seen, 'extension_refused', { words: reason });
}
