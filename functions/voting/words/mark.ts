import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { mark as contract } from '../../../shared/voting/contract';
import type { Call, Person } from '../../platform/call';
import { happen } from './happen';

export async function mark(
  call: Call<Person>,
  { spans, ...which }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return happen(call, which, 'marked', { spans });
}
