import { type Day, dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import { asideFrom } from '../../assignments/public';
import type { CountyDirectory } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import type { Scope } from '../queries/worklist';

/** Of whom a deputy may take over: the villages they were directly elected in, and the other deputies who can't answer today. */
export function groupOf(
  { personId }: Pick<Person, 'personId'>,
  deputyId: string,
  directory: CountyDirectory,
  today: Day,
  toCover: readonly string[] = directory.deputiesToCover(today),
): { personId: string; villages: string[]; covered: string[] } {
  const villages = directory.villagesOfDeputy(deputyId, today);
  return { personId, villages, covered: toCover.filter((id) => id !== deputyId) };
}

/** What a clerk looks after: their stations, or with null the whole county. Null for anybody else. */
export function stationsOf({ admin, stationIds }: Person): { stations: readonly string[] | null } | null {
  if (admin) return { stations: null };
  return stationIds.length ? { stations: stationIds } : null;
}

/**
 * Of what a clerk looks after, one station where one is asked for; null: the county.
 * @throws ProblemError `not_allowed` for who looks after nothing, `not_found` for a station that is not theirs
 */
export function chosenOf(person: Person, station: string | undefined): readonly string[] | null {
  const own = stationsOf(person);
  ensure(own, 'not_allowed');
  ensure(!station || !own.stations || own.stations.includes(station), 'not_found');
  return station ? [station] : own.stations;
}

/** These stations as the caller sees them, or with null the county. */
export async function scopeOf(
  tx: Tx,
  call: Call<Person>,
  directory: CountyDirectory,
  stations: Scope['stations'],
): Promise<Scope> {
  return {
    stations,
    covered: directory.deputiesToCover(dayOf(call.now)),
    higher: directory.deputiesAboveCounty(),
    aside: await asideFrom(tx, call),
  };
}
