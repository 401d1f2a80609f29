import type { myDepartments as contract } from '../../shared/identity/contract';
import type { Reply } from '../../shared/kernel/procedure';
import { countyDirectoryOf } from '../directory/public';
import type { Call, Person } from '../platform/call';
import { selectPeopleOfDepartments } from './queries-departments';

/** The departments the person is of, with who else is. An access token may be older than the end of one. */
export async function myDepartments(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller } = call;
  const names = await countyDirectoryOf(call);
  const own = names.departments().filter(({ id }) => caller.departmentIds.includes(id));
  const people = await call.read((tx) => selectPeopleOfDepartments(tx, jurisdiction, caller.departmentIds));
  return {
    departments: own.map(({ id, name, duties }) => ({
      id,
      name,
      duties,
      people: people
        .filter(({ department_id }) => department_id === id)
        .map(({ id, name, person_id }) => ({
          membershipId: id,
          name,
          joined: person_id !== null,
          me: person_id === caller.personId,
        })),
    })),
  };
}
