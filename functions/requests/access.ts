import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Viewer } from '../../shared/requests/contract';
import type { Names } from '../directory/public';
import type { Call, Person } from '../platform/call';
import type { RequestRow } from './queries';

/**
 * As whom a person sees a request, nearest to the matter first: whose it is, its deputy, who entered it, the station, another deputy
 * of the village. For anybody else there is no such request, so that nobody learns that an id exists.
 * @throws ProblemError `not_found`
 */
export function viewersOf(request: RequestRow | undefined, { caller, now }: Call<Person>, names: Names): Viewer[] {
  ensure(request, 'not_found');
  const today = dayOf(now);
  // Nobody is both sides: whose matter it is does not decide on it as the station, nor take it as a deputy.
  if (request.resident_id === caller.personId) return ['resident'];
  const viewers: Viewer[] = [];
  if (caller.deputyId !== null && request.deputy_id === caller.deputyId) viewers.push('deputy');
  if (isEntrant(request, caller)) viewers.push('entrant');
  if (caller.admin || (request.station_id !== null && caller.stationIds.includes(request.station_id)))
    viewers.push('station');
  if (viewers.length === 0 && isOfGroup(request, caller, names, today)) viewers.push('colleague');
  ensure(viewers.length, 'not_found');
  return viewers;
}

/** A serving deputy of the request's village sees what nobody has yet, and what a colleague who is away or has ended can't answer. */
function isOfGroup(request: RequestRow, { deputyId }: Person, names: Names, today: string): boolean {
  if (deputyId === null || request.state !== 'with_deputy') return false;
  if (!names.villagesOfDeputy(deputyId, today).includes(request.village)) return false;
  return request.deputy_id === null || needsCover(request.deputy_id, names, today);
}

/** The deputy can't answer today: away, or the term has ended. */
export function needsCover(deputyId: string, names: Names, today: string): boolean {
  return names.awayUntil(deputyId, today) !== null || !names.isServing(deputyId);
}

/** The name as the resident chose to show it. */
export function nameFor(viewer: Viewer, request: Pick<RequestRow, 'name' | 'name_for'>): string | null {
  if (viewer === 'deputy') return request.name_for === 'deputy' ? request.name : null;
  return viewer === 'colleague' ? null : request.name;
}

/** Who entered it, as long as they are the village's supervisor or of its station: what they may do ends with the role. */
function isEntrant({ entered_by, village, station_id }: RequestRow, caller: Person): boolean {
  if (entered_by !== caller.personId) return false;
  return caller.admin || caller.villages.includes(village) || caller.stationIds.includes(station_id ?? '');
}

/** True for whoever speaks for the resident: themselves, or who entered it as long as they have not signed in. */
export function speaksFor(request: RequestRow, caller: Person): boolean {
  return request.resident_id === null ? isEntrant(request, caller) : request.resident_id === caller.personId;
}

/** True when the person is on the resident's side: nobody may be both sides, the resident's word must be another's. */
export function isOwnMatter(
  { resident_id, entered_by }: Pick<RequestRow, 'resident_id' | 'entered_by'>,
  personId: string,
): boolean {
  return (resident_id ?? entered_by) === personId;
}

/** The villages a deputy was directly elected in, and the other deputies of these who can't answer today. */
export function groupOf(deputyId: string, names: Names, today: string): { villages: string[]; covered: string[] } {
  const villages = names.villagesOfDeputy(deputyId, today);
  const covered = names.awayDeputies(today).filter((id) => id !== deputyId);
  return { villages, covered };
}

/** What a clerk looks after: their stations, or with null the whole county. Null for anybody else. */
export function deskOf({ admin, stationIds }: Person): { stations: readonly string[] | null } | null {
  if (admin) return { stations: null };
  return stationIds.length ? { stations: stationIds } : null;
}
