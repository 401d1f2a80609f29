import { type RawBuilder, sql } from 'kysely';
import type { Category } from '../../../shared/requests/contract';
import type { Tx } from '../../platform/database';

/** So many of the newest of a place are looked at, however many there are. */
const NEAREST = 200;
const NEAR = 400;

export type Near = { id: string; category: Category; shared: string[]; near: number };

type Wanted = { village: string | undefined; pairs: readonly string[]; since: Date };

/**
 * What stands on the notice board near a village and has one of these pairs: among the newest of the village and its town, or of the county where no
 * village is known. Each is read through an index in the order in which it stands there, so it costs the same however many there are.
 */
export async function selectNear(
  tx: Tx,
  jurisdiction: string,
  { village, pairs, since }: Wanted,
): Promise<{ rows: Near[]; looked: number }> {
  const newest = (where: RawBuilder<unknown>, near: number, most: number) => sql`
    (select request_id, category, grams, ${near}::int as near from board_matter
     where jurisdiction = ${jurisdiction} and published_at > ${since} and ${where}
     order by published_at desc, request_id desc limit ${most})`;
  const parts = village
    ? [newest(sql`village = ${village}`, 0, NEAREST), newest(sql`town = left(${village}, 9)`, 1, NEAR)]
    : [newest(sql`true`, 0, NEAR)];
  const { rows } = await sql<Near & { looked: number }>`
    with looked as materialized (
      select distinct on (request_id) request_id, category, grams, near from (${sql.join(parts, sql` union all `)}) near order by request_id, near
    )
    select request_id as id, category, near, (select count(*) from looked)::int as looked,
      array(select lexeme from unnest(grams) where lexeme = any(${pairs}::text[])) as shared
    from looked where grams @@ ${sql.val(orOf(pairs))}::tsquery`.execute(tx);
  return { rows, looked: rows[0]?.looked ?? 0 };
}

/** The tsquery of any of them. */
export function orOf(pairs: readonly string[]): string {
  return pairs.map((pair) => `'${pair}'`).join(' | ');
}
