import { ensure } from '../../../shared/kernel/problems';
import { nameOfPerson } from '../../identity/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { lockPoll, type PollRow, selectPoll } from '../queries';
import { selectScreeners } from '../queries-words';

/** A vote whose words are there to be screened. @throws ProblemError `not_found`, `poll_not_counted` */
export async function countedPoll(tx: Tx, call: Call, pollId: string, lock?: 'lock'): Promise<PollRow> {
  const poll = await (lock ? lockPoll : selectPoll)(tx, call.jurisdiction, pollId);
  ensure(poll, 'not_found');
  ensure(poll.counted_at, 'poll_not_counted');
  return poll;
}

/** @throws ProblemError `not_screener` for whoever is not one of the two */
export async function ensureScreener(tx: Tx, { jurisdiction, caller }: Call<Person>, pollId: string): Promise<void> {
  const screeners = await selectScreeners(tx, { jurisdiction, pollId });
  ensure(
    screeners.some(({ person_id }) => person_id === caller.personId),
    'not_screener',
  );
}

/** The two, as the desk shows them. */
export async function screenersOf(tx: Tx, { jurisdiction, caller }: Call<Person>, pollId: string) {
  const rows = await selectScreeners(tx, { jurisdiction, pollId });
  const screeners = [];
  for (const { person_id, since } of rows)
    screeners.push({
      id: person_id,
      name: await nameOfPerson(tx, jurisdiction, person_id),
      me: person_id === caller.personId,
      since: since.toISOString(),
    });
  return screeners;
}
