import type { Names } from '../directory/public';
import { clerksOfStation, personOfDeputy, rolesOfPerson } from '../identity/public';
import { type News, notify } from '../notifications/public';
import type { Tx } from '../platform/database';
import { isEntrant } from './access';
import type { RequestRow } from './queries';

/**
 * Tells whoever reads the deputy's inbox, in the app alone: on the telephone a deputy hears once a day (`digest.ts`).
 * Nobody, while no one has signed in for the deputy: the inbox is there when they do. Nobody either when the term is over.
 */
export async function tellDeputy(
  tx: Tx,
  names: Names,
  deputyId: string | null,
  news: Omit<News, 'personId'>,
): Promise<void> {
  if (deputyId !== null && names.hasEnded(deputyId)) return;
  const personId = deputyId && (await personOfDeputy(tx, news.jurisdiction, deputyId));
  if (personId) await notify(tx, { ...news, personId, quiet: true });
}

type Whose = Pick<RequestRow, 'resident_id' | 'entered_by' | 'village' | 'station_id'>;

/** Tells the resident; while they have no account, who entered it for them and sees them next, or the station, which speaks then. */
export async function tellResident(tx: Tx, request: Whose, news: Omit<News, 'personId'>): Promise<void> {
  const personId = request.resident_id ?? (await entrantOf(tx, news.jurisdiction, request));
  const all = personId ? [personId] : await clerksOfStation(tx, news.jurisdiction, request.station_id);
  for (const one of all) await notify(tx, { ...news, personId: one });
}

/** Who entered it, while they hold the role they did it by. */
export async function entrantOf(tx: Tx, jurisdiction: string, request: Whose): Promise<string | null> {
  const { entered_by: personId } = request;
  if (personId === null) return null;
  const roles = await rolesOfPerson(tx, jurisdiction, personId);
  const holder = {
    personId,
    villages: roles.flatMap(({ role, village }) => (role === 'supervisor' && village ? [village] : [])),
    stationIds: roles.flatMap(({ role, station_id }) => (role === 'clerk' && station_id ? [station_id] : [])),
    admin: roles.some(({ role }) => role === 'admin'),
  };
  return isEntrant(request, holder) ? personId : null;
}
