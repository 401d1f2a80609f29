import type { Facts } from '../../shared/assignments/lifecycle';
import { OPEN, OWED } from '../../shared/assignments/part/states';
import type { Side } from '../../shared/assignments/states';
import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Call, Person, Subject } from '../platform/call';
import type { Tx } from '../platform/database';
import { type PartRow, selectCurrentParts } from './parts/queries';
import { type AssignmentRow, lockAssignment, selectAssignment } from './queries';
import { beside } from './recusal/aside';

/** An assignment as the lifecycle's table sees it. */
export type Matter = { assignment: AssignmentRow; facts: Facts; sides: readonly Side[] };

/** What other departments do of it, as far as a fact is about that. */
type Parts = readonly Pick<PartRow, 'kind' | 'state'>[];

/**
 * An assignment and, before it, what it belongs to, both locked until the transaction ends.
 * @param seen the version that was on the screen. @throws ProblemError `not_found`
 */
export async function lockMatter(
  tx: Tx,
  call: Call<Person>,
  id: string,
  seen: number,
): Promise<Matter & { subject: Subject }> {
  const found = await ownAssignment(tx, call, id);
  const subject = await loadSubject(call, found.subject_context);
  await subject.lock(tx, call, found.subject_id);
  const assignment = await lockAssignment(tx, call.jurisdiction, id);
  ensure(assignment, 'not_found');
  const parts = await selectCurrentParts(tx, call.jurisdiction, [id]);
  return { ...matterOf(call, assignment, parts, seen), subject };
}

/** An assignment of the caller's department. Nobody else learns that there is one, nor who stepped aside. @throws ProblemError `not_found` */
export async function ownAssignment(tx: Tx, call: Call<Person>, id: string): Promise<AssignmentRow> {
  const found = await selectAssignment(tx, call.jurisdiction, id);
  ensure(found && isOf(await beside(tx, call, found.subject_id), found), 'not_found');
  return found;
}

/** What an assignment belongs to. @throws Error where its context brings nothing to work on: nobody assigned that */
export async function loadSubject(call: Call, context: string): Promise<Subject> {
  const subject = await call.subjects(context);
  if (!subject) throw new Error(`nothing of ${context} can be worked on`);
  return subject;
}

/** @param parts what is current of it */
export function matterOf(call: Call, assignment: AssignmentRow, parts: Parts, seen?: number): Matter {
  const { state, accept_by, due_on, final, version, question, questions, extension } = assignment;
  const today = dayOf(call.now);
  return {
    assignment,
    facts: {
      state,
      canReturn: today <= accept_by,
      final,
      waits: question !== null || extension === 'asked',
      questions,
      extension,
      overdue: today > due_on,
      parts: parts.filter((one) => OPEN.includes(one.state)).length,
      partsMissing: parts.filter((one) => one.kind === 'part' && OWED.includes(one.state)).length,
      seenOlder: seen !== undefined && seen !== version,
    },
    sides: isOf(call, assignment) ? ['department'] : [],
  };
}

function isOf({ caller }: Call, { department_id }: AssignmentRow): boolean {
  return caller?.departmentIds.includes(department_id) ?? false;
}
