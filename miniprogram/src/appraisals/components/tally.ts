import type { results } from '../../../../shared/appraisals/contract';
import type { Reply } from '../../../../shared/kernel/procedure';
import {
  countedQuestions,
  ELECTORATE_WORDS,
  ELECTORATES,
  optionsOf,
  type Question,
} from '../../../../shared/voting/definition';
import { ALL, type OutcomeWord } from '../../../../shared/voting/outcome';
import { ASKED, type Place, readCounts } from '../../../../shared/voting/results';
import { sayShareInWords, sayWeighted } from '../../../../shared/voting/weighted';

export type Results = Reply<typeof results>;

/** Of whom and where; a department by its place in the list. */
export type Where = Omit<Place, 'question'>;

/** The answers to one question: how many gave each, blanks first; undefined where so few did that it is not published. */
export type Row = { question: Question; answers: readonly string[]; counts: Counts };
export type Counts = readonly (number | undefined)[];

/** Reads the published numbers. */
export function tallyOf({ questions, counts }: Results) {
  const countAt = readCounts(counts);
  return {
    /** How many were asked about it; undefined where that is not published. */
    asked: (where: Where) => countAt({ ...where, question: ASKED }, 0),
    rows: (where: Where): Row[] =>
      countedQuestions({ questions }).map((question, at) => {
        const answers = ['没填', ...optionsOf(question)];
        return { question, answers, counts: answers.map((_, answer) => countAt({ ...where, question: at }, answer)) };
      }),
  };
}

/** The word of a department in all that was asked of it; null where no rule was frozen. */
export function outcomeOf({ outcomes = [] }: Results, { electorate, subject }: Where): OutcomeWord | null {
  const of = outcomes.find((one) => one.electorate === electorate && one.subject === subject && one.question === ALL);
  return of?.word ?? null;
}

/** 满意率 of each electorate in the whole county and 折算, in two lines; none where the county weighed nothing. */
export function weightedIn({ weights, weighted = [] }: Results, { subject }: Where, kind: string): string[] {
  const one = weighted.find((one) => one.subject === subject && one.question === ALL);
  if (!weights || !one) return [];
  const apart = ELECTORATES.map((who) => `${ELECTORATE_WORDS[who]} ${sayShareInWords(one.share[who])}`);
  return [`全${kind}满意率：${apart.join('；')}`, sayWeighted(weights, one.weighted)];
}

/** The four answers of a rating, blanks left out; null where one of them is not published, or nobody gave any. */
export function givenIn([, ...given]: Counts): readonly number[] | null {
  const known = given.filter((count) => count !== undefined);
  return known.length === given.length && sumOf(known) > 0 ? known : null;
}

/** The same of all ratings of a department together. */
export function ratingsOf(rows: readonly Row[]): readonly number[] | null {
  const ratings = rows.filter(({ question }) => question.kind === 'rating').map(({ counts }) => givenIn(counts));
  const known = ratings.filter((given) => given !== null);
  if (!known.length || known.length < ratings.length) return null;
  return (known[0] ?? []).map((_, answer) => sumOf(known.map((given) => given[answer] ?? 0)));
}

/** 满意率: those who said 满意 or 基本满意, among those who had an opinion; 不了解 is not among these. Null where nobody had one. */
export function satisfaction([good = 0, fair = 0, bad = 0]: readonly number[]): { percent: number; of: number } | null {
  const of = good + fair + bad;
  return of ? { percent: Math.round((100 * (good + fair)) / of), of } : null;
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
