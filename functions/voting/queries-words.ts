import { sql } from 'kysely';
import { PAGE_SIZE } from '../../shared/kernel/pages';
import { COUNTY } from '../../shared/voting/results';
import type { Span } from '../../shared/voting/spans';
import type { Refusal, State } from '../../shared/voting/states';
import type { Tx } from '../platform/database';

type Of = { jurisdiction: string; pollId: string };

const ofPoll = (tx: Tx, { jurisdiction, pollId }: Of) =>
  tx.selectFrom('poll_words').where('jurisdiction', '=', jurisdiction).where('poll_id', '=', pollId);

export type WordsRow = NonNullable<Awaited<ReturnType<typeof lockWords>>>;

/** Of two who act on the same words, one waits for the other. */
export async function lockWords(tx: Tx, of: Of, id: string) {
  return ofPoll(tx, of).selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** A page of what is in one state, by random ids, each with its place among all. */
export async function selectWords(tx: Tx, of: Of, state: State, after: string | null) {
  return tx
    .selectFrom(ofPoll(tx, of).selectAll().select(sql<number>`row_number() over (order by id)`.as('number')).as('w'))
    .selectAll()
    .where('state', '=', state)
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(PAGE_SIZE + 1)
    .execute();
}

export async function countStates(tx: Tx, of: Of): Promise<Map<State, number>> {
  const rows = await ofPoll(tx, of)
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state, Number(count)]));
}

export async function updateWords(
  tx: Tx,
  { jurisdiction, pollId }: Of,
  id: string,
  {
    spans,
    ...changes
  }: {
    state: State;
    version: number;
    spans?: readonly Span[];
    shown: string | null;
    refused_for: Refusal | null;
    marked_by: string | null;
    decided_by: string | null;
  },
): Promise<void> {
  await tx
    .updateTable('poll_words')
    .set({ ...changes, ...(spans ? { spans: JSON.stringify(spans) } : {}) })
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .where('id', '=', id)
    .execute();
}

/** Stations of which fewer than these are released say only the county from now on: with what is left one could guess who. */
export async function hideSmallStations(tx: Tx, { jurisdiction, pollId }: Of, threshold: number): Promise<void> {
  await sql`
    update poll_words w set station = ${COUNTY}
    from (
      select electorate, station from poll_words
      where jurisdiction = ${jurisdiction} and poll_id = ${pollId} and state = 'released'
      group by electorate, station having count(*) < ${threshold}
    ) small
    where w.jurisdiction = ${jurisdiction} and w.poll_id = ${pollId} and w.state = 'released'
      and w.electorate = small.electorate and w.station = small.station`.execute(tx);
}

/** Deletes the originals of what was published before this moment. @returns votes of which some were there */
export async function forgetOriginals(tx: Tx, jurisdiction: string, before: Date): Promise<string[]> {
  const due = await tx
    .selectFrom('poll')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('words_published_at', '<=', before)
    .where('words_forgotten_at', 'is', null)
    .execute();
  const ids = due.map(({ id }) => id);
  if (ids.length)
    await tx
      .updateTable('poll_words')
      .set({ words: null, spans: '[]' })
      .where('jurisdiction', '=', jurisdiction)
      .where('poll_id', 'in', ids)
      .execute();
  return ids;
}

type Filter = { subject?: number; station?: number };

const released = (tx: Tx, of: Of, { subject, station }: Filter) =>
  ofPoll(tx, of)
    .where('state', '=', 'released')
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject as number))
    .$if(station !== undefined, (query) => query.where('station', '=', station as number));

/** A page of what is released, by random ids. */
export async function selectReleased(tx: Tx, of: Of, filter: Filter, after: string | null) {
  return released(tx, of, filter)
    .select(['id', 'electorate', 'station', 'subject', 'shown'])
    .$if(after !== null, (query) => query.where('id', '>', after as string))
    .orderBy('id')
    .limit(PAGE_SIZE + 1)
    .execute();
}

export async function countReleased(tx: Tx, of: Of, filter: Filter): Promise<number> {
  const row = await released(tx, of, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Those of these that are released, with what is shown of them. */
export async function selectShown(tx: Tx, of: Of, ids: readonly string[]) {
  if (!ids.length) return [];
  return released(tx, of, {})
    .select(['id', 'station', 'subject', 'shown'])
    .where('id', 'in', [...ids])
    .execute();
}

/** How many are released of each subject; of one station, or of all. */
export async function countBySubject(tx: Tx, of: Of, filter: Filter): Promise<Map<number, number>> {
  const rows = await released(tx, of, filter)
    .select(({ fn }) => ['subject', fn.countAll<number>().as('count')])
    .groupBy('subject')
    .execute();
  return new Map(rows.map(({ subject, count }) => [Number(subject), Number(count)]));
}

/** How many were refused, by why. */
export async function countRefusals(tx: Tx, of: Of): Promise<{ refused_for: Refusal | null; count: number }[]> {
  return ofPoll(tx, of)
    .select(({ fn }) => ['refused_for', fn.countAll<number>().as('count')])
    .where('state', '=', 'refused')
    .groupBy('refused_for')
    .execute();
}

/** The two who screen, in the order in which they began. */
export async function selectScreeners(tx: Tx, { jurisdiction, pollId }: Of) {
  return tx
    .selectFrom('poll_screener')
    .select(['person_id', 'since'])
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .orderBy('since')
    .orderBy('person_id')
    .execute();
}

export async function insertScreener(
  tx: Tx,
  { jurisdiction, pollId }: Of,
  personId: string,
  since: Date,
): Promise<void> {
  await tx.insertInto('poll_screener').values({ jurisdiction, poll_id: pollId, person_id: personId, since }).execute();
}

export async function deleteScreener(tx: Tx, { jurisdiction, pollId }: Of, personId: string): Promise<void> {
  await tx
    .deleteFrom('poll_screener')
    .where('jurisdiction', '=', jurisdiction)
    .where('poll_id', '=', pollId)
    .where('person_id', '=', personId)
    .execute();
}
