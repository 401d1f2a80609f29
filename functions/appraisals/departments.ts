import type { Draft } from '../../shared/appraisals/contract';
import { ensure } from '../../shared/kernel/problems';
import type { Subject } from '../../shared/voting/definition';
import type { CountyDirectory } from '../directory/public';

/**
 * The departments of a draft in the order of the roll (名册), as they are called today.
 * @throws ProblemError `department_unknown` where one is not a department of the county, or stands there twice
 */
export function subjectsOf(directory: CountyDirectory, { departments }: Draft): Subject[] {
  const chosen = new Map(departments.map((one) => [one.id, one.about ?? '']));
  const subjects = directory.departments().flatMap(({ id, name }) => {
    const about = chosen.get(id);
    return about === undefined ? [] : [{ id, name, about }];
  });
  ensure(subjects.length === departments.length, 'department_unknown');
  return subjects;
}
