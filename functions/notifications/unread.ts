import type { Reply } from '../../shared/kernel/procedure';
import type { unread as contract } from '../../shared/notifications/contract';
import type { Call, Person } from '../platform/call';
import { countUnread } from './queries';

export async function unread(call: Call<Person>): Promise<Reply<typeof contract>> {
  return { count: await call.read((tx) => countUnread(tx, call.jurisdiction, call.caller.personId)) };
}
