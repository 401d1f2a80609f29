import { type Day, dayOf } from '../../../shared/kernel/days';
import type { Side } from '../../../shared/requests/lifecycle';
import type { CountyDirectory } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { selectSpeakers } from '../queries/events';
import type { RequestRow } from '../queries/requests';

/** What a person holds by which they may have entered something for others. */
export type Holder = Pick<Person, 'personId' | 'villages' | 'stationIds' | 'admin'>;

type Asked = { request: RequestRow; person: Person; directory: CountyDirectory; today: Day };

/** Who stands on which side; a side without a test here does not compile. Whose phone it is only `confirm-contact.ts` asks. */
const STANDS: Record<Exclude<Side, 'clock' | 'contact'>, (asked: Asked) => boolean> = {
  resident: ({ request, person }) => request.resident_id === person.personId,
  entrant: ({ request, person }) => isEntrant(request, person),
  deputy: ({ request, person }) => isDeputyOf(request, person),
  station: ({ request, person }) => isStationOf(request, person),
  colleague: ({ request, person: { deputyId }, directory, today }) =>
    deputyId !== null &&
    deputyId !== request.deputy_id &&
    directory.villagesOfDeputy(deputyId, today).includes(request.village),
  department: ({ request, person }) =>
    request.department_id !== null && person.departmentIds.includes(request.department_id),
  speaker: ({ request, person }) => speaksFor(request, person),
};

/** What somebody whose matter it is may be to it too; every other side they hold elsewhere. */
const BESIDE_RESIDENT: readonly Side[] = ['resident', 'speaker', 'deputy', 'colleague', 'department'];

/** On which sides of a request a person stands. Nobody is both sides (decision 14): whose matter it is is not its station too. */
export function sidesOf(request: RequestRow, { caller, now }: Call, directory: CountyDirectory): Side[] {
  if (caller === null) return ['clock'];
  const asked = { request, person: caller, directory, today: dayOf(now) };
  const sides = (Object.keys(STANDS) as (keyof typeof STANDS)[]).filter((side) => STANDS[side](asked));
  return sides.includes('resident') ? sides.filter((side) => BESIDE_RESIDENT.includes(side)) : sides;
}

/** The deputy can't answer today: away, nobody has signed in for them, or the term has ended. */
export function needsCover(deputyId: string, directory: CountyDirectory, today: Day): boolean {
  return (
    directory.awayUntil(deputyId, today) !== null || !directory.hasJoined(deputyId) || !directory.isServing(deputyId)
  );
}

/** They have it. */
export function isDeputyOf({ deputy_id }: Pick<RequestRow, 'deputy_id'>, { deputyId }: Person): boolean {
  return deputyId !== null && deputy_id === deputyId;
}

function isStationOf({ station_id }: Pick<RequestRow, 'station_id'>, { admin, stationIds }: Holder): boolean {
  return admin || (station_id !== null && stationIds.includes(station_id));
}

type Entered = Pick<RequestRow, 'entered_by' | 'village' | 'station_id'>;

/** Who entered it, as long as they are the village's supervisor or of its station: what they may do ends with the role. */
export function isEntrant(request: Entered, person: Holder): boolean {
  if (request.entered_by === null || request.entered_by !== person.personId) return false;
  return person.villages.includes(request.village) || isStationOf(request, person);
}

/**
 * True for whoever speaks for the resident: themselves; until they have signed in who entered it, or their station, so that somebody
 * does when that person's role ended. Never its own deputy.
 */
function speaksFor(request: RequestRow, person: Person): boolean {
  if (request.resident_id !== null) return request.resident_id === person.personId;
  if (request.entered_by === null || isDeputyOf(request, person)) return false;
  return isEntrant(request, person) || isStationOf(request, person);
}

/** True when the person is on the resident's side: nobody may be both sides, the resident's word must be another's. */
export function isOwnMatter(
  { resident_id, entered_by }: Pick<RequestRow, 'resident_id' | 'entered_by'>,
  personId: string,
): boolean {
  return (resident_id ?? entered_by) === personId;
}

/** Of these people whose matter it is, and who has said something on it for the resident: they do not answer it as a deputy (decision 14). */
export async function onResidentsSide(
  tx: Tx,
  jurisdiction: string,
  request: RequestRow,
  personIds: readonly string[],
): Promise<string[]> {
  const speakers = await selectSpeakers(tx, jurisdiction, request.id, personIds);
  return personIds.filter((personId) => isOwnMatter(request, personId) || speakers.includes(personId));
}

/** The same of one person. */
export async function isOnResidentsSide(
  tx: Tx,
  jurisdiction: string,
  request: RequestRow,
  personId: string,
): Promise<boolean> {
  return (await onResidentsSide(tx, jurisdiction, request, [personId])).length > 0;
}
