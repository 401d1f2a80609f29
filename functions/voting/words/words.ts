import { addDays, dayOf } from '../../../shared/kernel/days';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { words as contract } from '../../../shared/voting/contract';
import type { Definition } from '../../../shared/voting/definition';
import { actsOf } from '../../../shared/voting/lifecycle';
import { ORIGINALS_DAYS } from '../../../shared/voting/limits';
import { proposedSpans } from '../../../shared/voting/proposals';
import { withoutSpans } from '../../../shared/voting/spans';
import { STATE_NAMES, UNMARKED } from '../../../shared/voting/states';
import type { Call, Person } from '../../platform/call';
import { pageOfRows, readCursor } from '../../platform/pages';
import { countStates, selectWords } from '../queries-words';
import { factsOf } from './happen';
import { countedPoll, screenersOf } from './screeners';

/** What was written and how far it is; a word of it only to the two who screen. */
export async function words(
  call: Call<Person>,
  { id, state, cursor }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction } = call;
  const of = { jurisdiction, pollId: id };
  const after = readCursor(cursor, 'id')?.[0] ?? null;
  return call.read(async (tx) => {
    const poll = await countedPoll(tx, call, id);
    const definition = JSON.parse(poll.definition) as Definition;
    const [counts, screeners] = [await countStates(tx, of), await screenersOf(tx, call, id)];
    const screens = screeners.some(({ me }) => me);
    const { page, next } = pageOfRows(screens ? await selectWords(tx, of, state, after) : [], (row) => [row.id]);
    const published = poll.words_published_at;
    return {
      title: definition.title,
      threshold: definition.threshold,
      counts: Object.fromEntries(STATE_NAMES.map((name) => [name, counts.get(name) ?? 0])) as never,
      screeners,
      screens,
      resultsPublished: poll.published_at !== null,
      publishedOn: published && dayOf(published),
      forgottenOn: published && addDays(dayOf(published), ORIGINALS_DAYS),
      items: page.map((row) => itemOf(row, definition, { published: published !== null, call })),
      next,
    };
  });
}

type Row = Awaited<ReturnType<typeof selectWords>>[number];

function itemOf(
  row: Row,
  { stations, subjects }: Definition,
  { published, call: { caller } }: { published: boolean; call: Call<Person> },
): Reply<typeof contract>['items'][number] {
  const facts = factsOf(row, { published, personId: caller.personId });
  // A report is not shown here any more, to nobody.
  const words = facts.reported ? null : row.words;
  const { id, number, electorate, state, version, refused_for, marked_by, decided_by } = row;
  return {
    id,
    number: Number(number),
    electorate,
    station: stations[row.station]?.name ?? null,
    subject: subjects[row.subject]?.name ?? '',
    words,
    spans: facts.reported ? [] : row.spans,
    proposed: words !== null && UNMARKED.includes(state) ? proposedSpans(words) : [],
    shown: row.shown ?? (words === null ? null : withoutSpans(words, row.spans)),
    state,
    refusedFor: refused_for,
    version,
    markedByMe: marked_by === caller.personId,
    askedByOther: UNMARKED.includes(state) && decided_by !== null && decided_by !== caller.personId,
    acts: actsOf(facts, ['screener']),
  };
}
