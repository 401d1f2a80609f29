import type { Day } from '../../../shared/kernel/days';
import type { CountyDirectory } from '../../directory/public';
import type { Person } from '../../platform/call';

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
