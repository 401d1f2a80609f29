import type { accept as contract } from '../../../shared/assignments/contract';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { act } from './act';

/** Said again by somebody else of the department, it is refused with what is so now. */
export function accept(call: Call<Person>, seen: Input<typeof contract>): Promise<Reply<typeof contract>> {
  return act(call, seen, 'accepted');
}
