import type { Definition, Electorate } from './definition';
import { countedQuestions, RATINGS } from './definition';
import { atLeast, type Bar, type Denominator, decide, type MajorityRule, MORE_THAN_HALF, moreThan } from './majority';
import { ASKED, COUNTY, type Count, type CountAt, opinionsOf, readCounts } from './results';

// The word of a department (名目): what the county as a whole says of it, by a rule that is frozen before anybody votes.

/** 满意 of more than half; else 满意 and 基本满意 together; else 不满意. Exactly half is no majority, and then nothing is decided. */
export const USUAL_OUTCOME: MajorityRule = {
  of: 'valid',
  levels: [
    { answer: 1, counts: [1], bar: MORE_THAN_HALF },
    { answer: 2, counts: [1, 2], bar: MORE_THAN_HALF },
    { answer: 3, counts: [3], bar: MORE_THAN_HALF },
  ],
};

/** 满意率, which is 满意 and 基本满意 together, of at least `good` percent is 满意, of at least `fair` 基本满意, and below that it is 不满意. */
export function percentOutcome(of: Denominator, good: number, fair: number): MajorityRule {
  return {
    of,
    levels: [
      { answer: 1, counts: [1, 2], bar: atLeast(good) },
      { answer: 2, counts: [1, 2], bar: atLeast(fair) },
      { answer: 3, counts: [3], bar: moreThan(100 - fair) },
    ],
  };
}

/** `没有定`: no majority, or nobody who knows it. `不公布`: numbers that it would be made of are hidden. */
export const OUTCOMES = [RATINGS[0], RATINGS[1], RATINGS[2], '没有定', '不公布'] as const;
export type OutcomeWord = (typeof OUTCOMES)[number];

/** All ratings of a department together, where the place of a question would stand. */
export const ALL = -1;

/** What one electorate says of a department in one question, or in `ALL`; electorates are never added. */
export type Outcome = { electorate: Electorate; subject: number; question: number; word: OutcomeWord };

type Of = Pick<Definition, 'electorates' | 'subjects' | 'questions' | 'roll' | 'asks' | 'outcome'>;

/**
 * The words of all departments in the order of the roll, from published numbers alone: they say nothing that these don't. Of all ratings together
 * the answers are summed, so that each question weighs as much as people who answered it. None where no rule was frozen.
 */
export function outcomesOf(of: Of, counts: readonly Count[]): Outcome[] {
  const rule = of.outcome;
  if (!rule) return [];
  const countAt = readCounts(counts);
  const ratings = countedQuestions(of).flatMap(({ kind }, at) => (kind === 'rating' ? [at] : []));
  if (!ratings.length) return [];
  const asked = [ALL, ...(ratings.length > 1 ? ratings : [])];
  return of.electorates.flatMap((electorate) =>
    of.subjects.flatMap((_, subject) =>
      asked.map((question) => ({
        electorate,
        subject,
        question,
        word: wordOf(of, rule, countAt, { electorate, subject, questions: question === ALL ? ratings : [question] }),
      })),
    ),
  );
}

type Where = { electorate: Electorate; subject: number; questions: readonly number[] };

function wordOf({ roll, asks, questions }: Of, rule: MajorityRule, countAt: CountAt, where: Where): OutcomeWord {
  const { electorate, subject } = where;
  const counted = countedQuestions({ questions });
  const place = { electorate, subject, station: COUNTY };
  const sum = (answer: number) =>
    where.questions.reduce<number | undefined>((all, question) => {
      const count = countAt({ ...place, question }, answer);
      return all === undefined || count === undefined ? undefined : all + count;
    }, 0);
  const [first = 0] = where.questions;
  const known = counted[first] ? opinionsOf(counted[first]).map(sum) : [];
  const asked = countAt({ ...place, question: ASKED }, 0);
  const given = known.filter((count) => count !== undefined);
  if (asked === undefined || given.length < known.length) return '不公布';
  // Of whom a drawn few are asked, nobody knows how many of those who never came would have been asked about this one.
  const all = asks === null ? (roll[electorate] ?? null) : null;
  const won = decide(rule, given, {
    // People join the roll after it was counted.
    roll: all === null ? null : Math.max(all, asked) * where.questions.length,
    present: asked * where.questions.length,
    valid: given.reduce((sum, count) => sum + count, 0),
  });
  return OUTCOMES[(won ?? 4) - 1] ?? '没有定';
}

export const DENOMINATOR_WORDS: Record<Denominator, string> = {
  roll: '全体（应到）',
  present: '投了票、问到它的（实到）',
  valid: '说得上的（有效）',
};

/** The rule in one line, as it stands beside the words. */
export function sayRule({ of, levels }: MajorityRule): string {
  const said = levels.map(
    ({ answer, counts, bar }) =>
      `${counts.map((one) => RATINGS[one - 1]).join('加')}${sayBar(bar)}，定“${RATINGS[answer - 1]}”`,
  );
  return `按${DENOMINATOR_WORDS[of]}算：${said.join('；')}；都不到，就“没有定”。`;
}

function sayBar({ parts, of, over }: Bar): string {
  if (parts * 2 === of) return over ? '过半数' : '到一半';
  if (parts * 3 === of * 2) return over ? '超过三分之二' : '到三分之二';
  const share = of === 100 ? `${parts}%` : `${of} 分之 ${parts}`;
  return over ? `超过 ${share}` : `到 ${share}`;
}
