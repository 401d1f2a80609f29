import { LENGTHS } from '../../../../../shared/appraisals/limits';
import { departments } from '../../../../../shared/directory/contract';
import { useCall } from '../../../platform/query';

export type Department = { id: string; name: string; about: string };

/** The departments of the roll, each with what the roll says it is for, as a line that stands behind 管这些：. */
export function useDepartments() {
  const { data, error } = useCall(departments, {});
  const all = data?.departments.map(({ id, name, duties }): Department => ({ id, name, about: lineOf(duties) }));
  return { departments: all, error };
}

const lineOf = (duties: string) => [...duties.replace(/^管/, '')].slice(0, LENGTHS.about[1]).join('');
