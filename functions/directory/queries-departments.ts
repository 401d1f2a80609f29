import type { Tx } from '../platform/database';

/** The departments that can be appraised (被评议部门), in the order of their roll; committees are none, nor is one that ended. */
export async function selectDepartments(tx: Tx, jurisdiction: string): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('department')
    .select(['id', 'name'])
    .where('jurisdiction', '=', jurisdiction)
    .where('kind', '=', 'department')
    .where('ended_on', 'is', null)
    .orderBy('roll')
    .orderBy('id')
    .execute();
}
