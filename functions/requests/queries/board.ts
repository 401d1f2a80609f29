import { type SqlBool, sql } from 'kysely';
import { PAGE_SIZE } from '../../../shared/kernel/pages';
import { standingOf } from '../../../shared/requests/board';
import type { BoardFilters } from '../../../shared/requests/contract';
import { ANSWERS, type EventKind } from '../../../shared/requests/lifecycle';
import { publicOf } from '../../../shared/requests/public-form';
import { ENDED, isIn, OPEN } from '../../../shared/requests/states';
import type { Tx } from '../../platform/database';
import { RETURNS } from './assigned';
import { bigramQuery, bigramsOf, searchForm } from './bigrams';
import { selectLeads } from './merged';
import type { RequestRow } from './requests';

type OnBoard = Pick<
  RequestRow,
  'id' | 'published_at' | 'village' | 'category' | 'department_id' | 'merged_into' | 'state' | 'outcome' | 'round'
> &
  Pick<RequestRow, 'public_title' | 'public_words' | 'public_answer' | 'hidden_words'>;

/** Keeps what is found on the board in step with the request; `happen` alone calls it. */
export async function keepOnBoard(tx: Tx, jurisdiction: string, before: OnBoard, after: OnBoard): Promise<void> {
  const { id, published_at, village, category } = after;
  if (before.department_id !== after.department_id) await keepMerged(tx, jurisdiction, after);
  if (published_at === null) {
    if (before.published_at === null) return;
    await tx.deleteFrom('board_matter').where('jurisdiction', '=', jurisdiction).where('request_id', '=', id).execute();
    return;
  }
  const found = { published_at, village, category, standing: standingOf(after) };
  const department_id = departmentOf(jurisdiction, after);
  const words = wordsOf(after);
  const written = before.published_at === null || words !== wordsOf(before) ? searched(words) : {};
  if (before.published_at !== null) {
    await tx
      .updateTable('board_matter')
      .set({ ...found, ...(isElsewhere(before, after) ? { department_id } : {}), ...written })
      .where('jurisdiction', '=', jurisdiction)
      .where('request_id', '=', id)
      .execute();
    return;
  }
  await tx
    .insertInto('board_matter')
    .values({ jurisdiction, request_id: id, ...found, department_id, ...searched(words) })
    .execute();
}

/** Another department has it, or none; which answered it with another has answered it, also once it has ended. */
function isElsewhere(before: OnBoard, after: OnBoard): boolean {
  if (before.merged_into !== null && isIn(after.state, ENDED)) return false;
  return before.department_id !== after.department_id || before.merged_into !== after.merged_into;
}

/** What is handled with another is found under the department that has that one; answered with it, under the one that answered, also once it has ended. */
function departmentOf(jurisdiction: string, { id, department_id, merged_into, state, round }: OnBoard) {
  if (!isIn(state, OPEN))
    return sql<string>`coalesce((select (e.detail ->> 'department')::uuid from request_event e
      where e.jurisdiction = ${jurisdiction} and e.request_id = ${id} and e.kind = any(${ANSWERS}::text[]) and e.round = ${round}
        and e.detail ? 'along'
      order by e.id desc limit 1), ${department_id}::uuid)`;
  if (merged_into === null) return department_id;
  return sql<string>`(select l.department_id from request l where l.jurisdiction = ${jurisdiction} and l.id = ${merged_into})`;
}

async function keepMerged(tx: Tx, jurisdiction: string, { id, department_id }: OnBoard): Promise<void> {
  await sql`update board_matter b set department_id = ${department_id}
    from request r where r.jurisdiction = ${jurisdiction} and r.merged_into = ${id} and r.state = any(${OPEN}::text[])
      and b.jurisdiction = r.jurisdiction and b.request_id = r.id`.execute(tx);
}

