import { type Names, namesOf } from '../directory/public';
import { PHONE_VERIFIED, personOfDeputy, phoneHashesOf } from '../identity/public';
import { notify } from '../notifications/public';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { drainTopic } from '../platform/schedules';
import { giveUp, giveUpOwn } from './give-up-own';
import { claimByContact } from './queries-desk';
import { record } from './record';
import { entrantOf } from './tell';

type Payload = { personId: string };

/** A number nobody uses any more goes to somebody else after three months (号码回收); what is older stays with the station. */
const CLAIM_DAYS = 90;

/**
 * What a supervisor or clerk entered for this phone appears under "mine" once the phone was verified; who entered it is told. Then what
 * somebody has as their own deputy goes on to others.
 */
export async function claim(call: Call<null>): Promise<void> {
  await drainTopic<Payload>(call, PHONE_VERIFIED, (payload) => claimFor(call, payload));
  await giveUpOwn(call);
}

async function claimFor(call: Call<null>, { personId }: Payload): Promise<void> {
  const names = await namesOf(call);
  await call.write((tx) => claimAll(tx, call, names, personId));
}

/** Whose contact is one of the person's phones becomes theirs. */
export async function claimAll(tx: Tx, call: Call<null>, names: Names, personId: string): Promise<void> {
  const { jurisdiction, now } = call;
  const hashes = await phoneHashesOf(tx, call, personId);
  const since = new Date(now.getTime() - CLAIM_DAYS * 86_400_000);
  for (const request of await claimByContact(tx, jurisdiction, { personId, hashes, since })) {
    await record(tx, call, request, { kind: 'claimed' });
    const deputy = request.deputy_id && (await personOfDeputy(tx, jurisdiction, request.deputy_id));
    if (deputy === personId) await giveUp(tx, call, names, { id: request.id, personId });
    const news = { jurisdiction, kind: 'request_claimed' as const, requestId: request.id, title: request.title, now };
    await notify(tx, { ...news, personId, body: '别人替您登记的，现在在您这里了' });
    const entrant = await entrantOf(tx, jurisdiction, request);
    if (entrant !== null && entrant !== personId)
      await notify(tx, { ...news, personId: entrant, body: '本人用微信确认了，以后由本人来说' });
  }
}
