import fc from 'fast-check';
import { rollsOf } from './plan-lists';

describe('places on the roll', () => {
  test.each<[string, (number | null)[], number[], number[]]>([
    ['nobody', [], [], []],
    ['all new', [null, null], [1, 2], []],
    ['as they were, gaps and all', [2, 5, 5, 9], [2, 5, 5, 9], []],
    ['somebody new at the end', [2, 5, null, null], [2, 5, 6, 7], []],
    ['somebody new in between moves nobody past another', [1, null, 2], [1, 2, 3], []],
    ['the last came first', [9, 1, 2, 3], [1, 2, 3, 4], [0]],
    ['two changed places', [1, 3, 2, 4], [1, 2, 3, 4], [1]],
  ])('%s', (_, before, rolls, moved) => {
    const found = rollsOf(before);
    expect(found.rolls).toEqual(rolls);
    expect(found.moved.size).toBe(moved.length);
  });

  test('give the order of the file, and move nobody who need not move', () => {
    const before = fc.array(fc.option(fc.nat(30), { freq: 4 }), { maxLength: 20 });
    fc.assert(
      fc.property(before, (numbers) => {
        const { rolls, moved } = rollsOf(numbers);
        expect(rolls).toEqual([...rolls].sort((a, b) => a - b));
        const stayed = numbers.filter((number, index) => number !== null && !moved.has(index));
        expect(stayed).toEqual([...stayed].sort((a, b) => (a ?? 0) - (b ?? 0)));
        const again = rollsOf(rolls);
        expect([again.rolls, again.moved.size]).toEqual([rolls, 0]);
      }),
    );
  });
});
