import { type SqlBool, sql } from 'kysely';
import type { EventKind } from '../../../shared/requests/lifecycle';
import { OPEN, UNDER_WAY } from '../../../shared/requests/states';
import type { Tx } from '../../platform/database';
import { RETURNS } from './assigned';
import { orOf } from './similar';

/** Where something is handled with another it does not lie where it lay. */
export const NOT_MERGED = sql<SqlBool>`merged_into is null`;

export const NEWEST_EVENT =
  sql<string>`(select e.id from request_event e where e.jurisdiction = request.jurisdiction and e.request_id = request.id
  order by e.id desc limit 1)`.as('seen');

/** What is handled with this one and not answered yet: whose each is. */
export async function selectWhose(tx: Tx, jurisdiction: string, lead: string) {
  return tx
    .selectFrom('request')
    .select(['id', 'title', 'resident_id', 'entered_by', 'village', 'station_id', 'hotline_number'])
    .where('jurisdiction', '=', jurisdiction)
    .where('merged_into', '=', lead)
    .where('state', 'in', OPEN)
    .orderBy('id')
    .execute();
}

/** The same as who handles it reads them, with what was said later. */
export async function selectTogether(tx: Tx, jurisdiction: string, lead: string) {
  return tx
    .selectFrom('request')
    .select(['id', 'tracking_number', 'title', 'words', 'place', 'state', 'village', 'submitted_on', 'due_on'])
    .select(
      sql<
        string[]
      >`array(select e.words from request_event e where e.jurisdiction = request.jurisdiction and e.request_id = request.id
        and e.kind = 'supplemented' and e.words is not null order by e.id)`.as('more'),
    )
    .select(NEWEST_EVENT)
    .where('jurisdiction', '=', jurisdiction)
    .where('merged_into', '=', lead)
    .orderBy('id')
    .execute();
}

export type TogetherRow = Awaited<ReturnType<typeof selectTogether>>[number];

/** In whose hands these are, and how many each of them is handled with besides. */
export async function selectLeads(tx: Tx, jurisdiction: string, ids: readonly string[]) {
  if (!ids.length) return [];
  return tx
    .selectFrom('request')
    .select(['id', 'tracking_number', 'title', 'state', 'deputy_id', 'department_id', 'due_on', RETURNS.as('returns')])
    .select(
      sql<number>`(select count(*)::int from request m where m.jurisdiction = request.jurisdiction and m.merged_into = request.id)`.as(
        'merged',
      ),
    )
    .where('jurisdiction', '=', jurisdiction)
    .where('id', 'in', [...ids])
    .execute();
}

export type LeadRow = Awaited<ReturnType<typeof selectLeads>>[number];

/** A time in which a matter was handled with another (`lead`): after one of its own events, and before another; null: it still is. */
export type TimeTogether = { lead: string; from: string; to: string | null };

/** What of these kinds happened to those that led, while they did, newest first, with whose they are at the station. */
export async function selectOfLeads(
  tx: Tx,
  jurisdiction: string,
  times: readonly TimeTogether[],
  kinds: readonly EventKind[],
) {
  if (!times.length) return [];
  return tx
    .selectFrom('request_event as e')
    .innerJoin('request as r', (join) =>
      join.onRef('r.jurisdiction', '=', 'e.jurisdiction').onRef('r.id', '=', 'e.request_id'),
    )
    .select(['e.id', 'e.round', 'e.kind', 'e.person_id', 'e.deputy_id', 'e.detail', 'e.at'])
    .select(['r.id as lead', 'r.station_id', 'r.deputy_id as holder'])
    .where('e.jurisdiction', '=', jurisdiction)
    .where('e.kind', 'in', kinds)
    .where((eb) =>
      eb.or(
        times.map(({ lead, from, to }) =>
          eb.and([eb('e.request_id', '=', lead), eb('e.id', '>', from), ...(to === null ? [] : [eb('e.id', '<', to)])]),
        ),
      ),
    )
    .orderBy('e.id', 'desc')
    .execute();
}

export type OfLead = Awaited<ReturnType<typeof selectOfLeads>>[number];

/** So many of the newest of a station are looked at, however many it has. */
const NEWEST = 500;

type Wanted = {
  id: string;
  stationId: string | null;
  village: string;
  pairs: readonly string[];
  from: string;
  to: string;
};

/** What of the same station and town is open, came between these days, and has one of these pairs; without what was said to be apart. */
export async function selectLike(tx: Tx, jurisdiction: string, { id, stationId, village, pairs, from, to }: Wanted) {
  const newest = sql`
    select r.id, r.village, r.category, s.grams from request r
    join request_search s on s.jurisdiction = r.jurisdiction and s.request_id = r.id
    where r.jurisdiction = ${jurisdiction} and ${stationId ? sql`r.station_id = ${stationId}` : sql`r.station_id is null`} and r.submitted_on between ${from}::date and ${to}::date
    order by r.submitted_on desc, r.id desc limit ${NEWEST}`;
  const { rows } = await sql<{ id: string; near: number; category: string; shared: string[]; looked: number }>`
    with looked as materialized (${newest})
    select l.id, (l.village <> ${village})::int as near, l.category, (select count(*) from looked)::int as looked,
      array(select lexeme from unnest(l.grams) where lexeme = any(${pairs}::text[])) as shared
    from looked l join request r on r.jurisdiction = ${jurisdiction} and r.id = l.id
    where l.id <> ${id} and left(l.village, 9) = left(${village}, 9)
      and r.merged_into is null and r.state = any(${UNDER_WAY}::text[])
      and l.grams @@ ${sql.val(orOf(pairs))}::tsquery
      and not exists (select from request_apart a where a.jurisdiction = ${jurisdiction}
        and a.first_id = least(l.id, ${id}::uuid) and a.second_id = greatest(l.id, ${id}::uuid))`.execute(tx);
  return { rows, looked: rows[0]?.looked ?? 0 };
}

/** What the station compares, with the newest event of each. */
export async function selectCompared(tx: Tx, jurisdiction: string, ids: readonly string[]) {
  if (!ids.length) return [];
  return tx
    .selectFrom('request')
    .select(['id', 'tracking_number', 'title', 'words', 'place', 'village', 'submitted_on', 'due_on', 'state'])
    .select(['deputy_id', 'department_id', 'same_as'])
    .select([
      NEWEST_EVENT,
      sql<number>`(select count(*)::int from picture p where p.jurisdiction = request.jurisdiction and p.request_id = request.id and p.event_id is null)`.as(
        'pictures',
      ),
    ])
    .where('jurisdiction', '=', jurisdiction)
    .where('id', 'in', [...ids])
    .execute();
}

/** Of which residents said that they are the same as one of these, and nobody has decided. */
export async function selectSaying(tx: Tx, jurisdiction: string, id: string, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('request')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('same_as', '=', id)
    .where('merged_into', 'is', null)
    .where('state', 'in', UNDER_WAY)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Two that are not the same, the smaller id first; said twice it is said once. */
export async function insertApart(
  tx: Tx,
  jurisdiction: string,
  ids: readonly [string, string],
  by: { personId: string; now: Date },
): Promise<void> {
  const [first_id, second_id] = [...ids].sort() as [string, string];
  await tx
    .insertInto('request_apart')
    .values({ jurisdiction, first_id, second_id, person_id: by.personId, at: by.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
