import { type Expression, type SqlBool, sql } from 'kysely';
import { PAGE_SIZE } from '../../shared/kernel/pages';
import type { BOXES } from '../../shared/requests/contract';
import type { Tx } from '../platform/database';

export type Box = (typeof BOXES)[number];

/** Which part of the county: these stations, or with null all of it. `covered`: deputies who can't answer today. */
export type Scope = { stations: readonly string[] | null; covered: readonly string[] };

const COLUMNS = [
  'id',
  'tracking_number',
  'title',
  'state',
  'outcome',
  'category',
  'village',
  'station_id',
  'deputy_id',
  'name',
  'submitted_on',
  'round_started_on',
  'due_on',
  'text_check',
  'publication',
  sql<string>`left(words, 80)`.as('excerpt'),
  sql<boolean>`exists (select 1 from picture p where p.jurisdiction = request.jurisdiction and p.request_id = request.id and p.state in ('review', 'risky'))`.as(
    'picture_waits',
  ),
] as const;

const words = {
  // Nobody took it by half of its days.
  untaken: (today: string) =>
    sql<SqlBool>`deputy_id is null and round_started_on + (due_on - round_started_on) / 2 <= ${today}::date`,
  waitsForPerson: sql<SqlBool>`(text_check in ('review', 'risky') or id in (select p.request_id from picture p where p.jurisdiction = request.jurisdiction and p.state in ('review', 'risky') and p.request_id is not null))`,
};

function inBox(box: Box, { covered }: Scope, today: string): Expression<SqlBool> {
  switch (box) {
    case 'open':
      return sql<SqlBool>`state = 'with_deputy'`;
    case 'late':
      return sql<SqlBool>`state = 'with_deputy' and due_on < ${today}::date`;
    case 'unplaced':
      return sql<SqlBool>`state = 'with_deputy' and (${words.untaken(today)} or deputy_id = any(${covered}::uuid[]))`;
    case 'to_screen':
      return sql<SqlBool>`publication = 'pending'`;
    case 'to_decide':
      return words.waitsForPerson;
    case 'waiting':
      return sql<SqlBool>`state in ('asked', 'answered')`;
    case 'closed':
      return sql<SqlBool>`state = 'closed'`;
  }
}

/** Boxes in which the clock runs are ordered by the due day, the others newest first. */
export function isByDue(box: Box): boolean {
  return box === 'open' || box === 'late' || box === 'unplaced';
}

/** One page of a box; `after` is (due day, id) or (id). */
export async function selectDesk(
  tx: Tx,
  jurisdiction: string,
  box: Box,
  scope: Scope,
  today: string,
  after: string[] | null,
) {
  let query = tx
    .selectFrom('request')
    .select(COLUMNS)
    .where('jurisdiction', '=', jurisdiction)
    .where(inBox(box, scope, today))
    .limit(PAGE_SIZE + 1);
  if (scope.stations) query = query.where('station_id', 'in', scope.stations);
  if (isByDue(box)) {
    if (after) query = query.where(sql<SqlBool>`(due_on, id) > (${after[0]}::date, ${after[1]}::uuid)`);
    return query.orderBy('due_on').orderBy('id').execute();
  }
  if (after) query = query.where('id', '<', after[0] as string);
  return query.orderBy('id', 'desc').execute();
}

export type DeskRow = Awaited<ReturnType<typeof selectDesk>>[number];

const COUNT_LIMIT = 100;

