import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import { PHONE_VERIFIED, personOfDeputy, phoneHashesOf } from '../../identity/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { drainTopic } from '../../platform/schedules';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';
import { recuse, recuseAll } from '../lifecycle/recuse';
import { selectByContact } from '../queries/requests';

type Payload = { personId: string };

/** A number nobody uses any more goes to somebody else after three months (号码回收); what is older stays with the station. */
const CONTACT_DAYS = 90;

/**
 * What a supervisor or clerk entered for this phone appears under "mine" once the phone was verified; who entered it is told. Then what
 * somebody has as their own deputy goes on to others.
 */
export async function linkContacts(call: Call<null>): Promise<void> {
  const directory = await countyDirectoryOf(call);
  await drainTopic<Payload>(call, PHONE_VERIFIED, ({ personId }) =>
    call.write((tx) => linkContact(tx, call, directory, personId)),
  );
  await recuseAll(call);
}

/** Whose contact is one of the person's phones becomes theirs. */
export async function linkContact(
  tx: Tx,
  call: Call<null>,
  directory: CountyDirectory,
  personId: string,
): Promise<void> {
  const { jurisdiction, now } = call;
  const hashes = await phoneHashesOf(tx, call, personId);
  const since = new Date(now.getTime() - CONTACT_DAYS * 86_400_000);
  for (const id of await selectByContact(tx, jurisdiction, { hashes, since })) {
    const matter = await lockMatter(tx, call, directory, id);
    if (matter.request.resident_id !== null) continue;
    const { deputy_id } = await happen(tx, call, matter, 'contact_linked', { set: { resident_id: personId } });
    const deputy = deputy_id && (await personOfDeputy(tx, jurisdiction, deputy_id));
    if (deputy === personId) await recuse(tx, call, directory, { id, personId });
  }
}
