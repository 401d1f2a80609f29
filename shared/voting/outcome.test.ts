import type { Definition } from './definition';
import { ALL, outcomesOf, percentOutcome, sayRule, USUAL_OUTCOME } from './outcome';
import { ASKED, COUNTY, type Count } from './results';

const rating = { kind: 'rating', words: '态度', options: [] } as const;
const definition = {
  electorates: ['residents', 'deputies'],
  subjects: [{ id: 'd0', name: '教育局', about: '' }],
  questions: [rating, { kind: 'choice', words: '几次', options: ['一次', '几次'] }, { ...rating, words: '快慢' }],
  roll: { residents: 1_000, deputies: null },
  asks: null,
  outcome: USUAL_OUTCOME,
} as unknown as Definition;

type Given = readonly (number | null)[];
/** Answers from the first on, blanks last; null is hidden. */
const row = (question: number, [good, fair, bad, unknown]: Given, station = COUNTY): Count[] =>
  [good, fair, bad, unknown].flatMap((count, at) =>
    count === null || count === undefined
      ? []
      : [{ electorate: 'residents' as const, station, subject: 0, question, answer: at + 1, count }],
  );
const asked = (count: number): Count[] => [
  { electorate: 'residents', station: COUNTY, subject: 0, question: ASKED, answer: 0, count },
];
const words = (counts: Count[], changes: Partial<Definition> = {}) =>
  Object.fromEntries(
    outcomesOf({ ...definition, ...changes }, counts)
      .filter(({ electorate }) => electorate === 'residents')
      .map(({ question, word }) => [question, word]),
  );

test('of all ratings together the answers are summed; each question has its own word; choices have none', () => {
  expect(words([...asked(200), ...row(0, [90, 10, 20, 0]), ...row(2, [10, 60, 80, 0])])).toEqual({
    [ALL]: '基本满意',
    0: '满意',
    2: '不满意',
  });
});

test('不了解 is outside: everybody who chose it decides nothing', () => {
  expect(words([...asked(50), ...row(0, [0, 0, 0, 50]), ...row(2, [0, 0, 0, 50])])).toEqual({
    [ALL]: '没有定',
    0: '没有定',
    2: '没有定',
  });
  expect(words([...asked(50), ...row(0, [6, 0, 0, 44]), ...row(2, [0, 0, 6, 44])])).toEqual({
    [ALL]: '没有定',
    0: '满意',
    2: '不满意',
  });
});

test('where a number of the county is hidden, so is the word that would be made of it, whatever the others say', () => {
  expect(words([...asked(99), ...row(0, [90, null, 0, 5]), ...row(2, [90, 4, 0, 5])])).toEqual({
    [ALL]: '不公布',
    0: '不公布',
    2: '满意',
  });
  expect(words([...asked(99), ...row(0, [90, 4, 0, null]), ...row(2, [90, 4, 0, 5])])[ALL]).toBe('满意');
  expect(words(row(0, [9, 9, 9, 9], 0))).toEqual({ [ALL]: '不公布', 0: '不公布', 2: '不公布' });
});

test('of everybody, of those who voted, of the valid ones: the same votes, another word', () => {
  const counts = [...asked(100), ...row(0, [40, 5, 5, 50]), ...row(2, [40, 5, 5, 50])];
  const by = (of: 'roll' | 'present' | 'valid', changes: Partial<Definition> = {}) =>
    words(counts, { outcome: { ...USUAL_OUTCOME, of }, ...changes })[ALL];
  expect([by('valid'), by('present'), by('roll')]).toEqual(['满意', '没有定', '没有定']);
  expect(by('roll', { roll: { residents: 79 } })).toBe('没有定');
  expect(by('roll', { roll: { residents: 10 } })).toBe('没有定');
  expect(by('roll', { asks: 1 })).toBe('没有定');
});

test('a vote that opened before there was a rule has no words', () => {
  expect(outcomesOf({ ...definition, outcome: undefined }, asked(10))).toEqual([]);
});

test('the rule is said in a line', () => {
  expect(sayRule(USUAL_OUTCOME)).toBe(
    '按说得上的（有效）算：满意过半数，定“满意”；满意加基本满意过半数，定“基本满意”；不满意过半数，定“不满意”；都不到，就“没有定”。',
  );
  expect(sayRule(percentOutcome('roll', 80, 60))).toContain('满意加基本满意到 80%，定“满意”');
});
