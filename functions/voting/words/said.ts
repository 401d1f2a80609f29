import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { said as contract } from '../../../shared/voting/contract';
import type { Definition } from '../../../shared/voting/definition';
import { REFUSALS } from '../../../shared/voting/states';
import type { Call } from '../../platform/call';
import { pageOfRows, readCursor } from '../../platform/pages';
import { selectPoll } from '../queries';
import { countRefusals, countReleased, selectReleased } from '../queries-words';

/** Results and words are published on days of their own: in between there is nothing to read, and whoever asks did nothing wrong. */
const NOTHING: Reply<typeof contract> = {
  publishedOn: null,
  total: 0,
  refused: refusedOf([]),
  items: [],
  next: null,
};

/** What was released, from the day on which all of it is published. */
export async function said(
  call: Call<null>,
  { id, subject, station, cursor }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction } = call;
  const of = { jurisdiction, pollId: id };
  const after = readCursor(cursor, 'id')?.[0] ?? null;
  return call.read(async (tx) => {
    const poll = await selectPoll(tx, jurisdiction, id);
    ensure(poll?.published_at, 'not_found');
    if (!poll.words_published_at) return NOTHING;
    const { subjects, stations } = JSON.parse(poll.definition) as Definition;
    const filter = { subject: placeOf(subjects, subject), station: placeOf(stations, station) };
    const rows = await selectReleased(tx, of, filter, after);
    const { page, next } = pageOfRows(rows, (row) => [row.id]);
    return {
      publishedOn: dayOf(poll.words_published_at),
      total: await countReleased(tx, of, filter),
      refused: refusedOf(await countRefusals(tx, of)),
      items: page.map(({ id, electorate, station, subject, shown }) => ({
        id,
        electorate,
        station: stations[station]?.name ?? null,
        subject: subjects[subject]?.name ?? '',
        words: shown ?? '',
      })),
      next,
    };
  });
}

/** How many were refused for each reason, none of most. */
function refusedOf(counts: Awaited<ReturnType<typeof countRefusals>>): Reply<typeof contract>['refused'] {
  const known = new Map(counts.map((one) => [one.refused_for, Number(one.count)]));
  return Object.fromEntries(REFUSALS.map((why) => [why, known.get(why) ?? 0])) as never;
}

/** Its place in the definition. @throws ProblemError `not_found` for one that is not in it */
function placeOf(all: readonly { id: string }[], id: string | undefined): number | undefined {
  if (id === undefined) return undefined;
  const place = all.findIndex((one) => one.id === id);
  ensure(place >= 0, 'not_found');
  return place;
}
