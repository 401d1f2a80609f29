import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { sendToOffice as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import { writeAndMove } from '../../pictures/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { lockMatter } from '../lifecycle/matter';
import { setAside } from '../lifecycle/set-aside';

/** Somebody at the station thinks that it may be a report of wrongdoing: from now on the office alone reads it. */
export async function sendToOffice(
  call: Call<Person>,
  { id, words, seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const directory = await countyDirectoryOf(call);
  return writeAndMove(call, async (tx) => {
    const matter = await lockMatter(tx, call, directory, id, { event: seen, on: 'holder' });
    const { state } = await setAside(tx, call, directory, matter, words);
    const entry = { personId: caller.personId, objectKind: 'request', objectId: id, reason: words };
    await audit(tx, { jurisdiction, action: 'request_sent_to_office', ...entry, now });
    return { state };
  });
}
