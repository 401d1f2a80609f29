import { type Insertable, type Selectable, type SqlBool, sql, type Updateable } from 'kysely';
import { PAGE_SIZE } from '../../shared/kernel/pages';
import { ProblemError } from '../../shared/kernel/problems';
import type { Box } from '../../shared/suggestions/contract';
import {
  ENDED,
  PRIVATE,
  RUNNING,
  STANDS,
  type State,
  TO_ASSIGN,
  TO_MEET,
  TO_RATE,
  UNDER_WAY,
  WITH_DEPARTMENT,
} from '../../shared/suggestions/states';
import { isLocked, type Tx } from '../platform/database';
import type { Schema } from '../platform/schema';

export type SuggestionRow = Selectable<Schema['suggestion']>;
export type CosignerRow = Selectable<Schema['suggestion_cosigner']>;
export type EventRow = Selectable<Schema['suggestion_event']>;

const MOST_OF_A_YEAR = 5_000;

const ofCounty = (tx: Tx, jurisdiction: string) =>
  tx.selectFrom('suggestion').selectAll().where('jurisdiction', '=', jurisdiction);

export async function selectSuggestion(tx: Tx, jurisdiction: string, id: string): Promise<SuggestionRow | undefined> {
  return ofCounty(tx, jurisdiction).where('id', '=', id).executeTakeFirst();
}

/** Of two who act on one, one waits for the other. What is handled with it is locked with it: what happens to one follows to the others. */
export async function lockSuggestion(tx: Tx, jurisdiction: string, id: string): Promise<SuggestionRow | undefined> {
  return (await lockSuggestions(tx, jurisdiction, [id])).find((row) => row.id === id);
}

