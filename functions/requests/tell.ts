import type { Names } from '../directory/public';
import { clerksOfStation, personOfDeputy, rolesOfPerson } from '../identity/public';
import { type News, notify, retitle } from '../notifications/public';
import type { Tx } from '../platform/database';
import { isEntrant } from './access';
import { type RequestRow, selectEvents } from './queries';

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

/** What deputies were told of a request keeps its place in their list, and no longer says what it was about. */
export async function hideFromDeputies(
  tx: Tx,
  jurisdiction: string,
  { id, deputy_id }: RequestRow,
  title: string,
): Promise<void> {
  const events = await selectEvents(tx, jurisdiction, id);
  const had = events.flatMap((event) => [event.deputy_id, (event.detail as { from?: string | null }).from ?? null]);
  const personIds: string[] = [];
  for (const deputyId of new Set([deputy_id, ...had])) {
    const personId = deputyId && (await personOfDeputy(tx, jurisdiction, deputyId));
    if (personId) personIds.push(personId);
  }
  await retitle(tx, { jurisdiction, personIds, requestId: id, title });
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
