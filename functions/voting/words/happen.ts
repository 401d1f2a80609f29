import { ensure, ProblemError } from '../../../shared/kernel/problems';
import { type EventKind, type Facts, refusal, stateAfter } from '../../../shared/voting/lifecycle';
import { leavesSomething, type Span, spansFit, withoutSpans } from '../../../shared/voting/spans';
import type { Refusal } from '../../../shared/voting/states';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { lockWords, updateWords, type WordsRow } from '../queries-words';
import { countedPoll, ensureScreener } from './screeners';

type Which = { id: string; word: string; version: number };
type Given = { spans?: Span[]; reason?: Refusal };

/** Words as the lifecycle's table sees them. @param seen the version that was on the screen; undefined where nobody looked at one */
export function factsOf(
  row: Pick<WordsRow, 'state' | 'version' | 'words' | 'spans' | 'marked_by' | 'refused_for'>,
  { published, personId, seen }: { published: boolean; personId: string; seen?: number },
): Facts {
  return {
    state: row.state,
    markedByThem: row.marked_by === personId,
    seenOlder: seen !== undefined && seen !== row.version,
    published,
    reported: row.refused_for === 'report',
    somethingLeft: row.words !== null && leavesSomething(row.words, row.spans),
  };
}

/**
 * Something happens to what somebody wrote: the only way in which its state changes, in one transaction with the line that says who did it.
 * @throws ProblemError what `refusal` says; `spans_bad` where these can't be taken out of the words
 */
export async function happen(
  call: Call<Person>,
  { id, word, version }: Which,
  event: EventKind,
  { spans, reason }: Given = {},
): Promise<{ state: Facts['state']; version: number }> {
  const { jurisdiction, caller, now } = call;
  const of = { jurisdiction, pollId: id };
  return call.write(async (tx) => {
    const poll = await countedPoll(tx, call, id, 'lock');
    await ensureScreener(tx, call, id);
    const row = await lockWords(tx, of, word);
    ensure(row, 'not_found');
    const facts = factsOf(row, {
      published: poll.words_published_at !== null,
      personId: caller.personId,
      seen: version,
    });
    const problem = refusal(event, facts, ['screener']);
    if (problem) throw new ProblemError(problem);
    ensure(!spans || spansFit(row.words ?? '', spans), 'spans_bad');
    const state = stateAfter(event, facts);
    const next = row.version + 1;
    const shown = state === 'released' ? withoutSpans(row.words ?? '', row.spans) : null;
    await updateWords(tx, of, word, {
      state,
      version: next,
      spans,
      shown,
      refused_for: reason ?? null,
      marked_by: state === 'waiting' ? null : event === 'marked' ? caller.personId : row.marked_by,
      decided_by: event === 'marked' ? null : caller.personId,
    });
    await writeDown(tx, call, word, { event, now });
    return { state, version: next };
  });
}

/** Who did it, and nothing of what it says. */
async function writeDown(
  tx: Tx,
  { jurisdiction, caller }: Call<Person>,
  word: string,
  { event, now }: { event: EventKind; now: Date },
): Promise<void> {
  const entry = { jurisdiction, personId: caller.personId, objectKind: 'poll_words', objectId: word, now };
  await audit(tx, { ...entry, action: `words.${event}` });
}
