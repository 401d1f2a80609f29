import { sql } from 'kysely';
import type { Tx } from '../../platform/database';
import type { RequestRow } from './requests';

/** What is known already of who somebody is: the name they gave, and what a clerk hid. */
export type Known = Pick<RequestRow, 'name' | 'hidden_words'>;

/**
 * Of each of these, what is known of who somebody is in words about it: its own, of the ones with which it is or was handled, and of what is handled with
 * any of these now.
 */
export async function selectKnown(
  tx: Tx,
  jurisdiction: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Known[]>> {
  const known = new Map<string, Known[]>(ids.map((id) => [id, []]));
  if (!ids.length) return known;
  const { rows } = await sql<Known & { about: string }>`
    with near as (
      select id as about, unnest(array[id, merged_into]) as id from request
      where jurisdiction = ${jurisdiction} and id = any(${[...ids]}::uuid[])
      union
      select request_id, (detail ->> 'lead')::uuid from request_event
      where jurisdiction = ${jurisdiction} and request_id = any(${[...ids]}::uuid[]) and kind = 'merged'
    )
    select n.about, r.name, r.hidden_words from near n
    join request r on r.jurisdiction = ${jurisdiction} and r.id = n.id
    union
    select n.about, r.name, r.hidden_words from near n
    join request r on r.jurisdiction = ${jurisdiction} and r.merged_into = n.id`.execute(tx);
  for (const { about, ...one } of rows) known.get(about)?.push(one);
  return known;
}
