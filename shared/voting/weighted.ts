import {
  countedQuestions,
  type Definition,
  ELECTORATE_WORDS,
  ELECTORATES,
  type Electorate,
  type Weights,
} from './definition';
import { ALL } from './outcome';
import { COUNTY, type Count, type CountAt, opinionsOf, readCounts } from './results';

// 折算: one figure of both electorates, where the county said before the opening how much each weighs. It stands beside the two and never in their place.

/** Whether both weigh something, in whole percent, and together a hundred. */
export function addUp({ residents, deputies }: Weights): boolean {
  return [residents, deputies].every((one) => Number.isInteger(one) && one > 0) && residents + deputies === 100;
}

/**
 * The figures of a department in one question, or in `ALL`, in tenths of a percent. `share`: 满意率 of each electorate; `weighted`: both
 * together. `hidden`: a number of it is not published; `none`: nobody had an opinion.
 */
export type Weighted = {
  subject: number;
  question: number;
  share: Record<Electorate, Tenths>;
  weighted: Tenths;
};
export type Tenths = number | 'hidden' | 'none';

type Of = Pick<Definition, 'subjects' | 'questions' | 'weights'>;

/**
 * The figures of all departments in the order of the roll, in the county as a whole; none where nothing was weighed. Each share is rounded as it
 * is shown and weighed then, so that whoever reads both can work it out by hand, and it says nothing that they don't. A share of which a
 * single number is hidden is hidden, and so is what would be made of it.
 */
export function weightedOf(of: Of, counts: readonly Count[]): Weighted[] {
  const { weights } = of;
  if (!weights) return [];
  const countAt = readCounts(counts);
  const ratings = countedQuestions(of).flatMap(({ kind }, at) => (kind === 'rating' ? [at] : []));
  if (!ratings.length) return [];
  const asked = [ALL, ...(ratings.length > 1 ? ratings : [])];
  return of.subjects.flatMap((_, subject) =>
    asked.map((question) => {
      const which = question === ALL ? ratings : [question];
      const shareOf = (electorate: Electorate) => satisfied(of, countAt, { electorate, subject, questions: which });
      const share = { residents: shareOf('residents'), deputies: shareOf('deputies') };
      return { subject, question, share, weighted: weigh(weights, share) };
    }),
  );
}

type Where = { electorate: Electorate; subject: number; questions: readonly number[] };

/** 满意率: 满意 and 基本满意 of those who had an opinion; 不了解 and blanks are outside. */
function satisfied(of: Of, countAt: CountAt, { electorate, subject, questions }: Where): Tenths {
  const counted = countedQuestions(of);
  const counts = questions.map((question) => {
    const asked = counted[question];
    return (asked ? opinionsOf(asked) : []).map((answer) =>
      countAt({ electorate, subject, question, station: COUNTY }, answer),
    );
  });
  if (counts.flat().includes(undefined)) return 'hidden';
  const sum = (at: number) => counts.reduce((all, row) => all + (row[at] ?? 0), 0);
  const [good, fair, bad] = [sum(0), sum(1), sum(2)];
  const all = good + fair + bad;
  return all ? Math.round((1000 * (good + fair)) / all) : 'none';
}

function weigh(weights: Weights, share: Weighted['share']): Tenths {
  const { residents, deputies } = share;
  if (residents === 'hidden' || deputies === 'hidden') return 'hidden';
  if (residents === 'none' || deputies === 'none') return 'none';
  return Math.round((weights.residents * residents + weights.deputies * deputies) / 100);
}

/** 居民 60%、代表 40% */
export function sayWeights(weights: Weights): string {
  return ELECTORATES.map((one) => `${ELECTORATE_WORDS[one]} ${weights[one]}%`).join('、');
}

const WHY = { hidden: '人数太少，不折算', none: '都选了不了解，不折算' } as const;

/** 折算 居民 60%、代表 40%：81.2%, or why there is none. */
export function sayWeighted(weights: Weights, weighted: Tenths): string {
  return `折算 ${sayWeights(weights)}：${typeof weighted === 'number' ? sayTenths(weighted) : WHY[weighted]}`;
}

/** One figure as it stands in a table. */
export function sayShare(share: Tenths): string {
  return typeof share === 'number' ? sayTenths(share) : share === 'hidden' ? '＊' : '–';
}

/** The same in a sentence. */
export function sayShareInWords(share: Tenths): string {
  return typeof share === 'number' ? sayTenths(share) : share === 'hidden' ? '人太少，不公布' : '都选了不了解';
}

/** The last column of such a table says why nothing stands there. */
export const sayWeightedCell = (weighted: Tenths) =>
  typeof weighted === 'number' ? sayTenths(weighted) : WHY[weighted];

const sayTenths = (tenths: number) => `${(tenths / 10).toFixed(1)}%`;

/** What such a figure is, in a line. */
export function sayHowWeighed(weights: Weights): string {
  return `折算是县里开票前定的：居民的满意率占 ${weights.residents}%，代表的占 ${weights.deputies}%。两边的数照样分开看，人不加在一起。满意率：满意和基本满意的，占说得上的，四舍五入到一位小数再折算。`;
}
