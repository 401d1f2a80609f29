import { sql } from 'kysely';
import type { Tx } from '../../platform/database';

/** How often a department gave a request back. */
export const RETURNS = sql<number>`(select count(*)::int from request_event e where e.jurisdiction = request.jurisdiction
  and e.request_id = request.id and e.kind = 'returned')`;

/** What a line of a department's list says of these requests. */
export async function selectAssignedLines(tx: Tx, jurisdiction: string, ids: readonly string[]) {
  if (!ids.length) return [];
  return tx
    .selectFrom('request')
    .select(['id', 'title', 'name', 'hidden_words', 'category', 'village', 'state', 'due_on', RETURNS.as('returns')])
    .where('jurisdiction', '=', jurisdiction)
    .where('id', 'in', [...ids])
    .execute();
}

/** Whose each of these is among the deputies. */
export async function selectDeputiesOf(tx: Tx, jurisdiction: string, ids: readonly string[]) {
  if (!ids.length) return [];
  return tx
    .selectFrom('request')
    .select(['id', 'deputy_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('id', 'in', [...ids])
    .execute();
}

/** What says who somebody is in each of these, and in what is handled with them. */
export async function selectHiddenOf(tx: Tx, jurisdiction: string, ids: readonly string[]) {
  if (!ids.length) return [];
  return tx
    .selectFrom('request')
    .select(['name', 'hidden_words'])
    .where('jurisdiction', '=', jurisdiction)
    .where((eb) => eb.or([eb('id', 'in', [...ids]), eb('merged_into', 'in', [...ids])]))
    .execute();
}

/** How often a department gave this one back. */
export async function countReturns(tx: Tx, jurisdiction: string, id: string): Promise<number> {
  const row = await tx
    .selectFrom('request')
    .select(RETURNS.as('returns'))
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.returns;
}
