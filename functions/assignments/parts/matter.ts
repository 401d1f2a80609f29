import type { Side } from '../../../shared/assignments/part/lifecycle';
import { CURRENT } from '../../../shared/assignments/states';
import { ensure } from '../../../shared/kernel/problems';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person, Standing } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { loadSubject } from '../matter';
import { type AssignmentRow, lockAssignment, selectAssignment } from '../queries';
import { beside } from '../recusal/aside';
import { factsOf, type PartMatter } from './happen';
import { lockPart, type PartRow, selectPart } from './queries';

/**
 * A part and, before it, the matter and the assignment it is part of, all locked until the transaction ends.
 * @param seen the version that was on the screen. @throws ProblemError `not_found`, `own_assignment`
 */
export async function lockPartMatter(tx: Tx, call: Call<Person>, id: string, seen: number): Promise<PartMatter> {
  const { jurisdiction } = call;
  const found = await selectPart(tx, jurisdiction, id);
  const of = found && (await selectAssignment(tx, jurisdiction, found.assignment_id));
  ensure(of, 'not_found');
  const subject = await loadSubject(call, of.subject_context);
  await subject.lock(tx, call, of.subject_id);
  const asked = await beside(tx, call, of.subject_id);
  const standing = await subject.standing(tx, call, of.subject_id);
  const assignment = await lockAssignment(tx, jurisdiction, of.id);
  const part = await lockPart(tx, jurisdiction, id);
  ensure(assignment && part, 'not_found');
  const sides = sidesOf(asked, part, assignment, standing);
  // Nobody else learns that there is one.
  ensure(sides.length, 'not_found');
  ensure(standing !== 'own', 'own_assignment');
  return { part, assignment, facts: factsOf(call, part, await countyDirectoryOf(call), seen), sides };
}

/** On which sides of a part somebody stands, the part's own first; `standing` says what they are to the matter. */
export function sidesOf(
  { caller }: Call<Person>,
  part: Pick<PartRow, 'department_id'>,
  { department_id, state }: Pick<AssignmentRow, 'department_id' | 'state'>,
  standing: Standing = null,
): Side[] {
  const isCurrent = CURRENT.includes(state);
  return [
    ...(caller.departmentIds.includes(part.department_id) ? (['cohandler'] as const) : []),
    ...(isCurrent && caller.departmentIds.includes(department_id) ? (['lead'] as const) : []),
    ...(standing === 'assigner' ? (['assigner'] as const) : []),
  ];
}
