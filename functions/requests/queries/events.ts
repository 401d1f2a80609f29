import { type Insertable, sql } from 'kysely';
import { EVENT_KINDS, rowOf } from '../../../shared/requests/lifecycle';
import type { Tx } from '../../platform/database';
import type { RequestTables } from '../tables';

/** Said for a resident without an account. */
const SPOKEN = sql<boolean>`coalesce(detail ->> 'spoken' = 'true', false)`;

type NewEvent = Insertable<RequestTables['request_event']>;

/** @returns false when the event is there already (seen once a round) */
export async function insertEvent(tx: Tx, event: NewEvent): Promise<boolean> {
  const row = await tx
    .insertInto('request_event')
    .values(event)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The whole history of a request, newest first. */
export async function selectEvents(tx: Tx, jurisdiction: string, requestId: string) {
  return tx
    .selectFrom('request_event')
    .select(['id', 'round', 'kind', 'person_id', 'deputy_id', 'words', 'detail', 'at', SPOKEN.as('spoken')])
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', '=', requestId)
    .orderBy('id', 'desc')
    .execute();
}

export type EventRow = Awaited<ReturnType<typeof selectEvents>>[number];

/**
 * What a person did with a request before, and every answer to it, newest first: from these follow which side they were on.
 * @param personId null for the clock, which did nothing
 */
export async function selectPast(tx: Tx, jurisdiction: string, requestId: string, personId: string | null) {
  return tx
    .selectFrom('request_event')
    .select(['id', 'round', 'kind', 'person_id', SPOKEN.as('spoken')])
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', '=', requestId)
    .where((eb) => eb.or([eb('kind', '=', 'answered'), eb('person_id', '=', personId)]))
    .orderBy('id', 'desc')
    .execute();
}

export type PastRow = Awaited<ReturnType<typeof selectPast>>[number];

/** True when the person said something on it for a resident without an account. */
export async function hasSpoken(tx: Tx, jurisdiction: string, requestId: string, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('request_event')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', '=', requestId)
    .where('person_id', '=', personId)
    .where(SPOKEN)
    .executeTakeFirst();
  return row !== undefined;
}

/** Events whose words nobody checks: the station's own, and what stays between it and the deputy. */
const UNCHECKED = EVENT_KINDS.filter((kind) => rowOf(kind).unchecked);

/** Events with words, in the order in which they happened, after this one; the first stands for the request's own words. */
export async function selectWordsAfter(tx: Tx, jurisdiction: string, requestId: string, after: string | null) {
  let query = tx
    .selectFrom('request_event')
    .select(['id', 'kind', 'words', 'person_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', '=', requestId)
    .where('kind', 'not in', UNCHECKED)
    .where((eb) => eb.or([eb('words', 'is not', null), eb('kind', 'in', ['submitted', 'entered_for'])]));
  if (after) query = query.where('id', '>', after);
  return query.orderBy('id').execute();
}
