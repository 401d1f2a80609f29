import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { publishWords as contract } from '../../../shared/voting/contract';
import type { Definition } from '../../../shared/voting/definition';
import { UNDECIDED } from '../../../shared/voting/states';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { updatePoll } from '../queries';
import { countStates, hideSmallStations } from '../queries-words';
import { countedPoll, ensureScreener } from './screeners';

/** Everything that was released is public from now on, at once: no department sees a word before, and nothing says which was decided when. */
export async function publishWords(
  call: Call<Person>,
  { id }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const of = { jurisdiction, pollId: id };
  return call.write(async (tx) => {
    const poll = await countedPoll(tx, call, id, 'lock');
    await ensureScreener(tx, call, id);
    if (poll.words_published_at) return { publishedOn: dayOf(poll.words_published_at) };
    ensure(poll.published_at, 'results_first');
    const counts = await countStates(tx, of);
    ensure(!UNDECIDED.some((state) => counts.get(state)), 'words_waiting');
    const { threshold } = JSON.parse(poll.definition) as Definition;
    await hideSmallStations(tx, of, threshold);
    await updatePoll(tx, jurisdiction, id, { words_published_at: now });
    const entry = { jurisdiction, personId: caller.personId, objectKind: 'poll', objectId: id, now };
    await audit(tx, { ...entry, action: 'words.published' });
    return { publishedOn: dayOf(now) };
  });
}
