import type { Question } from '../../../../../shared/voting/definition';
import { COUNTY, readCounts } from '../../../../../shared/voting/results';
import { legendOf, measuresOf, shadeOf, shareAt, shortStation } from './shares';

const rating: Question = { kind: 'rating', words: '快不快？', options: [] };
const choice: Question = { kind: 'choice', words: '几次？', options: ['一次', '几次', '没有'] };
const place = { electorate: 'residents', station: COUNTY, subject: 0, question: 0 } as const;

/** Answers from blank on; null is not published. */
const countsOf = (...counts: (number | null)[]) =>
  readCounts(counts.flatMap((count, answer) => (count === null ? [] : [{ ...place, answer, count }])));

test('the base is 满意, 基本满意 and 不满意: 不了解 and blanks are outside it', () => {
  const countAt = countsOf(7, 30, 20, 50, 900);
  expect(shareAt(countAt, rating, place, [1])).toEqual({ count: 30, base: 100, percent: 30 });
  expect(shareAt(countAt, rating, place, [1, 2])).toEqual({ count: 50, base: 100, percent: 50 });
  expect(shareAt(countsOf(3, 10, 20, 30), choice, place, [2])).toEqual({ count: 20, base: 60, percent: 33 });
});

test('of what is not published nothing is worked out, and of nobody no percent', () => {
  expect(shareAt(countsOf(7, 30, null, 50, 900), rating, place, [1])).toBe('hidden');
  expect(shareAt(countsOf(7, 30, 20, 50, null), rating, place, [1])).toMatchObject({ percent: 30 });
  expect(shareAt(countsOf(), rating, place, [1])).toBe('hidden');
  expect(shareAt(countsOf(2, 0, 0, 0, 9), rating, place, [1])).toBe('none');
});

test('five shades, the worst first, whichever way the measure runs', () => {
  const [good, , bad] = measuresOf(rating);
  if (!good || !bad) throw new Error('a rating has three measures');
  expect([0, 39, 40, 59, 69, 70, 100].map((percent) => shadeOf(good, percent))).toEqual([1, 1, 2, 3, 4, 5, 5]);
  expect([0, 5, 19, 29, 30, 100].map((percent) => shadeOf(bad, percent))).toEqual([5, 4, 3, 2, 1, 1]);
  expect(legendOf(good).map(({ words }) => words)).toEqual(['不到 40', '40–49', '50–59', '60–69', '70 以上']);
  expect(legendOf(bad).map(({ shade }) => shade)).toEqual([5, 4, 3, 2, 1]);
});

test('a station is called short over its column', () => {
  expect(
    ['白石镇代表联络站', '天马街道人大代表联络站', '草坪村代表联络站', '大桥头乡联络站', '样例站'].map(shortStation),
  ).toEqual(['白石', '天马', '草坪', '大桥头', '样例站']);
});
