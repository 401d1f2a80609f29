import { peopleOfDepartments, personOfDeputy } from '../../identity/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { groupBy } from '../../platform/group-by';
import type { PromiseRow } from '../queries';
import type { Matter } from './matter';

/** The deputies from whose matters these promises come, by promise. What an appraisal brought is no deputy's. */
export async function deputiesOf(
  tx: Tx,
  call: Call<Person>,
  promises: readonly PromiseRow[],
): Promise<ReadonlyMap<string, string[]>> {
  const deputies = new Map<string, string[]>();
  for (const [context, rows] of groupBy(promises, ({ subject_context }) => subject_context)) {
    const subject = await call.subjects(context);
    const ids = [...new Set(rows.map(({ subject_id }) => subject_id))];
    const known = await subject?.deputies?.(tx, call, ids);
    for (const { id, subject_id } of rows) deputies.set(id, [...(known?.get(subject_id) ?? [])]);
  }
  return deputies;
}

/** Who of them is asked: whoever serves today and is not of the department itself. */
export async function ratersAmong(
  tx: Tx,
  { jurisdiction }: Call,
  { report, directory }: Matter,
  deputies: readonly string[],
): Promise<string[]> {
  const staff = await peopleOfDepartments(tx, jurisdiction, [report.department_id]);
  const ids = new Set(staff.map(({ person_id }) => person_id));
  const asked: string[] = [];
  for (const deputy of new Set(deputies)) {
    if (!directory.isServing(deputy)) continue;
    const person = await personOfDeputy(tx, jurisdiction, deputy);
    if (person === null || !ids.has(person)) asked.push(deputy);
  }
  return asked.sort();
}
