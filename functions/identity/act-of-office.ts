import { ensure } from '../../shared/kernel/problems';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { lockOffice } from './queries-memberships';

/**
 * Lets acts that give and take roles take turns, and only by those who are of the office this very moment: an access token may be a
 * quarter of an hour old. @returns the roles of the office that somebody stands behind
 * @throws ProblemError `not_allowed`
 */
export async function actOfOffice(tx: Tx, { jurisdiction, caller }: Call<Person>) {
  const office = await lockOffice(tx, jurisdiction);
  ensure(
    office.some(({ person_id }) => person_id === caller.personId),
    'not_allowed',
  );
  return office;
}
