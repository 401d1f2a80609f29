import type { Assignment, show as contract } from '../../../shared/assignments/contract';
import { ACTS, actsOf } from '../../../shared/assignments/lifecycle';
import { CURRENT } from '../../../shared/assignments/states';
import { addDays, type Day, dueOn } from '../../../shared/kernel/days';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import { workingDays } from '../../platform/calendar';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { matterOf, ownAssignment } from '../matter';
import { sidesOf } from '../parts/matter';
import { type PartRow, selectCurrentParts } from '../parts/queries';
import { aboutOf, type Reading, shownPart } from '../parts/show';
import type { AssignmentRow } from '../queries';
import { Settings } from '../settings';

export async function show(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  return call.read(async (tx) => showOne(tx, call, await ownAssignment(tx, call, id)));
}

/** As whoever is of the department sees it, with what they may do now. */
export async function showOne(tx: Tx, call: Call<Person>, row: AssignmentRow): Promise<Assignment> {
  const directory = await countyDirectoryOf(call);
  const parts = CURRENT.includes(row.state) ? await selectCurrentParts(tx, call.jurisdiction, [row.id]) : [];
  if (!parts.length) return shown(call, row, directory);
  const about = await aboutOf(tx, call, [row]);
  return shown(call, row, directory, parts, about.get(row.id)?.hide);
}

/** Between which days it may ask for more time. */
export function extendable(
  { due_on }: Pick<AssignmentRow, 'due_on'>,
  directory: CountyDirectory,
): { from: Day; to: Day } {
  const { extensionTerm } = directory.settings(Settings);
  return { from: addDays(due_on, 1), to: dueOn(due_on, extensionTerm, workingDays(directory.calendar)) };
}

/** @param parts what others do of it. @param read their words as the department reads them */
export function shown(
  call: Call<Person>,
  row: AssignmentRow,
  directory: CountyDirectory,
  parts: readonly PartRow[] = [],
  read: Reading = () => null,
): Assignment {
  const { facts, sides } = matterOf(call, row, parts);
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
    parts: parts.map((part) => shownPart(call, part, directory, { sides: sidesOf(call, part, row), read })),
    acts: ACTS.filter((act) => may.includes(act)),
  };
}
