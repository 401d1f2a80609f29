import type { confirmSetting as contract } from '../../../shared/directory/contract/office';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { decide } from './change';

/** Another one of the office agrees: it is in force. */
export function confirmSetting(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  return decide(call, { id, event: 'confirmed' });
}
