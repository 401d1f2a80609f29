import type { Tx } from '../platform/database';

/** Everybody who is or is to be of these departments, in an order that stays; the roster and the office may both have named somebody. */
export async function selectPeopleOfDepartments(tx: Tx, jurisdiction: string, ids: readonly string[]) {
  return tx
    .selectFrom('membership as m')
    .leftJoin('person as p', (join) =>
      join.onRef('p.jurisdiction', '=', 'm.jurisdiction').onRef('p.id', '=', 'm.person_id'),
    )
    .select(({ fn }) => ['m.department_id', 'm.person_id', fn.coalesce('m.name', 'p.name').as('name')])
    .distinctOn(['m.department_id', ({ fn }) => fn.coalesce('m.person_id', 'm.id')])
    .where('m.jurisdiction', '=', jurisdiction)
    .where('m.department_id', 'in', ids)
    .where('m.withdrawn_at', 'is', null)
    .orderBy('m.department_id')
    .orderBy(({ fn }) => fn.coalesce('m.person_id', 'm.id'))
    .orderBy('m.id')
    .execute();
}
