import { OFFER } from '../../../shared/requests/messages';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import { PHONE_VERIFIED, phoneHashesOf } from '../../identity/public';
import { notifyOnceADay } from '../../notifications/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { drainTopic } from '../../platform/schedules';
import { KINDS } from '../notifications';
import { deleteOldContacts, type OfferedRow, selectOffered } from '../queries/contacts';

type Payload = { personId: string };

/** A number nobody uses any more goes to somebody else after three months (号码回收); what is older is offered to nobody, and erased. */
const CONTACT_DAYS = 90;

function oldest(now: Date): Date {
  return new Date(now.getTime() - CONTACT_DAYS * 86_400_000);
}

/** Tells whoever has just verified a phone that something was entered for it. It is theirs when they say so (`confirm-contact.ts`). */
export async function offerContacts(call: Call<null>): Promise<void> {
  const directory = await countyDirectoryOf(call);
  await drainTopic<Payload>(call, PHONE_VERIFIED, ({ personId }) =>
    call.write(async (tx) => {
      for (const request of await offeredTo(tx, call, personId))
        await tellOffered(tx, call, directory, personId, request);
    }),
  );
}

/** What a person is asked about: entered for one of their phones not long ago, nobody's yet, and nothing they said is not theirs. */
export async function offeredTo(tx: Tx, call: Call, personId: string, id?: string): Promise<OfferedRow[]> {
  const hashes = await phoneHashesOf(tx, call, personId);
  return selectOffered(tx, call.jurisdiction, { personId, hashes, since: oldest(call.now), id });
}

/** Village and day alone: the number may be a wrong one. */
export async function tellOffered(
  tx: Tx,
  { jurisdiction, now }: Call,
  directory: CountyDirectory,
  personId: string,
  { id, village, submitted_on }: OfferedRow,
): Promise<void> {
  await notifyOnceADay(tx, {
    jurisdiction,
    personId,
    kind: KINDS.request_offered,
    subject: { context: 'requests', id },
    title: OFFER.title,
    body: OFFER.body({ villageName: directory.villageName(village), enteredOn: submitted_on }),
    now,
  });
}

/** A number that was confirmed, or is offered to nobody any more, is kept for nothing. */
export async function eraseContacts(call: Call<null>): Promise<void> {
  await call.write((tx) => deleteOldContacts(tx, call.jurisdiction, oldest(call.now)));
}
