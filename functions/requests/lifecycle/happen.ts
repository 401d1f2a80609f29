import { v7 } from 'uuid';
import type { ResultClass } from '../../../shared/assignments/values';
import type { Day } from '../../../shared/kernel/days';
import { type EventKind, refusal, rowOf } from '../../../shared/requests/lifecycle';
import type { Told } from '../../../shared/requests/messages';
import { attachPictures } from '../../pictures/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { enqueue } from '../../platform/outbox';
import { CHECK_WORDS } from '../content/check-words';
import { closeLinks } from '../content/close-links';
import { keepOnBoard } from '../queries/board';
import { insertEvent, type WrittenDown } from '../queries/events';
import type { RequestRow } from '../queries/requests';
import { type Changes, writeState } from '../queries/write-state';
import { along } from './along';
import { keepAssignmentInStep } from './assignment';
import { changesOf } from './changes';
import type { Matter } from './matter';
import { tell } from './notify';
import { refused } from './refused';
import { closeWithMatter } from './reports';

/** The class by which a department says that it solved the matter (A 类); a deputy's answer has no class and says so. */
const SAYS_DONE: ResultClass = 'A';

/** What a verb adds to what the table says of an event. */
export type Happening = {
  words?: string | null;
  /** Sent before, and part of the event from now on. */
  pictures?: readonly string[];
  /** The deputy to whom it goes; null: all of the village's. */
  to?: string | null;
  /** What a department promises with it, and when the resident is asked whether it is solved; without a day now. */
  promised?: Told['promised'];
  questionOn?: Day | null;
  detail?: WrittenDown;
  /** About one picture, not about the request's words. */
  picture?: string | null;
  set?: Changes;
  /** Who at the station did it, for whom it is told to. */
  who?: string;
  /** How many others it is handled with. */
  others?: number;
  /** The one it is handled with, which has it now, or from which this follows. */
  lead?: RequestRow;
};

/**
 * Something happens to a request: the only way in which its state changes and its history grows, both in the caller's transaction. Refused
 * where the table refuses it; otherwise row and event are written, its words go to be checked, and whoever the table names is told.
 * @returns the request as it is now
 * @throws ProblemError what `refusal` says; `picture_missing`, `picture_taken`
 */
export async function happen(
  tx: Tx,
  call: Call,
  matter: Matter,
  event: EventKind,
  happening: Happening = {},
): Promise<RequestRow> {
  const problem = refusal(event, matter.facts, matter.sides);
  if (problem) throw await refused(tx, call, matter, event, problem);
  const { request } = matter;
  const { words = null, pictures = [], to, picture = null, promised = [], questionOn = null } = happening;
  const changes = {
    ...changesOf(event, matter, call.now, {
      hasWords: words !== null,
      ofPicture: picture !== null,
      saysDone: (happening.detail?.resultClass ?? SAYS_DONE) === SAYS_DONE,
      questionOn,
    }),
    // Who has it now was handed nothing, unless that is said.
    ...(to === undefined ? {} : { deputy_id: to, handover_to: null }),
    ...happening.set,
  };
  await writeState(tx, call.jurisdiction, request.id, changes);
  const eventId = await record(tx, call, matter, event, happening);
  if (pictures.length)
    await attachPictures(tx, call as Call<Person>, pictures, { request_id: request.id, event_id: eventId });
  const now = { ...request, ...changes };
  await keepOnBoard(tx, call.jurisdiction, request, now);
  await closeWithMatter(tx, call, event, { before: request, after: now, words });
  await keepAssignmentInStep(tx, call, event, { before: request, after: now });
  await closeLinks(tx, call, event, { before: request, after: now, picture });
  const by = call.caller?.personId ?? null;
  const { who, others, lead } = happening;
  const told = { before: request, after: now, directory: matter.directory, words, promised, by, who, others, lead };
  if (eventId) await tell(tx, call, event, told);
  for (const one of await along(tx, call, matter, event, { after: now, happening }))
    await happen(tx, call, one.matter, one.event, one.happening);
  return now;
}

/** Writes the event into the history. @returns its id; null when it was there already (seen once a round) */
async function record(
  tx: Tx,
  { jurisdiction, caller, now }: Call,
  { request, sides }: Matter,
  event: EventKind,
  { words = null, to, picture, others, detail }: Happening,
): Promise<string | null> {
  const { by, unchecked } = rowOf(event);
  const id = v7();
  const asDeputy = by.includes('deputy') && sides.includes('deputy');
  const written = await insertEvent(tx, {
    jurisdiction,
    request_id: request.id,
    id,
    round: request.round,
    kind: event,
    person_id: caller?.personId ?? null,
    deputy_id: to === undefined ? (asDeputy ? (caller?.deputyId ?? null) : null) : to,
    words,
    detail: JSON.stringify({
      // Said for somebody who has no account.
      ...(by.includes('speaker') && request.resident_id === null ? { spoken: true } : {}),
      ...(to === undefined ? {} : { from: request.deputy_id }),
      ...(picture === undefined ? {} : { picture }),
      ...(others === undefined ? {} : { others }),
      ...detail,
    }),
    at: now,
  });
  if (!written) return null;
  const payload = { requestId: request.id };
  if (words !== null && !unchecked) await enqueue(tx, { jurisdiction, topic: CHECK_WORDS, payload, runAt: now, now });
  return id;
}
