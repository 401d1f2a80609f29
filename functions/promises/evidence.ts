import { isForBoard, isOffBoard } from '../../shared/kernel/content-check';
import type { Picture } from '../../shared/kernel/pictures';
import { type PictureOf, type StepOf, selectPicturesOf, shownPicture } from '../pictures/public';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';

/** The pictures a department showed (凭据), each with the event it came with. */
export type Evidence = readonly (PictureOf & { promise_id: string | null; event_id: string | null })[];

export async function evidenceOf(tx: Tx, { jurisdiction }: Call, promiseIds: readonly string[]): Promise<Evidence> {
  return selectPicturesOf(tx, jurisdiction, 'promise_id', promiseIds);
}

/** Who sees it: everybody what was passed or approved, those who work on it the rest too; what was withheld opens for who looks. */
export type Eyes = 'everybody' | 'department' | 'looks';

export function picturesOf(call: Call, evidence: Evidence, eventId: string, eyes: Eyes): Picture[] {
  return evidence
    .filter((row) => row.event_id === eventId && (eyes !== 'everybody' || isForBoard(row.state)))
    .map((row) => shownPicture(call, row, eyes === 'looks'));
}

/** What a decision of a person is called in the table of the check: of one nobody doubts, only whether everybody sees it. */
export const stepOf: StepOf = ({ state }, decision) => {
  if (isForBoard(state) || isOffBoard(state)) return decision === 'approved' ? 'let_on' : 'left_off';
  return decision;
};
