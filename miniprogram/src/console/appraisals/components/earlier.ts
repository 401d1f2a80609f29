import { SETTLED, type State } from '../../../../../shared/appraisals/states';
import { canonical, countedQuestions } from '../../../../../shared/voting/definition';
import { type Place, readCounts } from '../../../../../shared/voting/results';
import { shortPlace } from '../../ui/names';
import { type Measure, type Published, type Share, type Shown, shownAt } from './shares';

type Listed = { id: string; state: State; follows?: string | null };

/**
 * The appraisal whose figures stand beside this one's: the one it follows, or the last before it that is one of its own.
 * @param all newest first. @returns null where none of them is published
 */
export function earlierOf(all: readonly Listed[], id: string): string | null {
  const at = all.findIndex((one) => one.id === id);
  const own = all[at];
  if (!own) return null;
  const isIt = (one: Listed) => (own.follows ? one.id === own.follows : !one.follows);
  return all.slice(at + 1).find((one) => isIt(one) && SETTLED.includes(one.state))?.id ?? null;
}

/** `before`: what the same station said then; null where it was not asked the same, or where one of both is not published. */
export type Dot = { id: string; name: string; now: Shown | 'nobody'; before: Share | null };

/** What each station says of a department, in the order of the roll. */
export function dotsOf(
  published: Published,
  { subject, ...which }: Omit<Place, 'station'>,
  { answers }: Measure,
  earlier: Published | null,
): Dot[] {
  const countAt = readCounts(published.counts);
  const asked = countedQuestions(published)[which.question];
  if (!asked) return [];
  const then = earlier && { ...earlier, countAt: readCounts(earlier.counts) };
  const isSame = canonical(asked);
  // By what they are: in the other one they may have other places.
  const place = {
    electorate: which.electorate,
    subject: then?.subjects.findIndex(({ id }) => id === published.subjects[subject]?.id) ?? -1,
    question: then ? countedQuestions(then).findIndex((one) => canonical(one) === isSame) : -1,
  };
  const before = (id: string): Share | null => {
    const station = then?.stations.findIndex((one) => one.id === id) ?? -1;
    if (!then || Math.min(place.subject, place.question, station) < 0) return null;
    const shown = shownAt(then.countAt, asked, { ...place, station }, answers);
    return typeof shown === 'string' ? null : shown;
  };
  return published.stations.map(({ id, name }, station) => {
    const now = shownAt(countAt, asked, { ...which, subject, station }, answers);
    // A difference is shown of numbers that both publish, and of no other.
    return { id, name: shortPlace(name), now, before: typeof now === 'string' ? null : before(id) };
  });
}
