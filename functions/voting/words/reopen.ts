import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { reopen as contract } from '../../../shared/voting/contract';
import type { Call, Person } from '../../platform/call';
import { happen } from './happen';

export async function reopen(call: Call<Person>, which: Input<typeof contract>): Promise<Reply<typeof contract>> {
  return happen(call, which, 'reopened');
}
