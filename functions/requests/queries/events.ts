import { type Insertable, sql } from 'kysely';
import type { ResultClass } from '../../../shared/assignments/values';
import type { Day } from '../../../shared/kernel/days';
import type { RequestEvent } from '../../../shared/requests/contract';
import { type Act, ANSWERS, EVENT_KINDS, type EventKind, rowOf } from '../../../shared/requests/lifecycle';
import type { LookReason } from '../../../shared/requests/looks';
import type { ASKS, State } from '../../../shared/requests/states';
import type { Said } from '../../platform/call';
import type { Tx } from '../../platform/database';
import type { RequestTables } from '../tables';

/** Of an event: said for a resident without an account. */
export const SPOKEN = sql<boolean>`coalesce(detail ->> 'spoken' = 'true', false)`;

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

const endsOf = (...acts: Act[]) => EVENT_KINDS.filter((kind) => acts.some((act) => act === rowOf(kind).act));
/** What a department does with it that others have to know before they act. */
const BY_DEPARTMENT: EventKind[] = ['accepted', 'returned'];
/** By what it is asked whether it may go to a deputy of another level. */
const PROPOSALS: readonly EventKind[] = ['pass_proposed', 'reassign_proposed'];
/** That ended without its resident's word. */
const BY_ITSELF: EventKind[] = ['handover_unanswered', 'handover_ended', 'handover_withdrawn'];
const MOVES = [
  ...endsOf('take', 'pass', 'reassign', 'refer', 'giveBack', 'assign', 'takeBack', 'decideAsked', 'merge', 'unmerge'),
  ...endsOf('sendToOffice', 'release', 'divert', 'awaitHotline', 'endHotline'),
  ...endsOf('decideHandover', 'declineHandover', 'tellHigher', 'answerHigher'),
  ...PROPOSALS,
  ...BY_ITSELF,
  ...BY_DEPARTMENT,
];
const DECISIONS = endsOf('moderate', 'reviewContent');
const EVERYBODYS: readonly EventKind[] = [...ANSWERS, ...MOVES, ...DECISIONS];

/** Somebody else has it after that. */
export function isMove(kind: EventKind): boolean {
  return MOVES.includes(kind);
}

/** A station decided that. */
export function isDecision(kind: EventKind): boolean {
  return DECISIONS.includes(kind);
}

/** The event by which the department that has it asked what waits for the station. */
export function askedOfStation<Row extends { kind: EventKind }>(
  newestFirst: readonly Row[],
  what: (typeof ASKS)[number],
): Row | undefined {
  return newestFirst.find(({ kind }) => kind === `${what}_asked`);
}

/** Its resident is asked by this whether it may go to a deputy of another level. */
export function isProposal(kind: EventKind): boolean {
  return PROPOSALS.includes(kind);
}

/** The event by which it was last proposed, of a history with the newest first. */
export function proposalOf<Row extends { kind: EventKind }>(newestFirst: readonly Row[]): Row | undefined {
  return newestFirst.find(({ kind }) => isProposal(kind));
}

/** How and when a deputy without an account was told, or said it. */
type Carried = NonNullable<RequestEvent['told']>;

/** What a verb writes down of an event besides its words. */
export type WrittenDown = Record<string, string | number | null | boolean | readonly Said[] | Carried>;

type Detail = {
  /** What those said who worked on it with the department that answers. */
  said?: readonly Said[];
  /** The deputy who had it before. */
  from?: string | null;
  /** The deputy of another level to whom it is to go. */
  higher?: string;
  told?: Carried;
  /** The picture it is about. */
  picture?: string | null;
  /** The department that did it, to which it went, or of which a deputy thinks. */
  department?: string | null;
  /** How far the department says it is. */
  resultClass?: ResultClass;
  /** Where it lay when it was left to the hotline. */
  lay?: State;
  /** How many others it is handled with, from then on. */
  others?: number;
  /** With which it is handled from then on; and with which it was before, and came along when that one was merged. */
  lead?: string;
  with?: string;
  /** It followed from what happened to this one, with which it was handled. */
  along?: string;
  /** Until when it wanted more time, or got it. */
  until?: Day;
  /** Why the phone was looked at, by whom and for which place, as the roll had them then. */
  reason?: LookReason;
  by?: string | null;
  place?: string;
};

/** What an event wrote down besides. */
export function detailOf({ detail }: { detail: unknown }): Detail {
  return detail as Detail;
}

/**
 * What a person did with a request before, newest first, and of what others did every answer, who gave it to whom and what was decided: from
 * these follow which side they were on, and what they may not know yet.
 * @param personId null for the clock, which did nothing
 */
export async function selectPast(tx: Tx, jurisdiction: string, requestId: string, personId: string | null) {
  return tx
    .selectFrom('request_event')
    .select(['id', 'round', 'kind', 'person_id', 'deputy_id', 'detail', 'at', SPOKEN.as('spoken')])
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', '=', requestId)
    .where((eb) => eb.or([eb('kind', 'in', EVERYBODYS), eb('person_id', '=', personId)]))
    .orderBy('id', 'desc')
    .execute();
}

export type PastRow = Awaited<ReturnType<typeof selectPast>>[number];

/** Who of these people said something on it for a resident without an account. */
export async function selectSpeakers(
  tx: Tx,
  jurisdiction: string,
  requestId: string,
  personIds: readonly string[],
): Promise<string[]> {
  if (!personIds.length) return [];
  const rows = await tx
    .selectFrom('request_event')
    .select('person_id')
    .distinct()
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', '=', requestId)
    .where('person_id', 'in', personIds)
    .where(SPOKEN)
    .execute();
  return rows.map(({ person_id }) => person_id as string);
}

/** Events whose words nobody checks: the station's own, and what stays between it and the deputy. */
const UNCHECKED = EVENT_KINDS.filter((kind) => rowOf(kind).unchecked);

/** Events with words, in the order in which they happened, after this one; the first stands for the request's own words. */
export async function selectWordsAfter(tx: Tx, jurisdiction: string, requestId: string, after: string | null) {
  let query = tx
    .selectFrom('request_event')
    .select(['id', 'kind', 'words', 'detail', 'person_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', '=', requestId)
    .where('kind', 'not in', UNCHECKED)
    .where((eb) => eb.or([eb('words', 'is not', null), eb('kind', 'in', ['submitted', 'entered_for'])]));
  if (after) query = query.where('id', '>', after);
  return query.orderBy('id').execute();
}