/** Who knows what was hidden does not find it: it is covered here as where it is read. */
function wordsOf(row: OnBoard): string {
  const { title, words, answer } = publicOf(row);
  return [title, words, answer].filter(Boolean).join(' ');
}

function searched(words: string) {
  const form = searchForm(words);
  return { form, grams: sql<string>`array_to_tsvector(${bigramsOf(form)}::text[])` };
}

/** Every event in which a resident says how it is, or takes that back. */
const SAID: readonly EventKind[] = ['solved', 'partly', 'not_solved', 'not_solved_after_all', 'rating_withdrawn'];

/** `along`: it was said of the one it was handled with, and so of this one. */
type Newest = {
  kind: EventKind;
  at: string;
  round: number;
  deputy: string | null;
  department?: string;
  resultClass?: string;
  along?: string;
};

/** The newest event of these kinds, until a person agreed to what is on the board where `agreed`. */
function newest(kinds: readonly EventKind[], agreed: boolean) {
  const before = agreed
    ? sql` and e.at <= (select max(p.at) from request_event p where p.jurisdiction = e.jurisdiction and p.request_id = e.request_id
    and p.kind = 'published')`
    : sql``;
  return sql<Newest | null>`(
    select e.detail || jsonb_build_object('kind', e.kind, 'at', e.at, 'round', e.round, 'deputy', e.deputy_id) from request_event e
    where e.jurisdiction = request.jurisdiction and e.request_id = request.id and e.kind in (${sql.join(kinds)})${before}
    order by e.id desc limit 1)`;
}

const PUBLIC = [
  'id',
  'public_title',
  'public_words',
  'public_answer',
  'category',
  'village',
  'deputy_id',
  'station_id',
  'department_id',
  'state',
  'outcome',
  'hidden_words',
  'round',
  'submitted_on',
  'due_on',
  'merged_into',
  RETURNS.as('returns'),
  newest(ANSWERS, true).as('answered'),
  newest(SAID, false).as('said'),
] as const;

/** So many of the newest are looked through before an index of words is asked, as at the desk (decision 8). */
const RECENT = 2_000;
const CANDIDATES = 100;

/** Where on the board the last row of the page before stood: instant, id. */
type After = string[] | null;

/**
 * One page of the notice board, what was agreed to first last. What is looked at again stays on it as it was, in its place.
 * @param terms words of `searchTerms`, each to be found in a row; none: everything
 */
export async function selectBoard(
  tx: Tx,
  jurisdiction: string,
  filters: BoardFilters,
  terms: readonly string[],
  after: After,
) {
  const ids = terms.length
    ? await findOnBoard(tx, jurisdiction, filters, terms, after)
    : (
        await standing(tx, jurisdiction, filters, after)
          .limit(PAGE_SIZE + 1)
          .execute()
      ).map(({ id }) => id);
  return selectOnBoard(tx, jurisdiction, ids);
}

/** These, as far as they stand on the board. */
export async function selectOnBoard(tx: Tx, jurisdiction: string, ids: readonly string[]) {
  if (!ids.length) return [];
  const rows = await publicRows(tx, jurisdiction)
    .where('request_id', 'in', [...ids])
    .execute();
  return withLeads(tx, jurisdiction, rows);
}

/** How far one is that stands on the board, and which station has it; undefined where it does not stand there. */
export async function selectStanding(tx: Tx, jurisdiction: string, id: string) {
  return tx
    .selectFrom('board_matter')
    .innerJoin('request', (join) =>
      join.onRef('request.jurisdiction', '=', 'board_matter.jurisdiction').onRef('request.id', '=', 'request_id'),
    )
    .select(['standing', 'station_id'])
    .where('board_matter.jurisdiction', '=', jurisdiction)
    .where('request_id', '=', id)
    .executeTakeFirst();
}

/** One matter that stands on the board. */
export async function selectPublic(tx: Tx, jurisdiction: string, id: string) {
  const [row] = await selectOnBoard(tx, jurisdiction, [id]);
  return row;
}

