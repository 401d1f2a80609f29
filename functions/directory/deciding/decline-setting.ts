import type { declineSetting as contract } from '../../../shared/directory/contract/office';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { decide } from './change';

/** Another one of the office does not agree; it stays as it is. */
export function declineSetting(
  call: Call<Person>,
  { id, reason }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return decide(call, { id, event: 'declined', reason });
}
