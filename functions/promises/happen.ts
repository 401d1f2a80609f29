import { v7 } from 'uuid';
import { type Day, dayOf } from '../../shared/kernel/days';
import { ProblemError } from '../../shared/kernel/problems';
import { EVENTS, type EventKind, refusal, stateAfter } from '../../shared/promises/lifecycle';
import type { Side } from '../../shared/promises/states';
import { attachPictures } from '../pictures/public';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import type { Matter } from './matter';
import { insertEvents, type PromiseRow, updatePromise } from './queries';
import { tell } from './tell';
import { tellSubject } from './tell-subject';

/** What a verb adds to what the table says of an event. */
export type Happening = { words?: string; link?: string; dueOn?: Day; pictures?: readonly string[] };

/**
 * Something happens to a promise: the only way in which its state changes and its history grows, both in the caller's transaction, and whoever
 * the table names is told.
 * @returns the promise as it is now. @throws ProblemError what `refusal` says; `picture_missing`, `picture_taken`
 */
export async function happen(
  tx: Tx,
  call: Call,
  { promise, facts, sides }: Matter,
  event: EventKind,
  happening: Happening = {},
): Promise<PromiseRow> {
  const problem = refusal(event, facts, sides);
  if (problem) throw new ProblemError(problem);
  const { jurisdiction, now, caller } = call;
  const changes = {
    ...changesOf(event, promise, happening, now),
    state: stateAfter(event, facts),
    version: promise.version + 1,
    changed_at: now,
  };
  await updatePromise(tx, jurisdiction, promise.id, changes);
  const side = EVENTS[event].by.find((one) => sides.includes(one)) as Side;
  const eventId = v7();
  await insertEvents(tx, [
    {
      jurisdiction,
      promise_id: promise.id,
      id: eventId,
      kind: event,
      side,
      station_id: side === 'station' ? (promise.station_id ?? caller?.stationIds[0] ?? null) : null,
      person_id: caller?.personId ?? null,
      words: happening.words ?? null,
      link: happening.link ?? null,
      due_on: happening.dueOn ?? null,
      at: now,
    },
  ]);
  const { pictures = [] } = happening;
  const belongs = { promise_id: promise.id, event_id: eventId };
  if (pictures.length) await attachPictures(tx, call as Call<Person>, pictures, belongs);
  const changed = { ...promise, ...changes };
  await tell(tx, call, event, changed);
  if (caller && MOVES_DAY.includes(event)) await tellSubject(tx, call as Call<Person>, changed);
  return changed;
}

/** By what a day changes, or no longer counts. */
const MOVES_DAY: readonly EventKind[] = ['extension_granted', 'seen_done', 'reopened'];

type Changes = Partial<PromiseRow>;

/** What an event changes of a promise besides its state. */
function changesOf(event: EventKind, promise: PromiseRow, { dueOn }: Happening, now: Date): Changes {
  const today = dayOf(now);
  switch (event) {
    case 'extension_asked':
      return { extension: 'asked', asked_until: dueOn ?? null };
    case 'extension_granted':
      return { ...newDay(promise.asked_until as Day), extension: 'granted' };
    case 'extension_refused':
      return { extension: 'refused' };
    case 'said_done':
      return { done_on: today, looked_at: null };
    case 'seen_done':
      return { done_on: promise.done_on ?? today, looked_at: now };
    case 'seen_not_done':
      return { done_on: null, looked_at: now };
    case 'asked_why':
      return { why: 'asked' };
    case 'explained':
      return { why: 'explained' };
    case 'reopened':
      return { ...newDay(dueOn as Day), done_on: null, extension: null, asked_until: null };
    default:
      return {};
  }
}

/** Everything that belonged to the day before is over. */
const newDay = (due_on: Day): Changes => ({ due_on, reminded: null, looked_at: null, why: null });
