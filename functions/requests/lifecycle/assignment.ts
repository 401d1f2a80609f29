import type { EventKind } from '../../../shared/requests/lifecycle';
import { isIn, WITH_DEPARTMENT } from '../../../shared/requests/states';
import { moveDue, reopen, takeBack } from '../../assignments/public';
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
  if (after.department_id === null) await takeBack(tx, call, subjectOf(after));
  else if (isIn(after.state, WITH_DEPARTMENT) && !isIn(before.state, WITH_DEPARTMENT))
    await reopen(tx, call, subjectOf(after), after.due_on);
  else if (after.due_on !== before.due_on) await moveDue(tx, call, subjectOf(after), after.due_on);
}
