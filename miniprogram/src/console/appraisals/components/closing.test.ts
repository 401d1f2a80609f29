import { instantAt, leftUntil, sayClose, usualClose } from './closing';

const plain = (words: string) => words.replaceAll('\u00a0', ' ');

test('midnight belongs to the day it ends, and is said as its 24:00', () => {
  const midnight = instantAt('2026-11-30', 24 * 60);
  expect(midnight).toBe('2026-11-30T16:00:00.000Z');
  expect(plain(sayClose(midnight))).toBe('11 月 30 日 24:00');
  expect(plain(sayClose(usualClose('2026-12-20')))).toBe('1 月 3 日 24:00');
});

test('what is left is said in its two largest units, and not at all when it is over', () => {
  const end = instantAt('2026-11-30', 24 * 60);
  const before = (minutes: number) => leftUntil(end, Date.parse(end) - minutes * 60_000)?.map(({ count }) => count);
  expect(before(6 * 1440 + 14 * 60 + 5)).toEqual([6, 14]);
  expect(before(125)).toEqual([2, 5]);
  expect(before(3)).toEqual([3]);
  expect(before(0)).toBeUndefined();
});
