import type { Input, Reply } from '../../shared/kernel/procedure';
import type { markRead as contract } from '../../shared/notifications/contract';
import type { Call, Person } from '../platform/call';
import { countUnread, updateRead } from './queries';

/** Marks what the person has on the screen as read; what came meanwhile stays unread. */
export async function markRead(
  call: Call<Person>,
  { through }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now } = call;
  const { personId } = call.caller;
  return call.write(async (tx) => {
    await updateRead(tx, { jurisdiction, personId, through, now });
    return { count: await countUnread(tx, jurisdiction, personId) };
  });
}
