import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { seePhone as contract } from '../../../shared/requests/contract';
import { refusal } from '../../../shared/requests/lifecycle';
import { LOOK_AGAIN_MINUTES } from '../../../shared/requests/looks';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import { nameOnRoll, phoneOf } from '../../identity/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { happen } from '../lifecycle/happen';
import { lockMatter, type Matter } from '../lifecycle/matter';
import { selectContact } from '../queries/contacts';
import type { RequestRow } from '../queries/requests';

/**
 * The resident's phone, for a call of the station's. Who may is the row `phone_seen` of the table, and nothing else: a deputy and a department
 * never do. It stands in the history and the audit log with the reason, without the number, and the resident is told.
 */
export async function seePhone(
  call: Call<Person>,
  { id, reason, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { personId } = caller;
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id);
    const place = placeOf(call, matter, directory);
    const by = await nameOnRoll(tx, jurisdiction, personId, place.stationId);
    if (!hasJustLooked(matter, call)) {
      const who = [place.name, by].filter(Boolean).join(' ');
      await happen(tx, call, matter, 'phone_seen', { words, who, detail: { reason, by, place: place.name } });
      const seen = {
        action: 'phone_seen',
        objectKind: 'request',
        objectId: id,
        reason: words,
        detail: { kind: reason },
      } as const;
      await audit(tx, { jurisdiction, personId, ...seen, now });
    }
    const phone = await phoneOfMatter(tx, call, matter.request);
    ensure(phone, 'no_phone');
    return { phone };
  });
}

/** What they verified; until somebody confirmed, what was written down for them. */
async function phoneOfMatter(tx: Tx, call: Call, { id, resident_id }: RequestRow): Promise<string | null> {
  if (resident_id !== null) return phoneOf(tx, call, resident_id);
  const { jurisdiction, services } = call;
  const cipher = await selectContact(tx, jurisdiction, id);
  return cipher && services.phones.decrypt(cipher, { jurisdiction, personId: id });
}

/** For which station they look, or for the office. */
function placeOf({ caller }: Call<Person>, { request }: Matter, directory: CountyDirectory) {
  const { station_id: stationId } = request;
  const ofStation = stationId !== null && caller.stationIds.includes(stationId);
  return ofStation
    ? { stationId, name: directory.stationName(stationId) ?? '联络站' }
    : { stationId: null, name: '人大办公室' };
}

/** They are still who may: a look that was written down lets nobody in who lost the role. */
function hasJustLooked({ past, facts, sides }: Matter, { caller, now }: Call<Person>): boolean {
  const since = now.getTime() - LOOK_AGAIN_MINUTES * 60_000;
  const last = past.find(({ kind, person_id }) => kind === 'phone_seen' && person_id === caller.personId);
  return refusal('phone_seen', facts, sides) === null && last !== undefined && last.at.getTime() > since;
}
