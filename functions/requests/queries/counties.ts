import { sql } from 'kysely';
import { UNFINISHED } from '../../../shared/requests/states';
import type { Tx } from '../../platform/database';

/** How many matters of the county somebody still has. */
export async function countUnfinished(tx: Tx, jurisdiction: string): Promise<number> {
  const row = await tx
    .selectFrom('request')
    .select(sql<number>`count(*)`.as('count'))
    .where('jurisdiction', '=', jurisdiction)
    .where('state', 'in', UNFINISHED)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
