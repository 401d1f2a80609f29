import { sql } from 'kysely';
import { addDays, type Day, SOON_DAYS } from '../../../shared/kernel/days';
import type { Category } from '../../../shared/requests/contract';
import type { Tx } from '../../platform/database';

const EVERY_STATION = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** A due day that is so long past that it will never again lie ahead: all of these are one key, or each day would leave its own behind. */
const LONG_PAST = '0001-01-01';
const LONG_PAST_DAYS = 14;

/** So many changes at once: a migration leaves as many as a county has kinds of matters, and a statement has fifteen seconds. */
const BATCH = 20_000;

/**
 * Adds what moved to the figures, as much as fits into one statement. @returns true where more waits
 * Whoever moves a matter only notes it down, so that nobody waits for anybody else's count; a figure is the sum of both,
 * and exact at every moment.
 */
export async function foldFigures(tx: Tx, jurisdiction: string, today: Day): Promise<boolean> {
  const moved = await sql`select 1 from request_figure_change where jurisdiction = ${jurisdiction} limit 1`.execute(tx);
  // Most minutes nothing did; what has become long past since is counted as late either way.
  if (!moved.rows.length) return false;
  const past = addDays(today, -LONG_PAST_DAYS);
  const { rows } = await sql<{ gone: number; empty: unknown[] | null }>`
    with gone as (
      delete from request_figure_change where jurisdiction = ${jurisdiction}
        and id in (select id from request_figure_change where jurisdiction = ${jurisdiction} order by id limit ${BATCH}) returning *
    ),
    of_long_past as (
      delete from request_figure
      where jurisdiction = ${jurisdiction} and what = 'due' and key < ${past} and key <> ${LONG_PAST} returning *
    ),
    told as (
      select village, station_id, month, category, what, case when what = 'due' and key < ${past} then ${LONG_PAST} else key end as key, change from gone
    ),
    moved as (
      select village, station_id, month, category, what, key, sum(change) as change
      from (
        select v.village, v.station_id, month, v.category, what, key, change
        from told, lateral (values ('', ${EVERY_STATION}::uuid, told.category), ('', told.station_id, told.category), ('', told.station_id, ''),
          (told.village, told.station_id, told.category), (told.village, told.station_id, '')) v (village, station_id, category)
        union all
        select village, station_id, month, category, what, ${LONG_PAST}, count from of_long_past
      ) all_changes
      group by 1, 2, 3, 4, 5, 6
    ), added as (
    insert into request_figure (jurisdiction, village, station_id, month, category, what, key, count)
    select ${jurisdiction}, village, station_id, month, category, what, key, change from moved where change <> 0
    on conflict (jurisdiction, village, category, station_id, month, what, key) do update set count = request_figure.count + excluded.count
    returning village, station_id, month, category, what, key, count
    )
    select (select count(*) from gone)::int as gone, (select json_agg(added) from added where count = 0) as empty`.execute(
    tx,
  );
  const [{ gone, empty } = { gone: 0, empty: null }] = rows;
  if (empty)
    await sql`
      delete from request_figure f using json_to_recordset(${JSON.stringify(empty)}::json)
        as e(village text, station_id uuid, month date, category text, what text, key text)
      where f.jurisdiction = ${jurisdiction} and f.village = e.village and f.category = e.category and f.station_id = e.station_id
        and f.month = e.month and f.what = e.what and f.key = e.key and f.count = 0`.execute(tx);
  return gone === BATCH;
}

export type FigureScope = {
  /** Null: the county. */
  stations: readonly string[] | null;
  /** By villages, and not by stations. */
  byVillage: boolean;
  category: Category | null;
  /** The first day of the first and of the last month. */
  from: Day;
  to: Day;
};

/** `group` tells what the value is one of. Of `due` the key is `late`, `soon` or `later` by now, with a `+` where the day lies beyond `through`. */
export type FigureRow = {
  group: 'category' | 'place' | 'month' | 'all' | 'now';
  value: string;
  what: 'standing' | 'due' | 'answer';
  key: string;
  count: number;
};

/** Every figure of the dashboard, in one statement: they are all of one moment. `through`: the last day of which it is known whether it is a holiday. */
export async function selectFigures(
  tx: Tx,
  jurisdiction: string,
  { stations, byVillage, category, from, to }: FigureScope,
  today: Day,
  through: Day,
): Promise<FigureRow[]> {
  const inTime = sql`jurisdiction = ${jurisdiction} and (month between ${from}::date and ${to}::date or what = 'due')`;
  const inStations = sql`station_id = any(${stations ?? [EVERY_STATION]}::uuid[])`;
  const ofStations = stations ? inStations : sql`station_id <> ${EVERY_STATION}::uuid`;
  const moved = sql`${inTime} ${stations ? sql`and ${inStations}` : sql``} ${category ? sql`and category = ${category}` : sql``}`;
  const place = byVillage ? sql`village` : sql`station_id::text`;
  const soon = addDays(today, SOON_DAYS);
  const { rows } = await sql<FigureRow>`
    with counted as (
      select category, null as place, month, what, key, count from request_figure
      where ${inTime} and village = '' and ${category ? sql`category = ${category}` : sql`category <> ''`} and ${inStations}
      union all
      select category, null, month, what, key, change from request_figure_change where ${moved}
      union all
      select null, ${place}, month, what, key, count from request_figure
      where ${inTime} and ${byVillage ? sql`village <> ''` : sql`village = ''`} and category = ${category ?? ''} and ${ofStations}
      union all
      select null, ${place}, month, what, key, change from request_figure_change where ${moved}
    ), told as (
      select category, place, month, what,
        case when what <> 'due' then key
          else (case when key < ${today} then 'late' when key <= ${soon} then 'soon' else 'later' end) || (case when key > ${through} then '+' else '' end) end as key,
        count, month between ${from}::date and ${to}::date as inside
      from counted
    ), summed as (
      select what, key, category, place, month, inside, sum(count) as count from told group by 1, 2, 3, 4, 5, 6
    )
    select 'category' as "group", what, key, category as value, sum(count)::bigint as count from summed
    where inside and category is not null group by what, key, category having sum(count) <> 0
    union all
    select 'place', what, key, place, sum(count)::bigint from summed where inside and place is not null group by what, key, place having sum(count) <> 0
    union all
    select 'month', what, key, month::text, sum(count)::bigint from summed where inside and category is not null group by what, key, month having sum(count) <> 0
    union all
    select 'all', what, key, '', sum(count)::bigint from summed where inside and category is not null group by what, key having sum(count) <> 0
    union all
    select 'now', what, key, '', sum(count)::bigint from summed where what = 'due' and category is not null group by what, key having sum(count) <> 0`.execute(
    tx,
  );
  return rows;
}
