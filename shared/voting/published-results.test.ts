import fc from 'fast-check';
import type { Definition } from './definition';
import { countsIn, tablesOf } from './published-results';
import { ASKED, COUNTY, type Count, OTHERS } from './results';

const of = {
  electorates: ['residents', 'deputies'],
  subjects: ['a', 'b', 'c'].map((id) => ({ id, name: id, about: '' })),
  stations: ['s', 't'].map((id) => ({ id, name: id })),
  questions: [
    { kind: 'rating', words: '态度', options: [] },
    { kind: 'words', words: '想说', options: [] },
    { kind: 'choice', words: '几次', options: ['一次', '几次'] },
  ],
} as unknown as Definition;

const cell = fc
  .record({
    electorate: fc.constantFrom('residents' as const, 'deputies' as const),
    station: fc.constantFrom(COUNTY, OTHERS, 0, 1, 2),
    subject: fc.integer({ min: 0, max: 2 }),
    column: fc.constantFrom([ASKED, 0], [0, 0], [0, 1], [0, 4], [1, 0], [1, 2]),
    count: fc.nat(),
  })
  .map(({ column: [question = 0, answer = 0], ...place }): Count => ({ ...place, question, answer }));
const keyOf = ({ count: _, ...place }: Count) => JSON.stringify(Object.entries(place).sort());
const inOrder = (counts: readonly Count[]) => [...counts].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

test('whatever is shown and hidden, the tables say the same numbers', () => {
  fc.assert(
    fc.property(fc.uniqueArray(cell, { selector: keyOf }), (counts) => {
      expect(inOrder(countsIn(of, tablesOf(of, counts)))).toEqual(inOrder(counts));
    }),
  );
});

test('a place of which nothing is known has no row', () => {
  const one: Count = { electorate: 'residents', station: 1, subject: 2, question: ASKED, answer: 0, count: 0 };
  expect(tablesOf(of, [one]).residents?.map(([station]) => station)).toEqual([1]);
  expect(tablesOf(of, [one]).deputies).toEqual([]);
});
