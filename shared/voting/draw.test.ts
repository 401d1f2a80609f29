import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { drawSubjects } from './draw';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const subjects = (count: number) => Array.from({ length: count }, (_, at) => ({ id: String(at), name: '', about: '' }));
const drawn = (count: number, asks: number | null, person: string) =>
  drawSubjects({ subjects: subjects(count), asks }, sha256(Buffer.from(person)), sha256).map(({ id }) => id);

test('each once, as many as are asked, and the same for the same person', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 60 }),
      fc.string(),
      (count, asks, person) => {
        const one = drawn(count, asks, person);
        expect(one).toHaveLength(Math.min(count, asks));
        expect(new Set(one).size).toBe(one.length);
        expect(drawn(count, asks, person)).toEqual(one);
      },
    ),
  );
});

test('without a number everybody is asked about all, in an order of their own', () => {
  expect(drawn(23, null, 'a').sort()).toEqual(drawn(23, null, 'b').sort());
  expect(drawn(23, null, 'a')).not.toEqual(drawn(23, null, 'b'));
});

test('every department comes about equally often, at every place', () => {
  const PEOPLE = 6_000;
  const asked = new Map<string, number>();
  const first = new Map<string, number>();
  for (let person = 0; person < PEOPLE; person += 1) {
    const one = drawn(12, 4, `person ${person}`);
    for (const id of one) asked.set(id, (asked.get(id) ?? 0) + 1);
    first.set(one[0] ?? '', (first.get(one[0] ?? '') ?? 0) + 1);
  }
  // The draw is seeded, so this is one known outcome: six standard deviations around a third, and around a twelfth.
  for (const count of asked.values())
    expect(Math.abs(count - PEOPLE / 3)).toBeLessThan(6 * Math.sqrt(PEOPLE * (2 / 9)));
  for (const count of first.values()) expect(Math.abs(count - PEOPLE / 12)).toBeLessThan(6 * Math.sqrt(PEOPLE / 12));
  expect(asked.size).toBe(12);
});
