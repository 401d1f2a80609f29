import type { EventKind } from '../../shared/suggestions/lifecycle';
import {
  assign,
  currentOf,
  decideExtension,
  endQuestion,
  forwardQuestion,
  moveDue,
  reopen,
  takeBack,
} from '../assignments/public';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import type { SuggestionRow } from './queries';

/** Under this name the mechanism knows a suggestion. */
export const subjectOf = ({ id }: Pick<SuggestionRow, 'id'>) => ({ context: 'suggestions', id });

/** What a department has of it goes with it: taken back, done again, until another day, or answered what it asked. */
export async function keepAssignmentInStep(
  tx: Tx,
  call: Call,
  event: EventKind,
  { before, after }: { before: SuggestionRow; after: SuggestionRow },
): Promise<void> {
  const of = subjectOf(after);
  const due = after.due_on ?? '';
  switch (event) {
    case 'taken_back':
      return takeBack(tx, call, of);
    case 'dissatisfied':
      // In the second round the law leaves no more days.
      if (after.state === 'with_department') {
        if (await currentOf(tx, call, of)) return reopen(tx, call, of, due, { extended: true });
        // Answered with another, it had no assignment of its own. Whoever answered it can't say that it is not theirs.
        const departmentId = after.department_id ?? '';
        return assign(tx, call, of, { departmentId, dueOn: due, final: true, extended: true });
      }
      if (after.state === 'to_assign') return takeBack(tx, call, of);
      return;
    case 'question_answered':
      // It needed nobody who passes it on; so it is counted now.
      await forwardQuestion(tx, call, of);
      return endQuestion(tx, call, of, { due, pausedOn: null });
    case 'extension_refused':
      return decideExtension(tx, call, of, null);
    case 'extended': {
      const current = await currentOf(tx, call, of);
      if (current?.extension === 'asked') return decideExtension(tx, call, of, due);
      if (due !== before.due_on) return moveDue(tx, call, of, due, { extended: true });
    }
  }
}
