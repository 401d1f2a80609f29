import type { results } from '../../../../../shared/appraisals/contract';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { type Question, RATINGS } from '../../../../../shared/voting/definition';
import { ASKED, type CountAt, opinionsOf, type Place } from '../../../../../shared/voting/results';
import { shortPlace } from '../../ui/names';

export type Published = Reply<typeof results>;

export type Share = { count: number; base: number; percent: number };
/** `hidden`: not published, because so few said it, or because one that so few said could be worked out. `none`: nobody had an opinion. */
export type Shown = Share | 'hidden' | 'none';

/** How many of those who have an opinion gave one of these answers. */
export function shareAt(countAt: CountAt, question: Question, place: Place, answers: readonly number[]): Shown {
  const opinions = opinionsOf(question);
  const counts = opinions.map((answer) => countAt(place, answer));
  if (counts.some((one) => one === undefined)) return 'hidden';
  const sum = (of: readonly number[]) => of.reduce((all, answer) => all + (counts[opinions.indexOf(answer)] ?? 0), 0);
  const [count, base] = [sum(answers), sum(opinions)];
  return base ? { count, base, percent: Math.round((count / base) * 100) } : 'none';
}

/** The same, told apart from where nobody was asked. */
export function shownAt(
  countAt: CountAt,
  question: Question,
  place: Place,
  answers: readonly number[],
): Shown | 'nobody' {
  return countAt({ ...place, question: ASKED }, 0) === 0 ? 'nobody' : shareAt(countAt, question, place, answers);
}

/** What a table of shares is about, and from which percent on each of its five shades is. */
export type Measure = {
  words: string;
  answers: readonly number[];
  edges: readonly number[];
  high: 'good' | 'bad' | 'plain';
};

const [GOOD, FAIR, BAD] = [1, 2, 3];

export function measuresOf(question: Question): Measure[] {
  if (question.kind === 'rating')
    return [
      { words: RATINGS[0], answers: [GOOD], edges: [40, 50, 60, 70], high: 'good' },
      { words: `${RATINGS[0]}+基本`, answers: [GOOD, FAIR], edges: [60, 70, 80, 90], high: 'good' },
      { words: RATINGS[2], answers: [BAD], edges: [5, 10, 20, 30], high: 'bad' },
    ];
  return question.options.map((words, at) => ({ words, answers: [at + 1], edges: [20, 40, 60, 80], high: 'plain' }));
}

/** The shade of a percent, from the worst (1) to the best (5). */
export function shadeOf({ edges, high }: Measure, percent: number): number {
  const step = edges.filter((edge) => percent >= edge).length;
  return high === 'bad' ? edges.length + 1 - step : step + 1;
}

/** What each shade stands for, from few percent to many. */
export function legendOf(measure: Measure): { shade: number; words: string }[] {
  const { edges } = measure;
  return [...edges, null].map((edge, at) => {
    const from = edges[at - 1];
    const words = from === undefined ? `不到 ${edge}` : edge === null ? `${from} 以上` : `${from}–${edge - 1}`;
    return { words, shade: shadeOf(measure, from ?? 0) };
  });
}

/** Over a narrow column it is 白石. */
export function shortStation(name: string): string {
  const place = shortPlace(name);
  return place.length > 2 ? place.replace(/(街道|[镇乡村])$/, '') : place;
}
