import { currentOf, partsOf } from '../../assignments/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { subjectOf } from '../lifecycle/assignment';
import { detailOf, type EventRow } from '../queries/events';
import type { RequestRow } from '../queries/requests';
import { promisedFor } from './promised';

/**
 * All that anybody wrote in a matter: what was said at first, where it is, what was said since, what departments that work on it say to one another, what they
 * promised and what became of that, and what stands on the notice board.
 */
export async function wordsIn(
  tx: Tx,
  call: Call<Person>,
  request: RequestRow,
  newestFirst: readonly EventRow[],
): Promise<string[]> {
  const { title, words, place, public_title, public_words, public_answer } = request;
  const promised = await promisedFor(tx, call, request.id, newestFirst);
  const assignment = request.department_id === null ? null : await currentOf(tx, call, subjectOf(request));
  const { parts } = await partsOf(tx, call, assignment, () => ({ assigner: false, read: (said) => said }));
  const all = [
    ...[title, words, place, public_title, public_words, public_answer],
    ...newestFirst.flatMap((event) => [event.words, ...(detailOf(event).said ?? []).map((one) => one.words)]),
    ...promised.flatMap((one) => [one.words, ...one.events.map((event) => event.words)]),
    ...parts.flatMap((one) => [one.asks, one.words]),
  ];
  return all.filter((one) => one !== null);
}
