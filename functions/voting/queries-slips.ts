import { type Insertable, sql } from 'kysely';
import type { Serial } from '../../shared/voting/slips/slip';
import type { SlipState } from '../../shared/voting/slips/states';
import type { Tx } from '../platform/database';
import { inChunks } from '../platform/in-chunks';
import type { RollMember, VotingTables } from './tables';

type Row<Name extends keyof VotingTables> = VotingTables[Name];
type Of = { jurisdiction: string; pollId: string };

/** The letters of every station's slips, in the order of the letters. */
export async function selectPrefixes(tx: Tx, jurisdiction: string) {
  return tx
    .selectFrom('slip_series')
    .select(['station_id', 'prefix'])
    .where('jurisdiction', '=', jurisdiction)
    .orderBy('prefix')
    .execute();
}

/** Gives a station letters, unless it has some or somebody else has these. */
export async function insertSeries(tx: Tx, jurisdiction: string, stationId: string, prefix: string): Promise<void> {
  await tx
    .insertInto('slip_series')
    .values({ jurisdiction, station_id: stationId, prefix, last: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes so many numbers that no slip of the station ever had. */
export async function takeNumbers(tx: Tx, jurisdiction: string, stationId: string, count: number) {
  return tx
    .updateTable('slip_series')
    .set(({ eb }) => ({ last: eb('last', '+', count) }))
    .where('jurisdiction', '=', jurisdiction)
    .where('station_id', '=', stationId)
    .returning(['prefix', 'last'])
    .executeTakeFirst();
}

/** Of two who do something with the slips of a station, one waits for the other. False where none was ever printed for it. */
export async function lockSeries(tx: Tx, jurisdiction: string, stationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('slip_series')
    .select('prefix')
    .where('jurisdiction', '=', jurisdiction)
    .where('station_id', '=', stationId)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertBook(tx: Tx, book: Row<'poll_slip_book'>): Promise<void> {
  await tx.insertInto('poll_slip_book').values(book).execute();
}

export async function insertSlips(tx: Tx, slips: readonly Insertable<Row<'poll_slip'>>[]): Promise<void> {
  await inChunks(slips, (chunk) => tx.insertInto('poll_slip').values(chunk).execute());
}

export async function selectBook(tx: Tx, jurisdiction: string, id: string) {
  return tx
    .selectFrom('poll_slip_book')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The books of a vote, in the order of their numbers. */
export async function selectBooks(tx: Tx, { jurisdiction, pollId }: Of) {
  return tx
    .selectFrom('poll_slip_book')
    .select(['id', 'station_id', 'prefix', 'first', 'last', 'printed_on'])
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .orderBy('prefix')
    .orderBy('first')
    .execute();
}

export type SlipRow = NonNullable<Awaited<ReturnType<typeof selectSlip>>>;

export async function selectSlip(tx: Tx, jurisdiction: string, { prefix, number }: Serial) {
  return tx
    .selectFrom('poll_slip')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('prefix', '=', prefix)
    .where('number', '=', number)
    .executeTakeFirst();
}

export async function updateSlip(
  tx: Tx,
  jurisdiction: string,
  { prefix, number }: Serial,
  changes: Partial<
    Pick<SlipRow, 'state' | 'came_back' | 'at_table' | 'pass' | 'spoil_reason' | 'spoil_by' | 'spoil_with'>
  > & {
    changed_on: string;
  },
): Promise<void> {
  await tx
    .updateTable('poll_slip')
    .set(changes)
    .where('jurisdiction', '=', jurisdiction)
    .where('prefix', '=', prefix)
    .where('number', '=', number)
    .execute();
}

/** The slips of a vote in these states, by their numbers. */
export async function selectSlips(tx: Tx, { jurisdiction, pollId }: Of, states: readonly SlipState[]) {
  return tx
    .selectFrom('poll_slip')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .where('state', 'in', [...states])
    .orderBy('prefix')
    .orderBy('number')
    .execute();
}

/** How many slips of each station are in which state, and how many of them came back. */
export async function countSlips(tx: Tx, { jurisdiction, pollId }: Of) {
  return tx
    .selectFrom('poll_slip')
    .select(({ fn }) => ['station_id', 'state', 'came_back', fn.countAll<number>().as('count')])
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .groupBy(['station_id', 'state', 'came_back'])
    .execute();
}

/** How many slips each station handed out. */
export async function countIssued(tx: Tx, { jurisdiction, pollId }: Of) {
  return tx
    .selectFrom('poll_issue')
    .select(({ fn }) => ['station_id', fn.sum<string>('count').as('count')])
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .groupBy('station_id')
    .execute();
}

/** How many slips each station handed out on which day. */
export async function countIssuedByDay(tx: Tx, { jurisdiction, pollId }: Of) {
  return tx
    .selectFrom('poll_issue')
    .select(({ fn }) => ['station_id', 'issued_on', fn.sum<string>('count').as('count')])
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .groupBy(['station_id', 'issued_on'])
    .execute();
}

type Issue = Omit<Row<'poll_issue'>, 'count' | 'replaced'>;

/** Whether this was the last slip a clerk handed out there: then it was sent again. */
export async function wasIssued(tx: Tx, { jurisdiction, poll_id, station_id, person_id, last_act }: Issue) {
  const row = await tx
    .selectFrom('poll_issue')
    .select('issued_on')
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', poll_id)
    .where('station_id', '=', station_id)
    .where('person_id', '=', person_id)
    .where('last_act', '=', last_act)
    .executeTakeFirst();
  return row !== undefined;
}

/** Counts one that a clerk handed out. @param replaced 1 where it is instead of a spoiled one */
export async function addIssue(tx: Tx, issue: Issue, replaced: 0 | 1): Promise<void> {
  await tx
    .insertInto('poll_issue')
    .values({ ...issue, count: 1, replaced })
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction', 'poll_id', 'station_id', 'issued_on', 'person_id']).doUpdateSet(({ eb }) => ({
        count: eb('poll_issue.count', '+', 1),
        replaced: eb('poll_issue.replaced', '+', replaced),
        last_act: issue.last_act,
      })),
    )
    .execute();
}

/** One less of those a clerk handed out on that day. */
export async function takeBackIssue(
  tx: Tx,
  { jurisdiction, poll_id, station_id, person_id, issued_on, last_act }: Issue,
): Promise<void> {
  await tx
    .updateTable('poll_issue')
    .set(({ eb }) => ({ count: eb('count', '-', 1), last_act }))
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', poll_id)
    .where('station_id', '=', station_id)
    .where('issued_on', '=', issued_on)
    .where('person_id', '=', person_id)
    .execute();
}

/** How many slips of a station came back and were called spoiled, by one person or two, and do not count all the same. */
export async function countSpoiled(tx: Tx, { jurisdiction, pollId }: Of, stationId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('poll_slip')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .where('station_id', '=', stationId)
    .where('came_back', '=', true)
    .where('spoil_by', 'is not', null)
    .where('state', 'not in', ['settled', 'entered'])
    .executeTakeFirstOrThrow();
  return count;
}

/** How many slips a station handed out instead of spoiled ones. */
export async function countReplaced(tx: Tx, { jurisdiction, pollId }: Of, stationId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('poll_issue')
    .select(({ fn }) => fn.sum<string | null>('replaced').as('count'))
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .where('station_id', '=', stationId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Keeps that somebody typed the second pass of a slip as if it were another. */
export async function addApart(
  tx: Tx,
  jurisdiction: string,
  { prefix, number }: Serial,
  personId: string,
): Promise<void> {
  await tx
    .updateTable('poll_slip')
    .set({ apart: sql<string[]>`array_append(apart, ${personId}::uuid)` })
    .where('jurisdiction', '=', jurisdiction)
    .where('prefix', '=', prefix)
    .where('number', '=', number)
    .execute();
}

export type SlipEntry = Awaited<ReturnType<typeof selectEntries>>[number];

/** What was typed of a slip, by pass. */
export async function selectEntries(tx: Tx, jurisdiction: string, { prefix, number }: Serial) {
  return tx
    .selectFrom('poll_slip_entry')
    .select(['pass', 'person_id', 'mark', 'sealed'])
    .where('jurisdiction', '=', jurisdiction)
    .where('prefix', '=', prefix)
    .where('number', '=', number)
    .orderBy('pass')
    .execute();
}

/** Writes a pass; who types theirs anew has the newer one. */
export async function upsertEntry(tx: Tx, entry: Row<'poll_slip_entry'>): Promise<void> {
  const { mark, sealed, person_id } = entry;
  await tx
    .insertInto('poll_slip_entry')
    .values(entry)
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction', 'prefix', 'number', 'pass']).doUpdateSet({ mark, sealed, person_id }),
    )
    .execute();
}

/** Everything that was typed of these slips by one person, without what it says. */
export async function selectOwnEntries(tx: Tx, { jurisdiction, pollId }: Of, personId: string) {
  return tx
    .selectFrom('poll_slip_entry')
    .select(['prefix', 'number'])
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .where('person_id', '=', personId)
    .execute();
}

/** Forgets what was typed. */
export async function deleteEntries(tx: Tx, { jurisdiction, pollId }: Of): Promise<void> {
  await tx
    .deleteFrom('poll_slip_entry')
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .execute();
}

/**
 * Takes the slips of a vote out and puts them back in the order of their numbers: what came in which order is not there any more, nor who typed
 * what as if it were another.
 */
export async function rewriteSlips(tx: Tx, { jurisdiction, pollId }: Of): Promise<void> {
  const rows = await tx
    .deleteFrom('poll_slip')
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .returningAll()
    .execute();
  await insertSlips(
    tx,
    rows
      .map((row) => ({ ...row, apart: [] }))
      .sort((a, b) => (a.prefix < b.prefix ? -1 : a.prefix > b.prefix ? 1 : a.number - b.number)),
  );
}

/** Ticks that somebody took a paper slip. @returns their entry; undefined where they took one before */
export async function tickPaper(tx: Tx, { jurisdiction, poll_id, electorate, member_hash }: RollMember) {
  return tx
    .updateTable('poll_roll')
    .set({ paper: true })
    .where('jurisdiction', '=', jurisdiction)
    .where('member_hash', '=', member_hash)
    .where('poll_id', '=', poll_id)
    .where('electorate', '=', electorate)
    .where('paper', '=', false)
    .returning(['id', 'station_id'])
    .executeTakeFirst();
}

type Tick = { id: string; ticked_by: Buffer };

/** Takes a tick off an entry of the roll. @returns whether it was there */
export async function untick(tx: Tx, { jurisdiction, pollId }: Of, { id, ticked_by }: Tick): Promise<boolean> {
  const row = await tx
    .updateTable('poll_roll')
    .set({ paper: false, ticked_by: null })
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .where('id', '=', id)
    .where('ticked_by', '=', ticked_by)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes an entry off the roll that was there by its tick alone. @returns whether it was there */
export async function removeTicked(tx: Tx, { jurisdiction, pollId }: Of, { id, ticked_by }: Tick): Promise<boolean> {
  const row = await tx
    .deleteFrom('poll_roll')
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .where('id', '=', id)
    .where('ticked_by', '=', ticked_by)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes the ticked entries of a station off the roll, for them to be put on again. */
export async function takeTicked(tx: Tx, { jurisdiction, pollId }: Of, stationId: string | null) {
  return tx
    .deleteFrom('poll_roll')
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .where('station_id', stationId === null ? 'is' : '=', stationId)
    .where('paper', '=', true)
    .returningAll()
    .execute();
}

/** Everybody who took a paper slip, by their entries, a page at a time. */
export async function selectTicked(tx: Tx, { jurisdiction, pollId }: Of, after: string, limit: number) {
  return tx
    .selectFrom('poll_roll')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .where('paper', '=', true)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Takes the ballots of these voters out of the box, and counts how many it were. */
export async function removeBallots(tx: Tx, { jurisdiction, pollId }: Of, voters: readonly Buffer[]): Promise<void> {
  if (!voters.length) return;
  const { numDeletedRows } = await tx
    .deleteFrom('ballot')
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .where('voter', 'in', [...voters])
    .executeTakeFirst();
  if (!numDeletedRows) return;
  await tx
    .updateTable('poll')
    .set(({ eb }) => ({ removed: eb('removed', '+', Number(numDeletedRows)) }))
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', pollId)
    .execute();
}

/** Which of these voters have a ballot in the box. */
export async function selectVoters(tx: Tx, { jurisdiction, pollId }: Of, voters: readonly Buffer[]): Promise<Buffer[]> {
  if (!voters.length) return [];
  const rows = await tx
    .selectFrom('ballot')
    .select('voter')
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .where('voter', 'in', [...voters])
    .execute();
  return rows.map(({ voter }) => voter);
}
