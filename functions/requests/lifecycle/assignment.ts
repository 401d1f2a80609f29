import type { EventKind } from '../../../shared/requests/lifecycle';
import { isIn, QUESTIONED, WITH_DEPARTMENT } from '../../../shared/requests/states';
import { decideExtension, endQuestion, forwardQuestion, moveDue, reopen, takeBack } from '../../assignments/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import type { RequestRow } from '../queries/requests';

/** Under this name other contexts know a request. */
export const subjectOf = ({ id }: Pick<RequestRow, 'id'>) => ({ context: 'requests', id });

/** What a department has of a request goes with it: done again, taken back, or until another day. */
export async function keepAssignmentInStep(
  tx: Tx,
  call: Call,
  event: EventKind,
  { before, after }: { before: RequestRow; after: RequestRow },
): Promise<void> {
  // The department's own act, or the one by which it gets it: its assignment is already as it should be.
  if (before.department_id === null || event === 'returned') return;
  const of = subjectOf(after);
  if (after.department_id === null) await takeBack(tx, call, of);
  else if (after.round > before.round) await reopen(tx, call, of, after.due_on);
  else if (event === 'question_forwarded') await forwardQuestion(tx, call, of);
  else if (isQuestionOver(event, before, after))
    await endQuestion(tx, call, of, { due: after.due_on, pausedOn: before.asked_on });
  else if (event === 'extension_granted') await decideExtension(tx, call, of, after.due_on);
  else if (event === 'extension_refused') await decideExtension(tx, call, of, null);
  else if (after.due_on !== before.due_on) await moveDue(tx, call, of, after.due_on);
}

/** The station did not pass it on, or the resident has it no more: they said something, or the days for it are over. */
function isQuestionOver(event: EventKind, before: RequestRow, after: RequestRow): boolean {
  return event === 'question_refused' || (isIn(before.state, QUESTIONED) && isIn(after.state, WITH_DEPARTMENT));
}
