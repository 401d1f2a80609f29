import { v7 } from 'uuid';
import { type EventKind, refusal, stateAfter } from '../../shared/assignments/lifecycle';
import { OWED, type Side } from '../../shared/assignments/states';
import { ProblemError } from '../../shared/kernel/problems';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import type { Matter } from './matter';
import { type AssignmentRow, type Changes, insertEvent, updateAssignment } from './queries';

/**
 * Something happens to an assignment: the only way in which its state changes and its history grows, both in the caller's transaction.
 * @returns it as it is now. @throws ProblemError what `refusal` says
 */
export async function happen(
  tx: Tx,
  call: Call,
  { assignment, facts, sides }: Matter,
  event: EventKind,
  set: Changes = {},
): Promise<AssignmentRow> {
  const problem = refusal(event, facts, sides);
  if (problem) throw new ProblemError(problem);
  const state = stateAfter(event, facts);
  const changes = {
    ...set,
    ...(OWED.includes(state) ? {} : nothingWaits(assignment)),
    state,
    version: assignment.version + 1,
    changed_at: call.now,
  };
  await updateAssignment(tx, call.jurisdiction, assignment.id, changes);
  await record(tx, call, assignment.id, event, sides[0] as Side);
  return { ...assignment, ...changes };
}

/** What was asked is over with it. */
function nothingWaits({ extension }: AssignmentRow): Changes {
  return { question: null, ...(extension === 'asked' ? { extension: null } : {}) };
}

/** Writes an event into the history. */
export async function record(tx: Tx, call: Call, id: string, kind: EventKind, side: Side): Promise<void> {
  const { jurisdiction, caller, now } = call;
  const person_id = caller?.personId ?? null;
  await insertEvent(tx, { jurisdiction, assignment_id: id, id: v7(), kind, side, person_id, at: now });
}
