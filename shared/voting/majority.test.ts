import fc from 'fast-check';
import { atLeast, decide, type MajorityRule, MORE_THAN_HALF, moreThan, reaches, TWO_THIRDS } from './majority';
import { percentOutcome, USUAL_OUTCOME } from './outcome';

const people = fc.integer({ min: 0, max: 10_000_000 });
const valid = (counts: readonly number[]) => ({
  roll: null,
  present: null,
  valid: counts.reduce((sum, count) => sum + count, 0),
});
const usual = (...counts: number[]) => decide(USUAL_OUTCOME, counts, valid(counts));

test('过半数 is more than a half: of an even number exactly a half is none', () => {
  fc.assert(
    fc.property(people, (half) => {
      expect(reaches(MORE_THAN_HALF, half, 2 * half)).toBe(false);
      expect(reaches(MORE_THAN_HALF, half + 1, 2 * half)).toBe(half > 0);
      expect(reaches(MORE_THAN_HALF, half + 1, 2 * half + 1)).toBe(true);
      expect(reaches(MORE_THAN_HALF, half, 2 * half + 1)).toBe(false);
    }),
  );
});

test('two thirds and percents are reached exactly there, and of nobody nothing is', () => {
  expect([66, 67].map((count) => reaches(TWO_THIRDS, count, 100))).toEqual([false, true]);
  expect([1, 2].map((count) => reaches(TWO_THIRDS, count, 3))).toEqual([false, true]);
  expect([79, 80].map((count) => reaches(atLeast(80), count, 100))).toEqual([false, true]);
  expect([80, 81].map((count) => reaches(moreThan(80), count, 100))).toEqual([false, true]);
  expect(reaches(atLeast(1), 0, 0)).toBe(false);
});

test('满意 alone, else with 基本满意, else 不满意; where both are exactly half nothing is decided', () => {
  expect(usual(51, 9, 40)).toBe(1);
  expect(usual(50, 1, 49)).toBe(2);
  expect(usual(50, 50, 0)).toBe(2);
  expect(usual(30, 20, 50)).toBeNull();
  expect(usual(0, 49, 51)).toBe(3);
  expect(usual(0, 0, 0)).toBeNull();
});

test('one more who is content never makes the word worse', () => {
  const ranks = [1, 2, null, 3];
  const small = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(small, small, small, (good, fair, bad) => {
      const before = usual(good, fair, bad);
      expect(ranks.indexOf(usual(good + 1, fair, bad))).toBeLessThanOrEqual(ranks.indexOf(before));
    }),
  );
});

test('by percent: 80 and 60 are reached at 80 and 60, and below that it is 不满意', () => {
  const rule = percentOutcome('valid', 80, 60);
  const of = (...counts: number[]) => decide(rule, counts, valid(counts));
  expect(of(50, 30, 20)).toBe(1);
  expect(of(50, 29, 21)).toBe(2);
  expect(of(30, 30, 40)).toBe(2);
  expect(of(30, 29, 41)).toBe(3);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), people, people, people, (percent, ...counts) => {
      fc.pre(counts.some((count) => count > 0));
      expect(decide(percentOutcome('valid', 100, percent), counts, valid(counts))).not.toBeNull();
    }),
  );
});

test('of all members, who stayed away counts against: a motion passes with more than half of 全体', () => {
  const motion: MajorityRule = { of: 'roll', levels: [{ answer: 1, counts: [1], bar: MORE_THAN_HALF }] };
  const vote = (inFavour: number, against: number) =>
    decide(motion, [inFavour, against], { roll: 29, present: inFavour + against, valid: inFavour + against });
  expect(vote(15, 0)).toBe(1);
  expect(vote(14, 0)).toBeNull();
  expect(decide({ ...motion, of: 'present' }, [14, 0], { roll: 29, present: 28, valid: 14 })).toBeNull();
  expect(decide({ ...motion, of: 'valid' }, [14, 0], { roll: 29, present: 28, valid: 14 })).toBe(1);
  expect(decide(motion, [14, 0], { roll: null, present: 14, valid: 14 })).toBeNull();
});