/** Several, with all that is handled with each, in the order of their ids, whichever was asked for. Which these are is found first, so that rows are locked by their ids alone. */
export async function lockSuggestions(tx: Tx, jurisdiction: string, ids: readonly string[]): Promise<SuggestionRow[]> {
  const leads = sql`select handled_with from suggestion where jurisdiction = ${jurisdiction} and id = any(${ids}::uuid[]) and handled_with is not null`;
  const groups = sql`(${ids}::uuid[] || array(${leads}))`;
  const members = sql`select id from suggestion where jurisdiction = ${jurisdiction} and handled_with = any(${groups})`;
  return ofCounty(tx, jurisdiction)
    .where(sql<SqlBool>`id = any(${groups} || array(${members}))`)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/**
 * What is handled with these, which are locked: they are too, but for what joined while somebody waited. That is not waited for now, in the wrong
 * order. @throws ProblemError `suggestion_changed`
 */
export async function lockJoined(tx: Tx, jurisdiction: string, leads: readonly string[]): Promise<SuggestionRow[]> {
  if (!leads.length) return [];
  return ofCounty(tx, jurisdiction)
    .where('handled_with', 'in', [...leads])
    .orderBy('id')
    .forUpdate()
    .noWait()
    .execute()
    .catch((error) => {
      throw isLocked(error) ? new ProblemError('suggestion_changed') : error;
    });
}

/** How many are handled with each of these. */
export async function countJoined(tx: Tx, jurisdiction: string, ids: readonly string[]): Promise<Map<string, number>> {
  if (!ids.length) return new Map();
  const rows = await tx
    .selectFrom('suggestion')
    .select(['handled_with', sql<number>`count(*)::int`.as('count')])
    .where('jurisdiction', '=', jurisdiction)
    .where('handled_with', 'in', [...ids])
    .groupBy('handled_with')
    .execute();
  return new Map(rows.map(({ handled_with, count }) => [handled_with as string, count]));
}

/** What is handled together with one, or was answered with it; the one that leads first. */
export async function selectBeside(
  tx: Tx,
  jurisdiction: string,
  { id, handled_with, answered_with }: SuggestionRow,
): Promise<SuggestionRow[]> {
  const lead = handled_with ?? answered_with ?? id;
  const rows = await ofCounty(tx, jurisdiction)
    .where((eb) => eb.or([eb('id', '=', lead), eb('handled_with', '=', lead), eb('answered_with', '=', lead)]))
    .orderBy('id')
    .execute();
  const others = rows.filter((row) => row.id !== id);
  return [...others.filter((row) => row.id === lead), ...others.filter((row) => row.id !== lead)];
}

export async function selectByIds(tx: Tx, jurisdiction: string, ids: readonly string[]): Promise<SuggestionRow[]> {
  if (!ids.length) return [];
  return ofCounty(tx, jurisdiction)
    .where('id', 'in', [...ids])
    .execute();
}

/** Those handed in in a year, in the order of their numbers, those of the session first. More than a county has in ten years are not read. */
export async function selectOfYear(tx: Tx, jurisdiction: string, year: number): Promise<SuggestionRow[]> {
  return ofCounty(tx, jurisdiction)
    .where('year', '=', year)
    .orderBy('occasion', 'desc')
    .orderBy('number')
    .limit(MOST_OF_A_YEAR)
    .execute();
}

/** The next number of a year and occasion; of two at once the second waits until the first has its own. */
export async function nextNumber(
  tx: Tx,
  jurisdiction: string,
  { year, occasion }: Pick<SuggestionRow, 'year' | 'occasion'>,
): Promise<number> {
  const lock = `suggestion ${jurisdiction} ${year} ${occasion}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(tx);
  const { last } = await tx
    .selectFrom('suggestion')
    .select(sql<number | null>`max(number)`.as('last'))
    .where('jurisdiction', '=', jurisdiction)
    .where('year', '=', year)
    .where('occasion', '=', occasion)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

export async function insertSuggestion(tx: Tx, row: Insertable<Schema['suggestion']>): Promise<void> {
  await tx.insertInto('suggestion').values(row).execute();
}

export async function updateSuggestion(
  tx: Tx,
  jurisdiction: string,
  id: string,
  changes: Updateable<Schema['suggestion']>,
): Promise<void> {
  await tx
    .updateTable('suggestion')
    .set(changes)
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .execute();
}

/** Who signs these, or was asked to, in the order in which they were asked. */
export async function selectCosigners(tx: Tx, jurisdiction: string, ids: readonly string[]): Promise<CosignerRow[]> {
  if (!ids.length) return [];
  return tx
    .selectFrom('suggestion_cosigner')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('suggestion_id', 'in', [...ids])
    .orderBy('position')
    .orderBy('deputy_id')
    .execute();
}

/** How many stand under each of these beside their lead. */
export async function countStanding(
  tx: Tx,
  jurisdiction: string,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (!ids.length) return new Map();
  const rows = await tx
    .selectFrom('suggestion_cosigner')
    .select(['suggestion_id', sql<number>`count(*)::int`.as('count')])
    .where('jurisdiction', '=', jurisdiction)
    .where('suggestion_id', 'in', [...ids])
    .where('state', 'in', [...STANDS])
    .groupBy('suggestion_id')
    .execute();
  return new Map(rows.map(({ suggestion_id, count }) => [suggestion_id, count]));
}

/** Writes who is asked; whoever was asked before and left off is asked again. */
export async function upsertCosigners(
  tx: Tx,
  rows: readonly Insertable<Schema['suggestion_cosigner']>[],
): Promise<void> {
  if (!rows.length) return;
  await tx
    .insertInto('suggestion_cosigner')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction', 'suggestion_id', 'deputy_id']).doUpdateSet(({ ref }) => ({
        state: ref('excluded.state'),
        position: ref('excluded.position'),
        changed_at: ref('excluded.changed_at'),
      })),
    )
    .execute();
}

export async function updateCosigner(
  tx: Tx,
  jurisdiction: string,
  { id, deputyId }: { id: string; deputyId: string },
  changes: Updateable<Schema['suggestion_cosigner']>,
): Promise<void> {
  await tx
    .updateTable('suggestion_cosigner')
    .set(changes)
    .where('jurisdiction', '=', jurisdiction)
    .where('suggestion_id', '=', id)
    .where('deputy_id', '=', deputyId)
    .execute();
}

/** Of all who stand on one in a state, at once. */
export async function updateCosigners(
  tx: Tx,
  jurisdiction: string,
  { id, from }: { id: string; from: readonly CosignerRow['state'][] },
  changes: Updateable<Schema['suggestion_cosigner']>,
): Promise<void> {
  await tx
    .updateTable('suggestion_cosigner')
    .set(changes)
    .where('jurisdiction', '=', jurisdiction)
    .where('suggestion_id', '=', id)
    .where('state', 'in', [...from])
    .execute();
}

export async function selectRequestIds(tx: Tx, jurisdiction: string, ids: readonly string[]) {
  if (!ids.length) return [];
  return tx
    .selectFrom('suggestion_request')
    .select(['suggestion_id', 'request_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('suggestion_id', 'in', [...ids])
    .orderBy('request_id')
    .execute();
}

/** Those that this request is in, as far as they were handed in; newest first. */
export async function selectOfRequest(tx: Tx, jurisdiction: string, requestId: string): Promise<SuggestionRow[]> {
  return ofCounty(tx, jurisdiction)
    .where('number', 'is not', null)
    .where((eb) =>
      eb(
        'id',
        'in',
        eb
          .selectFrom('suggestion_request as r')
          .select('r.suggestion_id')
          .where('r.jurisdiction', '=', jurisdiction)
          .where('r.request_id', '=', requestId),
      ),
    )
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE)
    .execute();
}

export async function replaceRequests(tx: Tx, jurisdiction: string, id: string, requests: readonly string[]) {
  await tx
    .deleteFrom('suggestion_request')
    .where('jurisdiction', '=', jurisdiction)
    .where('suggestion_id', '=', id)
    .execute();
  const rows = requests.map((request_id) => ({ jurisdiction, suggestion_id: id, request_id }));
  if (rows.length) await tx.insertInto('suggestion_request').values(rows).execute();
}

export async function insertEvent(tx: Tx, row: Insertable<Schema['suggestion_event']>): Promise<void> {
  await tx.insertInto('suggestion_event').values(row).execute();
}

/** All that happened to one, newest first. */
export async function selectEvents(tx: Tx, jurisdiction: string, id: string): Promise<EventRow[]> {
  return tx
    .selectFrom('suggestion_event')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('suggestion_id', '=', id)
    .orderBy('id', 'desc')
    .execute();
}

/** How often each of these was given back, over all rounds. */
export async function countReturns(tx: Tx, jurisdiction: string, ids: readonly string[]): Promise<Map<string, number>> {
  if (!ids.length) return new Map();
  const rows = await tx
    .selectFrom('suggestion_event')
    .select(['suggestion_id', sql<number>`count(*)::int`.as('count')])
    .where('jurisdiction', '=', jurisdiction)
    .where('suggestion_id', 'in', [...ids])
    .where('kind', '=', 'returned')
    .groupBy('suggestion_id')
    .execute();
  return new Map(rows.map(({ suggestion_id, count }) => [suggestion_id, count]));
}

/** What a deputy leads, signs, or is asked to sign; newest first. */
export async function selectOfDeputy(tx: Tx, jurisdiction: string, deputyId: string, after: string | null) {
  let query = ofCounty(tx, jurisdiction)
    .where((eb) =>
      eb.or([
        eb('lead_id', '=', deputyId),
        eb(
          'id',
          'in',
          eb
            .selectFrom('suggestion_cosigner as c')
            .select('c.suggestion_id')
            .where('c.jurisdiction', '=', jurisdiction)
            .where('c.deputy_id', '=', deputyId)
            .where('c.state', 'in', ['asked', 'signed']),
        ),
      ]),
    )
    .limit(PAGE_SIZE + 1);
  if (after) query = query.where('id', '<', after);
  return query.orderBy('id', 'desc').execute();
}

const OF_PERSON = ['lead', 'cosigner'] as const;

/** What a person did something to as a deputy, also one who is none any more; newest first. */
export async function selectOfPerson(
  tx: Tx,
  jurisdiction: string,
  { personId, limit }: { personId: string; limit: number },
): Promise<SuggestionRow[]> {
  return ofCounty(tx, jurisdiction)
    .where((eb) =>
      eb(
        'id',
        'in',
        eb
          .selectFrom('suggestion_event as e')
          .select('e.suggestion_id')
          .where('e.jurisdiction', '=', jurisdiction)
          .where('e.person_id', '=', personId)
          .where('e.side', 'in', [...OF_PERSON]),
      ),
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** What a person said to these as a deputy, in the order in which they did. */
export async function selectSaidBy(tx: Tx, jurisdiction: string, personId: string): Promise<EventRow[]> {
  return tx
    .selectFrom('suggestion_event')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .where('side', 'in', [...OF_PERSON])
    .orderBy('id')
    .execute();
}

const STATES_OF: Record<Box, readonly State[]> = {
  to_assign: TO_ASSIGN,
  working: WITH_DEPARTMENT,
  soon: WITH_DEPARTMENT,
  late: RUNNING,
  answered: TO_RATE,
  to_meet: TO_MEET,
  marked: UNDER_WAY,
  ended: ENDED,
};
const BY_DUE: readonly Box[] = ['working', 'soon', 'late'];

/** What is owed comes by its day, the rest by what changed last. */
export function isByDue(box: Box): boolean {
  return BY_DUE.includes(box);
}

/** Today, until when a day is near, who watches over them if that matters, and what whoever looks stepped aside from. */
type Looked = { today: string; soon: string; watcher?: string | undefined; aside: readonly string[] };

function inBox(tx: Tx, jurisdiction: string, box: Box, { today, soon, watcher, aside }: Looked) {
  let query = tx
    .selectFrom('suggestion')
    .where('jurisdiction', '=', jurisdiction)
    .where('state', 'in', [...STATES_OF[box]]);
  if (aside.length) query = query.where('id', 'not in', aside);
  if (watcher)
    query = query.where('watcher_id', watcher === 'office' ? 'is' : '=', watcher === 'office' ? null : watcher);
  if (box === 'late') query = query.where('due_on', '<', today);
  if (box === 'soon') query = query.where('due_on', '>=', today).where('due_on', '<=', soon);
  if (box === 'marked') query = query.where('marked', '=', true);
  return query;
}

/** One page of a box; `after` is (due day, id) or (instant, id). */
export async function selectBox(tx: Tx, jurisdiction: string, box: Box, looked: Looked, after: string[] | null) {
  const query = inBox(tx, jurisdiction, box, looked)
    .selectAll()
    .limit(PAGE_SIZE + 1);
  if (isByDue(box)) {
    const later = after ? query.where(sql<boolean>`(due_on, id) > (${after[0]}::date, ${after[1]}::uuid)`) : query;
    return later.orderBy('due_on').orderBy('id').execute();
  }
  const earlier = after
    ? query.where(sql<boolean>`(changed_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
    : query;
  return earlier.orderBy('changed_at', 'desc').orderBy('id', 'desc').execute();
}

const COUNT_LIMIT = 100;

/** How many lie in a box, counted to a hundred. */
export async function countBox(tx: Tx, jurisdiction: string, box: Box, looked: Looked): Promise<number> {
  const rows = inBox(tx, jurisdiction, box, looked).select('id').limit(COUNT_LIMIT);
  const row = await tx.selectFrom(rows.as('s')).select(sql<string>`count(*)`.as('count')).executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** What the clock looks at, in the order of ids: whatever has not ended. */
export async function selectOpen(
  tx: Tx,
  jurisdiction: string,
  { after, limit }: { after: string | null; limit: number },
) {
  let query = tx
    .selectFrom('suggestion')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('state', 'in', [...PRIVATE, ...UNDER_WAY]);
  if (after) query = query.where('id', '>', after);
  return query.orderBy('id').limit(limit).execute();
}
