import { isAboveCounty, isFarther, LEVEL_NAMES } from '../../../shared/directory/levels';
import type { CountyDirectory } from '../../directory/public';
import type { RequestRow } from '../queries/requests';

/** A deputy of a level above the county as everybody reads them: 市人大代表汪虚拟. Null of any nearer one, and of nobody. */
export function higherTitle(directory: CountyDirectory, deputyId: string | null): string | null {
  const level = deputyId && directory.nearestLevel(deputyId);
  return level && isAboveCounty(level) ? `${LEVEL_NAMES[level]}人大代表${directory.deputyName(deputyId)}` : null;
}

/** Nobody has signed in for them: the station carries what is said. */
export function isOnPaper(directory: CountyDirectory, deputyId: string): boolean {
  return higherTitle(directory, deputyId) !== null && directory.isServing(deputyId) && !directory.hasJoined(deputyId);
}

/**
 * The resident said it to somebody near, and is asked before it goes to a level above the county: unless it lies on that level already, or on one
 * farther off, by their own choice or by their word.
 */
export function asksFirst(
  directory: CountyDirectory,
  { deputy_id: from }: Pick<RequestRow, 'deputy_id'>,
  to: string,
): boolean {
  const level = directory.nearestLevel(to);
  return (
    level !== null && isAboveCounty(level) && isFarther(level, from === null ? null : directory.nearestLevel(from))
  );
}