/** What waits for the station, each counted to a hundred at the most. */
export async function countDesk(tx: Tx, jurisdiction: string, scope: Scope, today: string) {
  const boxes = { late: 'late', unplaced: 'unplaced', toScreen: 'to_screen', toDecide: 'to_decide' } as const;
  const counted = { late: 0, unplaced: 0, toScreen: 0, toDecide: 0 };
  for (const [name, box] of Object.entries(boxes) as [keyof typeof counted, Box][]) {
    let rows = tx
      .selectFrom('request')
      .select('id')
      .where('jurisdiction', '=', jurisdiction)
      .where(inBox(box, scope, today))
      .limit(COUNT_LIMIT);
    if (scope.stations) rows = rows.where('station_id', 'in', scope.stations);
    const row = await tx.selectFrom(rows.as('r')).select(sql<string>`count(*)`.as('count')).executeTakeFirst();
    counted[name] = Number(row?.count ?? 0);
  }
  return counted;
}

/** Who may find it: a deputy what was sent to them, a clerk what their stations hold, the office everything (`null`). */
export type Reach = { deputyId: string | null; stations: readonly string[] } | null;

type Wanted = {
  /** A tsquery of pairs; null when the words have none. */
  grams: string | null;
  /** The words as they were said, to be found in a row; in the form of `searchForm`. */
  words: string;
  /** The whole text as a tracking or slip number. */
  number: string;
};

/** So many of the newest are looked through one by one before an index is asked; a word that one in a hundred has fills a page among these. */
const RECENT = 2_000;
const CANDIDATES = 100;

/** The signs that choose how a character is drawn, as PostgreSQL writes them. */
const SELECTORS = '[\\u180b-\\u180f\\ufe00-\\ufe0f\\U000e0100-\\U000e01ef]';

/**
 * One page of what the words find, newest first. Numbers are looked up as they are, on the first page alone. A deputy's own requests are few
 * enough to be read; for the others candidates come from the pairs of their characters, also for two of them, and are then read themselves,
 * because the pairs need not stand in a row.
 */
export async function selectFound(tx: Tx, jurisdiction: string, reach: Reach, wanted: Wanted, after: string[] | null) {
  const { grams, words, number } = wanted;
  if (!after) {
    const byNumber = await within(tx, jurisdiction, reach)
      .where((eb) => eb.or([eb('tracking_number', '=', number), eb('slip_number', '=', number)]))
      .orderBy('id', 'desc')
      .limit(PAGE_SIZE)
      .execute();
    if (byNumber.length) return byNumber;
  }
  if (!grams) return [];
  const form = sql`lower(regexp_replace(normalize(words || E'\n' || coalesce(place, ''), NFKC), ${SELECTORS}, '', 'g'))`;
  const inARow = sql<SqlBool>`strpos(${form}, ${words}) > 0`;
  const page = within(tx, jurisdiction, reach)
    .where(inARow)
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1);
  if (reach?.deputyId) return (after ? page.where('id', '<', after[0] as string) : page).execute();

  const rows: DeskRow[] = [];
  for (let before = after?.[0] ?? null; ; ) {
    const { ids, more } = await candidates(tx, jurisdiction, reach?.stations ?? null, grams, before);
    if (ids.length) rows.push(...(await page.where('id', 'in', ids).execute()));
    if (rows.length > PAGE_SIZE || !more) return rows.slice(0, PAGE_SIZE + 1);
    before = ids[ids.length - 1] ?? null;
  }
}

function within(tx: Tx, jurisdiction: string, reach: Reach) {
  const query = tx.selectFrom('request').select(COLUMNS).where('jurisdiction', '=', jurisdiction);
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
  grams: string,
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
    .where(sql<SqlBool>`grams @@ ${grams}::tsquery`)
    .orderBy('request_id', 'desc')
    .limit(CANDIDATES)
    .execute();
  if (recent.length > PAGE_SIZE) return { ids: recent.map(({ id }) => id), more: true };
  const { rows } = await sql<{ id: string }>`
    select id from find_requests(${grams}::tsquery, ${stations}::uuid[], ${before}::uuid, ${CANDIDATES}) id`.execute(
    tx,
  );
  return { ids: rows.map(({ id }) => id), more: rows.length === CANDIDATES };
}