export type BoardRow = Awaited<ReturnType<typeof selectBoard>>[number];

/** Each with the one that leads, where it is handled with another. */
async function withLeads<Row extends { merged_into: string | null }>(tx: Tx, jurisdiction: string, rows: Row[]) {
  const ids = new Set(rows.flatMap(({ merged_into }) => merged_into ?? []));
  const leads = new Map((await selectLeads(tx, jurisdiction, [...ids])).map((lead) => [lead.id, lead]));
  return rows.map((row) => ({ ...row, lead: (row.merged_into && leads.get(row.merged_into)) || null }));
}

function publicRows(tx: Tx, jurisdiction: string) {
  return tx
    .selectFrom('board_matter')
    .innerJoin('request', (join) =>
      join.onRef('request.jurisdiction', '=', 'board_matter.jurisdiction').onRef('request.id', '=', 'request_id'),
    )
    .select([...PUBLIC.map((column) => (typeof column === 'string' ? (`request.${column}` as const) : column))])
    .select('board_matter.published_at')
    .where('board_matter.jurisdiction', '=', jurisdiction)
    .orderBy('board_matter.published_at', 'desc')
    .orderBy('request_id', 'desc');
}

/** What stands on the board under these filters, newest first: for each combination there is an index in this order. */
export function standing(tx: Tx, jurisdiction: string, filters: BoardFilters, after: After) {
  const { village, town, category, department, standing } = filters;
  let query = tx
    .selectFrom('board_matter')
    .select('request_id as id')
    .where('jurisdiction', '=', jurisdiction)
    .orderBy('published_at', 'desc')
    .orderBy('request_id', 'desc');
  if (village) query = query.where('village', '=', village);
  else if (town) query = query.where('town', '=', town);
  if (category) query = query.where('category', '=', category);
  if (department) query = query.where('department_id', '=', department);
  if (standing) query = query.where('standing', '=', standing);
  if (!after) return query;
  return query.where(sql<SqlBool>`(published_at, request_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
}

/** Ids of what has the words, newest first: among the newest read one by one, then by the pairs of their characters. */
async function findOnBoard(
  tx: Tx,
  jurisdiction: string,
  filters: BoardFilters,
  terms: readonly string[],
  after: After,
): Promise<string[]> {
  const bigrams = bigramQuery(terms);
  if (!bigrams) return [];
  const inARow = sql<SqlBool>`${sql.join(
    terms.map((term) => sql`strpos(form, ${term}) > 0`),
    sql` and `,
  )}`;
  const newest = standing(tx, jurisdiction, filters, after).select(['published_at', 'form']).limit(RECENT);
  const recent = await tx
    .selectFrom(newest.as('newest'))
    .select('id')
    .where(inARow)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  if (recent.length > PAGE_SIZE) return recent.map(({ id }) => id);
  const { village, town, category, department, standing: stands } = filters;
  const ids: string[] = [];
  for (let [at, id] = after ?? [null, null]; ; ) {
    const { rows } = await sql<{ id: string; at: Date; fits: boolean }>`
      select b.request_id as id, b.published_at as at, ${inARow} as fits
      from find_on_board(${bigrams}::tsquery, ${village ?? town ?? null}, ${category ?? null}, ${department ?? null}::uuid,
        ${stands ?? null}, ${at}::timestamptz, ${id}::uuid, ${CANDIDATES}) f
      join board_matter b on b.jurisdiction = ${jurisdiction} and b.request_id = f
      order by b.published_at desc, b.request_id desc`.execute(tx);
    ids.push(...rows.flatMap((row) => (row.fits ? row.id : [])));
    const last = rows[rows.length - 1];
    if (ids.length > PAGE_SIZE || rows.length < CANDIDATES || !last) return ids.slice(0, PAGE_SIZE + 1);
    [at, id] = [last.at.toISOString(), last.id];
  }
}
