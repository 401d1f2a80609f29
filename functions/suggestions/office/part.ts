import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { part as contract } from '../../../shared/suggestions/contract';
import type { Call, Person } from '../../platform/call';
import { act } from '../act';
import { alone } from '../together';

/** By itself again; where a department has it with the others, the office assigns it anew, and its own months go on. */
export function part(call: Call<Person>, seen: Input<typeof contract>): Promise<Reply<typeof contract>> {
  return act(call, seen, 'parted', (_, { suggestion }) => ({ set: alone(suggestion) }));
}
