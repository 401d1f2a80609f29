import type { Day } from '../../../shared/kernel/days';
import type { CountyDirectory } from '../../directory/public';
import type { Person } from '../../platform/call';

/** The villages a deputy was directly elected in, and the other deputies who can't answer today. */
export function groupOf(
  deputyId: string,
  directory: CountyDirectory,
  today: Day,
): { villages: string[]; covered: string[] } {
  const villages = directory.villagesOfDeputy(deputyId, today);
  const covered = directory.awayDeputies(today).filter((id) => id !== deputyId);
  return { villages, covered };
}

/** What a clerk looks after: their stations, or with null the whole county. Null for anybody else. */
export function stationsOf({ admin, stationIds }: Person): { stations: readonly string[] | null } | null {
  if (admin) return { stations: null };
  return stationIds.length ? { stations: stationIds } : null;
}
