import type { Call } from '../../platform/call';
import { detailOf, isDecision, isMove, type PastRow } from '../queries/events';

/** What somebody at a station acts on: who has it, the notice board, its words or one picture (by id). */
export type StationsPart = 'holder' | 'board' | 'words' | { picture: string };

/** What a station's act is on, and the newest event that was on the screen. */
export type SeenAtStation = { event?: string; on?: StationsPart };

/** A computer that does not say what it showed (a page of yesterday) may be so old at the most. */
const RECENT_MS = 5 * 60_000;

/**
 * The newest thing that somebody else did to the same part since it was looked at: of two at the desk the second hears what the first did.
 * @returns null where there is none, and for who acts on no part of the station's
 */
export function doneSince(
  newestFirst: readonly PastRow[],
  { caller, now }: Call,
  { event, on }: SeenAtStation,
): PastRow | null {
  if (!on || !caller) return null;
  const isNewer = ({ id, at }: PastRow) => (event ? id > event : now.getTime() - at.getTime() < RECENT_MS);
  const newest = newestFirst.find((row) => isOf(row, on, event !== undefined));
  return newest && newest.person_id !== caller.personId && isNewer(newest) ? newest : null;
}

function isOf(row: PastRow, on: StationsPart, knowsWhatWasSeen: boolean): boolean {
  const { kind } = row;
  const { picture = null } = detailOf(row);
  switch (on) {
    case 'holder':
      return isMove(kind);
    case 'words':
      return (kind === 'approved' || kind === 'withheld') && picture === null;
    case 'board':
      // A new answer belongs on the board too; whoever does not say what they saw may well have seen it.
      if (kind === 'answered') return knowsWhatWasSeen;
      return kind === 'published' || kind === 'declined' || (kind === 'withheld' && picture === null);
    default:
      return isDecision(kind) && picture === on.picture;
  }
}
