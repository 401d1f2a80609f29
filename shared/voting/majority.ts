import * as z from 'zod/mini';

/**
 * What has to be reached of a whole: more than so many parts of it (`over`), or at least as many. 过半数 is more than a half, and never exactly
 * a half (组织法 25, 51).
 */
export const Bar = z.strictObject({
  parts: z.int().check(z.gte(1), z.lte(100)),
  of: z.int().check(z.gte(1), z.lte(100)),
  over: z.boolean(),
});
export type Bar = z.infer<typeof Bar>;

export const MORE_THAN_HALF: Bar = { parts: 1, of: 2, over: true };
export const TWO_THIRDS: Bar = { parts: 2, of: 3, over: false };
/** At least so many of a hundred. */
export const atLeast = (percent: number): Bar => ({ parts: percent, of: 100, over: false });
/** More than so many of a hundred. */
export const moreThan = (percent: number): Bar => ({ parts: percent, of: 100, over: true });

/** Whether `count` people of `base` reach the bar; of nobody nothing does. In whole numbers, so that exactly a half is exactly a half. */
export function reaches({ parts, of, over }: Bar, count: number, base: number): boolean {
  if (base <= 0) return false;
  return over ? count * of > parts * base : count * of >= parts * base;
}

/**
 * What a majority is of: everybody who may vote (全体，应到), everybody who voted (实到), or the valid votes alone (有效). Of the first
 * two, who stayed away or did not choose counts against everything.
 */
export const DENOMINATORS = ['roll', 'present', 'valid'] as const;
export type Denominator = (typeof DENOMINATORS)[number];
export type Bases = Record<Denominator, number | null>;

/**
 * How votes become a result: the first of the levels that is reached is it. `counts`: the answers that count for the level together, because who
 * is 满意 is 基本满意 as well; `answer`: what the result is called. A motion has one level, a rating three.
 */
export const MajorityRule = z.strictObject({
  of: z.enum(DENOMINATORS),
  levels: z
    .array(
      z.strictObject({
        answer: z.int().check(z.gte(1), z.lte(3)),
        counts: z.array(z.int().check(z.gte(1), z.lte(3))).check(z.minLength(1), z.maxLength(3)),
        bar: Bar,
      }),
    )
    .check(z.minLength(1), z.maxLength(3)),
});
export type MajorityRule = z.infer<typeof MajorityRule>;

/**
 * The answer that won, by its number.
 * @param counts how many gave each answer, the first answer first; @param bases null: nobody knows how many there are, and nothing is decided
 * @returns null where no level is reached: 没有定
 */
export function decide({ of, levels }: MajorityRule, counts: readonly number[], bases: Bases): number | null {
  const base = bases[of] ?? 0;
  const together = (answers: readonly number[]) =>
    [...new Set(answers)].reduce((sum, answer) => sum + (counts[answer - 1] ?? 0), 0);
  return levels.find(({ counts, bar }) => reaches(bar, together(counts), base))?.answer ?? null;
}
