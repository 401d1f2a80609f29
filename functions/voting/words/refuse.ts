import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { refuse as contract } from '../../../shared/voting/contract';
import type { Call, Person } from '../../platform/call';
import { happen } from './happen';

export async function refuse(
  call: Call<Person>,
  { reason, ...which }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return happen(call, which, 'refused', { reason });
}