/** One page of the notice board, newest first. What is looked at again stays on it as it was. */
export async function selectBoard(tx: Tx, jurisdiction: string, after: string[] | null) {
  let query = tx
    .selectFrom('request')
    .select(['id', 'public_title', 'public_words', 'public_answer', 'category', 'village', 'deputy_id'])
    .select(['state', 'outcome', 'submitted_on', 'published_on'])
    .where('jurisdiction', '=', jurisdiction)
    .where('published_on', 'is not', null);
  if (after) query = query.where('id', '<', after[0] as string);
  return query
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
}

export async function selectOpenOf(tx: Tx, jurisdiction: string, deputyIds: readonly string[], limit: number) {
  if (!deputyIds.length) return [];
  return tx
    .selectFrom('request')
    .select(['id', 'deputy_id', 'village'])
    .where('jurisdiction', '=', jurisdiction)
    .where('deputy_id', 'in', deputyIds)
    .where('state', 'in', ['with_deputy', 'asked'])
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Matters silence may put away by this day, or whose resident has to be told; the oldest first. */
export async function selectLapsing(tx: Tx, jurisdiction: string, through: string, limit: number) {
  return tx
    .selectFrom('request')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('state', 'in', ['asked', 'answered'])
    .where('lapses_on', '<=', through)
    .orderBy('lapses_on')
    .orderBy('id')
    .limit(limit)
    .execute();
}

type Contact = { personId: string; hashes: readonly Buffer[]; since: Date };

/** Requests entered for one of these phone hashes since then become this person's. @returns what they are */
export async function claimByContact(tx: Tx, jurisdiction: string, { personId, hashes, since }: Contact) {
  if (!hashes.length) return [];
  return tx
    .updateTable('request')
    .set({ resident_id: personId })
    .where('jurisdiction', '=', jurisdiction)
    .where('resident_id', 'is', null)
    .where('contact_hash', 'in', hashes)
    .where('created_at', '>', since)
    .returning([
      'id',
      'round',
      'text_check',
      'title',
      'entered_by',
      'deputy_id',
      'resident_id',
      'village',
      'station_id',
    ])
    .execute();
}

/** True when the person gave an answer to it, in whatever round. */
export async function hasAnswered(tx: Tx, jurisdiction: string, requestId: string, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('request_event')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', '=', requestId)
    .where('kind', '=', 'answered')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** True when the person said something on it for a resident without an account. */
export async function hasSpoken(tx: Tx, jurisdiction: string, requestId: string, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('request_event')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', '=', requestId)
    .where('person_id', '=', personId)
    .where(sql<SqlBool>`detail ->> 'spoken' = 'true'`)
    .executeTakeFirst();
  return row !== undefined;
}

// Somebody with more matters of their own gives them up in the next minutes.
const OWN_LIMIT = 100;

/**
 * Matters that are not closed and whose deputy is the resident, or entered it for who has no account. Asked person by person, because what
 * a deputy has of their own is little beside what they have to answer.
 */
export async function selectOwnMatters(
  tx: Tx,
  jurisdiction: string,
  deputies: readonly { deputyId: string; personId: string }[],
): Promise<{ id: string; personId: string }[]> {
  if (!deputies.length) return [];
  const open = sql`r.jurisdiction = ${jurisdiction} and r.deputy_id = d."deputyId" and r.state in ('with_deputy', 'asked', 'answered')`;
  const { rows } = await sql<{ id: string; personId: string }>`
    select own.id, d."personId"
    from jsonb_to_recordset(${JSON.stringify(deputies)}::jsonb) as d("deputyId" uuid, "personId" uuid)
    cross join lateral (
      (select r.id from request r where ${open} and r.resident_id = d."personId" limit ${OWN_LIMIT})
      union all
      (select r.id from request r where ${open} and r.resident_id is null and r.entered_by = d."personId" limit ${OWN_LIMIT})
    ) own`.execute(tx);
  return rows;
}
