import type { Draft } from '../../shared/appraisals/contract';
import { ensure } from '../../shared/kernel/problems';
import type { Subject } from '../../shared/voting/definition';
import { departmentsOf } from '../directory/public';
import type { Tx } from '../platform/database';

/** @throws ProblemError where one is not a department of the county, or stands there twice */
export async function ensureDepartments(tx: Tx, jurisdiction: string, draft: Draft): Promise<void> {
  await subjectsOf(tx, jurisdiction, draft);
}

/** The departments of a draft in the order of the roll (名册), as they are called today. @throws ProblemError `department_unknown` */
export async function subjectsOf(tx: Tx, jurisdiction: string, { departments }: Draft): Promise<Subject[]> {
  const known = await departmentsOf(tx, jurisdiction);
  const chosen = new Map(departments.map((one) => [one.id, one.about ?? '']));
  const subjects = known.flatMap(({ id, name }) => {
    const about = chosen.get(id);
    return about === undefined ? [] : [{ id, name, about }];
  });
  ensure(subjects.length === departments.length, 'department_unknown');
  return subjects;
}
