import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { handOver as contract } from '../../../shared/voting/contract';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { lockWords } from '../queries-words';
import { ensureScreener } from './screeners';

/** A report goes to those whom it is for: it can be read for that, and each time is written down. */
export async function handOver(
  call: Call<Person>,
  { id, word, to }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  return call.write(async (tx) => {
    const row = await lockWords(tx, { jurisdiction, pollId: id }, word);
    ensure(row?.refused_for === 'report' && row.words !== null, 'not_found');
    await ensureScreener(tx, call, id);
    const entry = { jurisdiction, personId: caller.personId, objectKind: 'poll_words', objectId: word, now };
    await audit(tx, { ...entry, action: 'words.handed_over', reason: to });
    return { words: row.words };
  });
}
