import type { Assignment, show as contract } from '../../../shared/assignments/contract';
import { ACTS, actsOf } from '../../../shared/assignments/lifecycle';
import { addDays, type Day, dueOn } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import { workingDays } from '../../platform/calendar';
import type { Call, Person } from '../../platform/call';
import { matterOf } from '../matter';
import { type AssignmentRow, selectAssignment } from '../queries';
import { Settings } from '../settings';

export async function show(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const found = await call.read((tx) => selectAssignment(tx, call.jurisdiction, id));
  ensure(found && call.caller.departmentIds.includes(found.department_id), 'not_found');
  return showOne(call, found);
}

/** As whoever is of the department sees it, with what they may do now. */
export async function showOne(call: Call<Person>, row: AssignmentRow): Promise<Assignment> {
  return shown(call, row, await countyDirectoryOf(call));
}

/** Between which days it may ask for more time. */
export function extendable(
  { due_on }: Pick<AssignmentRow, 'due_on'>,
  directory: CountyDirectory,
): { from: Day; to: Day } {
  const { extensionTerm } = directory.settings(Settings);
  return { from: addDays(due_on, 1), to: dueOn(due_on, extensionTerm, workingDays(directory.calendar)) };
}

export function shown(call: Call<Person>, row: AssignmentRow, directory: CountyDirectory): Assignment {
  const { facts, sides } = matterOf(call, row);
  const may = actsOf(facts, sides);
  return {
    id: row.id,
    version: row.version,
    subject: { context: row.subject_context, id: row.subject_id },
    departmentName: directory.departmentName(row.department_id) ?? '',
    state: row.state,
    assignedOn: row.assigned_on,
    acceptBy: row.accept_by,
    final: row.final,
    resultClass: row.result_class,
    question: row.question,
    extension: row.extension,
    askedUntil: row.extension === null ? null : row.asked_until,
    extendable: may.includes('extend') ? extendable(row, directory) : null,
    acts: ACTS.filter((act) => may.includes(act)),
  };
}
