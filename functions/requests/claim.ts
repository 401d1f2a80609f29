import { type Names, namesOf } from '../directory/public';
import { PHONE_VERIFIED, personOfDeputy, phoneHashesOf } from '../identity/public';
import { notify } from '../notifications/public';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { drainTopic } from '../platform/schedules';
import { give } from './give';
import { lockRequest } from './queries';
import { claimByContact } from './queries-desk';
import { record } from './record';

type Payload = { personId: string };

/** What a supervisor or clerk entered for this phone appears under "mine" once the phone was verified; who entered it is told. */
export async function claim(call: Call<null>): Promise<void> {
  await drainTopic<Payload>(call, PHONE_VERIFIED, (payload) => claimFor(call, payload));
}

async function claimFor(call: Call<null>, { personId }: Payload): Promise<void> {
  const { jurisdiction, now } = call;
  const names = await namesOf(call);
  await call.write(async (tx) => {
    const hashes = await phoneHashesOf(tx, call, personId);
    const claimed = await claimByContact(tx, jurisdiction, personId, hashes);
    for (const request of claimed) {
      await record(tx, call, request, { kind: 'claimed' });
      await giveUpOwn(tx, call, names, request.id, personId);
      const news = { jurisdiction, kind: 'request_claimed' as const, requestId: request.id, title: request.title, now };
      await notify(tx, { ...news, personId, body: '别人替您登记的，现在在您这里了' });
      if (request.entered_by)
        await notify(tx, { ...news, personId: request.entered_by, body: '本人用微信确认了，以后由本人来说' });
    }
  });
}

/** Whose it turns out to be may be its deputy: then any other of the village's answers it, because nobody is both sides. */
async function giveUpOwn(tx: Tx, call: Call<null>, names: Names, id: string, personId: string): Promise<void> {
  const request = await lockRequest(tx, call.jurisdiction, id);
  if (!request?.deputy_id || (request.state !== 'with_deputy' && request.state !== 'asked')) return;
  if ((await personOfDeputy(tx, call.jurisdiction, request.deputy_id)) !== personId) return;
  await give(tx, call, names, { request, kind: 'reassigned', to: null, words: '这是代表自己的事，请别的代表来回。' });
}
