import type { Tx } from '../platform/database';
import { groupBy } from '../platform/group-by';

/** Everybody who is or is to be of these departments, in an order that stays; the roster and the office may both have named somebody. */
export async function selectPeopleOfDepartments(tx: Tx, jurisdiction: string, ids: readonly string[]) {
  return tx
    .selectFrom('membership as m')
    .leftJoin('person as p', (join) =>
      join.onRef('p.jurisdiction', '=', 'm.jurisdiction').onRef('p.id', '=', 'm.person_id'),
    )
    .select(({ fn }) => ['m.id', 'm.department_id', 'm.person_id', fn.coalesce('m.name', 'p.name').as('name')])
    .distinctOn(['m.department_id', ({ fn }) => fn.coalesce('m.person_id', 'm.id')])
    .where('m.jurisdiction', '=', jurisdiction)
    .where('m.department_id', 'in', ids)
    .where('m.withdrawn_at', 'is', null)
    .orderBy('m.department_id')
    .orderBy(({ fn }) => fn.coalesce('m.person_id', 'm.id'))
    .orderBy('m.id')
    .execute();
}

/** Who is to be of these departments, was entered with a number, and has no account yet: all roles of one number together, since it may have been entered for several. */
export async function selectWaitingOfDepartments(tx: Tx, jurisdiction: string, ids: readonly string[]) {
  if (!ids.length) return [];
  const rows = await tx
    .selectFrom('membership')
    .select(['id', 'department_id', 'phone_hash'])
    .where('jurisdiction', '=', jurisdiction)
    .where('department_id', 'in', [...ids])
    .where('person_id', 'is', null)
    .where('phone_cipher', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
  return [...groupBy(rows, ({ phone_hash }) => phone_hash?.toString('hex') ?? '').values()];
}

/** Undefined where the role was withdrawn, or somebody holds it with an account. */
export async function selectWaitingPhone(tx: Tx, jurisdiction: string, id: string) {
  return tx
    .selectFrom('membership')
    .select(['department_id', 'phone_cipher'])
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .where('person_id', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
}
