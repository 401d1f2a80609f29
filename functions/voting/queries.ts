import { type Insertable, sql } from 'kysely';
import { byteaArray } from '../platform/binary-array';
import type { Tx } from '../platform/database';
import { inChunks } from '../platform/in-chunks';
import type { KeyKind, RollMember, VotingTables } from './tables';

type Row<Name extends keyof VotingTables> = VotingTables[Name];

export async function insertPoll(
  tx: Tx,
  poll: Pick<Row<'poll'>, 'jurisdiction' | 'id' | 'subject_context' | 'subject_id'> & {
    definition: string;
    definition_hash: Buffer;
    opens_at: Date;
    closes_at: Date;
  },
): Promise<void> {
  await tx.insertInto('poll').values(poll).execute();
}

export type PollRow = NonNullable<Awaited<ReturnType<typeof selectPoll>>>;

/** What a vote stands on and how far it is. */
export async function selectPoll(tx: Tx, jurisdiction: string, id: string) {
  return tx
    .selectFrom('poll')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Of two who want to bring a vote on, one waits for the other. */
export async function lockPoll(tx: Tx, jurisdiction: string, id: string) {
  return tx
    .selectFrom('poll')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function updatePoll(
  tx: Tx,
  jurisdiction: string,
  id: string,
  changes: {
    closes_at?: Date;
    closings?: string;
    closed_at?: Date;
    slips_closed_at?: Date;
    link_destroyed_at?: Date;
    counted_at?: Date;
    published_at?: Date;
    tally?: string;
    root?: Buffer;
    words_published_at?: Date;
    words_forgotten_at?: Date;
  },
): Promise<void> {
  await tx.updateTable('poll').set(changes).where('jurisdiction', '=', jurisdiction).where('id', '=', id).execute();
}

export async function insertKeyHalf(tx: Tx, row: Row<'poll_key'>): Promise<void> {
  await tx.insertInto('poll_key').values(row).execute();
}

type KeyOf = { jurisdiction: string; pollId: string; kind: KeyKind };

export async function selectKeyHalf(tx: Tx, { jurisdiction, pollId, kind }: KeyOf): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('poll_key')
    .select('half')
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row?.half ?? null;
}

export async function deleteKeyHalf(tx: Tx, { jurisdiction, pollId, kind }: KeyOf): Promise<void> {
  await tx
    .deleteFrom('poll_key')
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .where('kind', '=', kind)
    .execute();
}

/** Adds entries to the roll; who is on it stays as they are. */
export async function insertRoll(tx: Tx, rows: readonly Insertable<Row<'poll_roll'>>[]): Promise<void> {
  await inChunks(rows, (chunk) =>
    tx
      .insertInto('poll_roll')
      .values(chunk)
      .onConflict((conflict) => conflict.columns(['jurisdiction', 'poll_id', 'electorate', 'member_hash']).doNothing())
      .execute(),
  );
}

export async function selectRollEntry(tx: Tx, { jurisdiction, poll_id, electorate, member_hash }: RollMember) {
  return tx
    .selectFrom('poll_roll')
    .select(['id', 'station_id', 'paper'])
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', poll_id)
    .where('electorate', '=', electorate)
    .where('member_hash', '=', member_hash)
    .executeTakeFirst();
}

/** How many entries the roll has that vote on a phone, by electorate and station. */
export async function selectRollSizes(tx: Tx, jurisdiction: string, pollId: string) {
  return tx
    .selectFrom('poll_roll')
    .select(({ fn }) => ['electorate', 'station_id', fn.countAll<number>().as('count')])
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .where('paper', '=', false)
    .groupBy(['electorate', 'station_id'])
    .execute();
}

/** The revision of the ballot that lies in the box; 0 where there is none. */
export async function selectRevision(
  tx: Tx,
  { jurisdiction, pollId, voter }: { jurisdiction: string; pollId: string; voter: Buffer },
): Promise<number> {
  const row = await tx
    .selectFrom('ballot')
    .select('revision')
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .where('voter', '=', voter)
    .executeTakeFirst();
  return row?.revision ?? 0;
}

/** A ballot on its way into the box; `entry` is its entry of the roll, which the row does not keep, and null where it is of a slip of paper. */
export type CastRow = Omit<Row<'ballot'>, 'jurisdiction'> & { entry: string | null; at: Date };

/** What became of one: `written` also where the same ballot lay there already. */
export type CastEnd = 'written' | 'closed' | 'not_open' | 'not_on_roll' | 'paper_taken' | 'newer_there';

/**
 * The hot write: one statement, kept by the database (`cast_ballots`), for any number of ballots of one county, no two of them of one voter.
 * Each is let in while its vote is open and its entry is on the roll, and takes the place of an older revision. In the order of the voters,
 * so that two of these statements wait for one another and never in a circle.
 */
export async function insertBallots(
  tx: Tx,
  jurisdiction: string,
  rows: readonly CastRow[],
): Promise<Map<string, CastEnd>> {
  const sorted = [...rows].sort((a, b) => Buffer.compare(a.voter, b.voter));
  const all = <T>(of: (row: CastRow) => T) => sorted.map(of);
  const bytes = (of: (row: CastRow) => Buffer) => byteaArray(sorted.map(of));
  const { rows: ends } = await sql<{ whose: Buffer; became: CastEnd }>`
    select whose, became from cast_ballots(
      ${jurisdiction}, ${all(({ poll_id }) => poll_id)}, ${bytes(({ voter }) => voter)}, ${all(({ entry }) => entry)},
      ${all(({ electorate }) => electorate)}, ${all(({ station_id }) => station_id)}, ${all(({ channel }) => channel)},
      ${all(({ cast_on }) => cast_on)}, ${all(({ revision }) => revision)}, ${bytes(({ leaf }) => leaf)},
      ${bytes(({ sealed }) => sealed)}, ${all(({ at }) => at)}
    )`.execute(tx);
  // Whose ballot could go in and did not has a newer one there.
  const found = new Map<string, CastEnd>(rows.map(({ voter }) => [voter.toString('hex'), 'newer_there']));
  for (const { whose, became } of ends) found.set(whose.toString('hex'), became);
  return found;
}

/** Sealed ballots in the order of their voters' MACs, which says nothing, a page at a time. */
export async function selectBallots(
  tx: Tx,
  { jurisdiction, pollId, after, limit }: { jurisdiction: string; pollId: string; after: Buffer; limit: number },
) {
  return tx
    .selectFrom('ballot')
    .select(['voter', 'leaf', 'sealed'])
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .where('voter', '>', after)
    .orderBy('voter')
    .limit(limit)
    .execute();
}

/** Some thousands of ballots, by their voters: a statement for all of ten million would not be over in time. */
const PILE = 20_000;

/** Takes the ballots behind `after` out of the box, a pile of them. @returns the last voter of the pile; null when it was the last pile */
export async function deleteBallots(tx: Tx, of: Of, after: Buffer): Promise<Buffer | null> {
  const last = await tx
    .selectFrom('ballot')
    .select('voter')
    .where('jurisdiction', '=', of.jurisdiction)
    .where('poll_id', '=', of.poll_id)
    .where('voter', '>', after)
    .orderBy('voter')
    .offset(PILE - 1)
    .limit(1)
    .executeTakeFirst();
  const all = tx
    .deleteFrom('ballot')
    .where('jurisdiction', '=', of.jurisdiction)
    .where('poll_id', '=', of.poll_id)
    .where('voter', '>', after);
  await (last ? all.where('voter', '<=', last.voter) : all).execute();
  return last?.voter ?? null;
}

type Of = { jurisdiction: string; poll_id: string };

/** Puts the leaves of these ballots on the list, without what they say ever leaving the database, in an order of their own. */
export async function insertLeaves(
  tx: Tx,
  of: Of,
  { after, last, except }: { after: Buffer; last: Buffer; except: readonly Buffer[] },
): Promise<void> {
  await sql`
    insert into poll_leaf (jurisdiction, poll_id, leaf)
    select jurisdiction, poll_id, leaf from ballot
    where jurisdiction = ${of.jurisdiction} and poll_id = ${of.poll_id}
      and voter > ${after} and voter <= ${last} and voter <> all (${except}::bytea[])
    order by leaf`.execute(tx);
}

export async function insertCounts(
  tx: Tx,
  of: Of,
  counts: readonly Omit<Row<'poll_count'>, 'jurisdiction' | 'poll_id'>[],
): Promise<void> {
  await inChunks(counts, (chunk) =>
    tx
      .insertInto('poll_count')
      .values(chunk.map((count) => ({ ...of, ...count })))
      .execute(),
  );
}

/** Keeps how many ballots came by station and day, as the box has them now. @param stations their places in the definition */
export async function insertTurnout(tx: Tx, of: Of, stations: ReadonlyMap<string, number>): Promise<void> {
  const rows = await selectBox(tx, of.jurisdiction, of.poll_id);
  await inChunks(rows, (chunk) =>
    tx
      .insertInto('poll_turnout')
      .values(chunk.map(({ station_id, ...row }) => ({ ...of, ...row, station: stations.get(station_id ?? '') ?? -1 })))
      .execute(),
  );
}

/** Ballots in the box by electorate, station, channel and day; nothing of what they say. */
export async function selectBox(tx: Tx, jurisdiction: string, pollId: string) {
  return tx
    .selectFrom('ballot')
    .select(({ fn }) => ['electorate', 'station_id', 'channel', 'cast_on', fn.countAll<number>().as('count')])
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .groupBy(['electorate', 'station_id', 'channel', 'cast_on'])
    .execute();
}

/** The same as it was kept when the box was emptied; a station by its place in the definition. */
export async function selectTurnout(tx: Tx, jurisdiction: string, pollId: string) {
  return tx
    .selectFrom('poll_turnout')
    .select(['electorate', 'station', 'channel', 'cast_on', 'count'])
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .execute();
}

export async function insertWords(
  tx: Tx,
  of: Of,
  words: readonly Pick<Row<'poll_words'>, 'id' | 'electorate' | 'station' | 'subject' | 'words'>[],
): Promise<void> {
  await inChunks(words, (chunk) =>
    tx
      .insertInto('poll_words')
      .values(chunk.map((one) => ({ ...of, ...one })))
      .execute(),
  );
}

/** Everything that was counted and may be seen. */
export async function selectCounts(tx: Tx, jurisdiction: string, pollId: string) {
  return tx
    .selectFrom('poll_count')
    .select(['electorate', 'station', 'subject', 'question', 'answer', 'count'])
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .orderBy('electorate')
    .orderBy('subject')
    .orderBy('station')
    .orderBy('question')
    .orderBy('answer')
    .execute();
}

/** How long the list of ballots is. */
export async function selectLeafCount(tx: Tx, { jurisdiction, poll_id }: Of): Promise<number> {
  const { count } = await tx
    .selectFrom('poll_leaf')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', poll_id)
    .executeTakeFirstOrThrow();
  return count;
}

/** The list of ballots, in the order of their leaves, a page at a time. */
export async function selectLeaves(tx: Tx, { jurisdiction, poll_id }: Of, after: Buffer): Promise<Buffer[]> {
  const rows = await tx
    .selectFrom('poll_leaf')
    .select('leaf')
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', poll_id)
    .where('leaf', '>', after)
    .orderBy('leaf')
    .limit(PILE)
    .execute();
  return rows.map(({ leaf }) => leaf);
}
