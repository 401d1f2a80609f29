import { type SqlBool, sql } from 'kysely';
import { PAGE_SIZE } from '../../../shared/kernel/pages';
import type { Tx } from '../../platform/database';
import { COLUMNS, type WorklistRow } from './worklist';

/** Who may find it: a deputy what was sent to them, a clerk what their stations hold, the office everything (`null`). */
export type Reach = { deputyId: string | null; stations: readonly string[] } | null;

/** … but for what they stepped aside from. */
type Looked = { reach: Reach; aside: readonly string[] };

type Wanted = {
  /** A tsquery of pairs; null when the words have none. */
  bigrams: string | null;
  /** The words, each to be found in a row; in the form of `searchForm`. */
  terms: readonly string[];
  /** All of it in that form, as a tracking number. */
  number: string;
  /** All of it as it was asked, as the number of a slip. */
  slip: string;
  /** … and at the hotline; null where it can be none. */
  hotline: string | null;
};

/** So many of the newest are looked through one by one before an index is asked; a word that one in a hundred has fills a page among these. */
const RECENT = 2_000;
const CANDIDATES = 100;

/**
 * One page of what the words find, newest first. Numbers are looked up first, on the first page alone. A deputy's own requests are few
 * enough to be read; for the others candidates come from the pairs of their characters, also for two of them, and are then read themselves,
 * because the pairs need not stand in a row.
 */
export async function selectFound(
  tx: Tx,
  jurisdiction: string,
  { reach, aside }: Looked,
  wanted: Wanted,
  after: string[] | null,
) {
  const { bigrams, terms, number, slip, hotline } = wanted;
  if (!after) {
    const byNumber = await within(tx, jurisdiction, { reach, aside })
      .where((eb) =>
        eb.or([
          eb('tracking_number', '=', number),
          sql<SqlBool>`slip_form = slip_form(${slip})`,
          ...(hotline ? [eb('hotline_number', '=', hotline)] : []),
        ]),
      )
      .orderBy('id', 'desc')
      .limit(PAGE_SIZE)
      .execute();
    if (byNumber.length) return byNumber;
  }
  if (!bigrams) return [];
  const each = terms.map((term) => sql<SqlBool>`strpos(s.form, ${term}) > 0`);
  const inARow = sql<SqlBool>`exists (select from request_search s where s.jurisdiction = request.jurisdiction and s.request_id = request.id and ${sql.join(each, sql` and `)})`;
  const page = within(tx, jurisdiction, { reach, aside })
    .where(inARow)
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1);
  if (reach?.deputyId) return (after ? page.where('id', '<', after[0] as string) : page).execute();

  const rows: WorklistRow[] = [];
  for (let before = after?.[0] ?? null; ; ) {
    const { ids, more } = await candidates(tx, jurisdiction, reach?.stations ?? null, bigrams, before);
    if (ids.length) rows.push(...(await page.where('id', 'in', ids).execute()));
    if (rows.length > PAGE_SIZE || !more) return rows.slice(0, PAGE_SIZE + 1);
    before = ids[ids.length - 1] ?? null;
  }
}

/** A matter is found at another station from now on, or at none. */
export async function updateFoundAt(tx: Tx, jurisdiction: string, id: string, stationId: string | null): Promise<void> {
  await tx
    .updateTable('request_search')
    .set({ station_id: stationId })
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', '=', id)
    .execute();
}

function within(tx: Tx, jurisdiction: string, { reach, aside }: Looked) {
  const all = tx.selectFrom('request').select(COLUMNS).where('jurisdiction', '=', jurisdiction);
  const query = aside.length ? all.where('id', 'not in', aside) : all;
  if (!reach) return query;
  return query.where((eb) =>
    eb.or([
      ...(reach.deputyId
        ? [eb.and([eb('deputy_id', '=', reach.deputyId), eb('outcome', 'is distinct from', 'withdrawn')])]
        : []),
      ...(reach.stations.length ? [eb('station_id', 'in', reach.stations)] : []),
    ]),
  );
}

/**
 * Ids of requests that have the pairs, newest first. A common pair is found at once among the newest; for a rare one the index is asked.
 * Asked for the newest of a common pair, it would give back half the county first.
 */
async function candidates(
  tx: Tx,
  jurisdiction: string,
  stations: readonly string[] | null,
  bigrams: string,
  before: string | null,
): Promise<{ ids: string[]; more: boolean }> {
  let newest = tx
    .selectFrom('request_search')
    .select(['request_id', 'grams'])
    .where('jurisdiction', '=', jurisdiction)
    .orderBy('request_id', 'desc')
    .limit(RECENT);
  if (stations) newest = newest.where('station_id', 'in', stations);
  if (before) newest = newest.where('request_id', '<', before);
  const recent = await tx
    .selectFrom(newest.as('newest'))
    .select('request_id as id')
    .where(sql<SqlBool>`grams @@ ${bigrams}::tsquery`)
    .orderBy('request_id', 'desc')
    .limit(CANDIDATES)
    .execute();
  if (recent.length > PAGE_SIZE) return { ids: recent.map(({ id }) => id), more: true };
  const { rows } = await sql<{ id: string }>`
    select id from find_requests(${bigrams}::tsquery, ${stations}::uuid[], ${before}::uuid, ${CANDIDATES}) id`.execute(
    tx,
  );
  return { ids: rows.map(({ id }) => id), more: rows.length === CANDIDATES };
}
