import { canonical, type Definition } from './definition';
import type { Merkle } from './merkle';
import { outcomesOf } from './outcome';
import { ASKED, type Closing, COUNTY, type Count } from './results';
import { weightedOf } from './weighted';

/**
 * The published file (票单): everything anybody needs to count again, as lines of text.
 *
 *     lianxin-vote 1
 *     D <the definition, as it was frozen>
 *     C <that the close was moved: from when, to when, why>   where it was, one line each time
 *     S <how many ballots of which kind>
 *     A <electorate> <station> <subject> <question> <answers>   one figure an answer, in the order of the figures
 *     T <electorate> <station> <subject> <question> <answer> <count>   the results as they are shown
 *     O <electorate> <subject> <question> <word>   the word (名目) that the frozen rule makes of it; question -1 are all ratings together
 *     W <subject> <question> <figure>   the figure of both electorates (折算), in tenths of a percent, where D weighs them; `-` where there is none
 *     B <leaf>   one line a ballot
 *
 * Stations, subjects and questions are named by their place in the definition; `-2` are the stations together that are too small to stand
 * alone, `-1` is the county as a whole, and in `A` the people of all stations of which the answer is not published. Question `-1` counts who was
 * asked. No line ties answers to one another or to a ballot: that would show what somebody chose who was the only one to choose it. The Merkle
 * root (校验值) is over all lines, of a ballot over its leaf.
 */
const FORMAT = 'lianxin-vote 1';

type Published = {
  definition: Definition;
  summary: unknown;
  closings?: readonly Closing[];
  counts: readonly Count[];
  leaves: readonly Uint8Array[];
};

/** The lines that are not ballots, in order. @param counts every number that is shown */
export function linesOf({ definition, summary, closings = [], counts }: Omit<Published, 'leaves'>): string[] {
  return [
    FORMAT,
    `D ${canonical(definition)}`,
    ...closings.map((closing) => `C ${canonical(closing)}`),
    `S ${canonical(summary)}`,
    ...answerLines(counts),
    ...counts.map((one) => `T ${[...placeOf(one), one.answer, one.count].join(' ')}`).sort(inOrder),
    ...outcomesOf(definition, counts)
      .map(({ electorate, subject, question, word }) => `O ${electorate} ${subject} ${question} ${word}`)
      .sort(inOrder),
    ...weightedOf(definition, counts)
      .map(
        ({ subject, question, weighted }) => `W ${subject} ${question} ${Number.isInteger(weighted) ? weighted : '-'}`,
      )
      .sort(inOrder),
  ];
}

const placeOf = ({ electorate, station, subject, question }: Count) => [electorate, station, subject, question];
const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The answers behind the shown counts. What is hidden at a station is in the county's line, which has what the stations leave of its total. */
function answerLines(counts: readonly Count[]): string[] {
  const answers = counts.filter(({ question }) => question !== ASKED);
  const left = new Map(answers.filter(({ station }) => station === COUNTY).map((one) => [totalOf(one), { ...one }]));
  const ofStations = answers.filter(({ station }) => station !== COUNTY);
  for (const one of ofStations) {
    const total = left.get(totalOf(one));
    if (total) total.count -= one.count;
  }
  const lines = new Map<string, string>();
  const byAnswer = [...ofStations, ...left.values()].sort((a, b) => a.answer - b.answer);
  for (const one of byAnswer.filter(({ count }) => count > 0)) {
    const place = `A ${placeOf(one).join(' ')}`;
    lines.set(place, (lines.get(place) ?? '') + String(one.answer).repeat(one.count));
  }
  return [...lines].map(([place, figures]) => `${place} ${figures}`).sort(inOrder);
}

const totalOf = ({ electorate, subject, question, answer }: Count) => [electorate, subject, question, answer].join('/');

/** The Merkle root over all lines and all ballots. */
export function rootOf(
  tree: Merkle,
  lines: readonly string[],
  leaves: Iterable<Uint8Array>,
  utf8: (text: string) => Uint8Array,
): Uint8Array {
  function* all() {
    for (const line of lines) yield tree.leafHash(utf8(line));
    yield* leaves;
  }
  return tree.root(all());
}
