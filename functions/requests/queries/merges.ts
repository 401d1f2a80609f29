import { sql } from 'kysely';
import { ANSWERS } from '../../../shared/requests/lifecycle';
import { OPEN, WITH_OFFICE } from '../../../shared/requests/states';
import type { Tx } from '../../platform/database';
import { NEWEST_EVENT } from './merged';

type Wanted = {
  /** Null: the whole county. */
  stations: readonly string[] | null;
  aside: readonly string[];
  since: Date;
  most: number;
};

/**
 * What others were put into since then, the last first: how many, without what left it again. One that was put into yet another is no longer among them, nor
 * one that ended before it was answered.
 */
export async function selectMerges(tx: Tx, jurisdiction: string, { stations, aside, since, most }: Wanted) {
  const after = (kinds: readonly string[]) => sql`from request_event x
    where x.jurisdiction = e.jurisdiction and x.request_id = e.request_id and x.id > e.id and x.kind = any(${kinds}::text[])`;
  const { rows } = await sql<{ id: string; title: string; at: Date; others: number }>`
    select * from (
      select r.id, r.title, e.at, e.id as event, (e.detail ->> 'others')::int - (select count(*) ${after(['lost'])})::int as others
      from request_event e
      join request r on r.jurisdiction = e.jurisdiction and r.id = e.request_id
      where e.jurisdiction = ${jurisdiction} and e.kind = 'gained' and e.at >= ${since}
        and (${stations}::uuid[] is null or r.station_id = any(${stations}::uuid[]))
        and r.state <> all(${WITH_OFFICE}::text[]) and r.id <> all(${aside}::uuid[])
        and not exists (select ${after(['gained', 'merged'])})
        and (exists (select ${after(ANSWERS)})
          or exists (select from request m where m.jurisdiction = ${jurisdiction} and m.merged_into = r.id))
    ) found
    where others > 0
    order by at desc, event desc limit ${most}`.execute(tx);
  return rows;
}

const NEWEST_MERGED = sql<{ with?: string } | null>`(select e.detail from request_event e
  where e.jurisdiction = request.jurisdiction and e.request_id = request.id and e.kind = 'merged' order by e.id desc limit 1)`;

/** What of these is not answered yet, and can be taken out again, with the newest event of each, and with what it came along (`came.with`). */
export async function selectMembers(tx: Tx, jurisdiction: string, leads: readonly string[]) {
  if (!leads.length) return [];
  return tx
    .selectFrom('request')
    .select(['id', 'merged_into', NEWEST_EVENT, NEWEST_MERGED.as('came')])
    .where('jurisdiction', '=', jurisdiction)
    .where('merged_into', 'in', [...leads])
    .where('state', 'in', OPEN)
    .orderBy('id')
    .execute();
}
