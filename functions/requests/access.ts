import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Viewer } from '../../shared/requests/contract';
import type { Names } from '../directory/public';
import type { Call, Person } from '../platform/call';
import type { Holder, RequestRow } from './queries';

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
  // What was withdrawn before a deputy looked is not theirs to read.
  const serves = caller.deputyId !== null && !names.hasEnded(caller.deputyId);
  if (isDeputyOf(request, caller) && serves && request.outcome !== 'withdrawn') viewers.push('deputy');
  const isStation = isStationOf(request, caller);
  if (request.entered_by === caller.personId && isEntrant(request, caller)) viewers.push('entrant');
  if (isStation) viewers.push('station');
  if (speaksFor(request, caller) && !viewers.includes('entrant')) viewers.push('entrant');
  const mayTake = isOfGroup(request, caller, names, today) && !isOwnMatter(request, caller.personId);
  if (mayTake && !viewers.includes('deputy')) viewers.push('colleague');
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

function isDeputyOf({ deputy_id }: Pick<RequestRow, 'deputy_id'>, { deputyId }: Person): boolean {
  return deputyId !== null && deputy_id === deputyId;
}

function isStationOf({ station_id }: Pick<RequestRow, 'station_id'>, { admin, stationIds }: Holder): boolean {
  return admin || (station_id !== null && stationIds.includes(station_id));
}

type Entered = Pick<RequestRow, 'entered_by' | 'village' | 'station_id'>;

/** Who entered it, as long as they are the village's supervisor or of its station: what they may do ends with the role. */
export function isEntrant(request: Entered, person: Holder): boolean {
  if (request.entered_by !== person.personId) return false;
  return person.villages.includes(request.village) || isStationOf(request, person);
}

/**
 * True for whoever speaks for the resident: themselves; until they have signed in who entered it, or their station, so that somebody
 * does when that person's role ended. Never its own deputy.
 */
export function speaksFor(request: RequestRow, caller: Person): boolean {
  if (request.resident_id !== null) return request.resident_id === caller.personId;
  if (request.entered_by === null || isDeputyOf(request, caller)) return false;
  return isEntrant(request, caller) || isStationOf(request, caller);
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
