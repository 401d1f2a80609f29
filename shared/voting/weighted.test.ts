import type { Definition, Electorate } from './definition';
import { ALL } from './outcome';
import { COUNTY, type Count } from './results';
import { addUp, sayHowWeighed, sayWeighted, weightedOf } from './weighted';

const rating = { kind: 'rating', words: '态度', options: [] } as const;
const WEIGHTS = { residents: 60, deputies: 40 };
const definition = {
  subjects: [{ id: 'd0', name: '教育局', about: '' }],
  questions: [rating, { kind: 'choice', words: '几次', options: ['一次', '几次'] }],
  weights: WEIGHTS,
} as unknown as Definition;
const two = { ...definition, questions: [...definition.questions, { ...rating, options: [], words: '快慢' }] };

type Given = readonly (number | null)[];
/** Answers from the first on, 不了解 last; null is hidden. */
const row = (electorate: Electorate, given: Given, question = 0, station = COUNTY): Count[] =>
  given.flatMap((count, at) =>
    count === null ? [] : [{ electorate, station, subject: 0, question, answer: at + 1, count }],
  );
const both = (residents: Given, deputies: Given, question = 0) => [
  ...row('residents', residents, question),
  ...row('deputies', deputies, question),
];
const figureOf = (counts: Count[], of: Definition = definition) =>
  weightedOf(of, counts).find(({ question }) => question === ALL);

test('satisfied of those who had an opinion, each electorate apart, then weighed', () => {
  // 832 of 1000, and 782 of 1000: .6 × 83.2 + .4 × 78.2.
  expect(figureOf(both([500, 332, 168, 90], [400, 382, 218, 7]))).toEqual({
    subject: 0,
    question: ALL,
    share: { residents: 832, deputies: 782 },
    weighted: 812,
  });
});

test('不了解 is outside, and how many people an electorate has weighs nothing', () => {
  const few = figureOf(both([8, 0, 2, 0], [5, 5, 10, 0]));
  expect(few).toMatchObject({ share: { residents: 800, deputies: 500 }, weighted: 680 });
  expect(figureOf(both([8_000_000, 0, 2_000_000, 900_000], [5, 5, 10, 3]))).toEqual(few);
});

test('shares are weighed as they are shown, so that it can be worked out by hand', () => {
  // 66.666… is shown as 66.7, 33.333… as 33.3: 53.34 of these, where exact ones would have 53.33.
  expect(figureOf(both([2, 0, 1, 0], [1, 0, 2, 0]))).toMatchObject({
    share: { residents: 667, deputies: 333 },
    weighted: 533,
  });
  const halves = { ...definition, weights: { residents: 50, deputies: 50 } };
  expect(figureOf(both([501, 0, 499, 0], [500, 0, 500, 0]), halves)?.weighted).toBe(501);
});

test('of several ratings all together and each by itself; a choice has none', () => {
  const counts = [...both([10, 0, 0, 0], [10, 0, 0, 0]), ...both([0, 0, 30, 0], [0, 10, 0, 0], 2)];
  // Questions are counted by their place among those that are not words.
  const found = weightedOf(two, counts);
  expect(found.map(({ question, weighted }) => [question, weighted])).toEqual([
    [ALL, 550],
    [0, 1000],
    [2, 400],
  ]);
});

test.each([
  ['满意', [null, 10, 10, 0]],
  ['基本满意', [10, null, 10, 0]],
  ['不满意', [10, 10, null, 0]],
])('where how many said %s is hidden there is no figure, whichever side it is', (_, hidden) => {
  expect(figureOf(both(hidden as Given, [10, 5, 5, 0]))).toMatchObject({
    share: { residents: 'hidden', deputies: 750 },
    weighted: 'hidden',
  });
  expect(figureOf(both([10, 5, 5, 0], hidden as Given))).toMatchObject({
    share: { residents: 750, deputies: 'hidden' },
    weighted: 'hidden',
  });
});

test('one hidden question hides all together, and no other question', () => {
  const counts = [...both([10, 0, 0, 0], [10, 0, 0, 0]), ...both([null, 3, 30, 0], [0, 10, 0, 0], 2)];
  expect(weightedOf(two, counts).map(({ weighted }) => weighted)).toEqual(['hidden', 1000, 'hidden']);
});

test('it stands on nothing but numbers of the county that are shown: with 不了解 hidden or stations changed it is the same', () => {
  const shown = both([10, 5, 5, null], [10, 5, 5, null]);
  const stations = [...row('residents', [1, 1, 1, 1], 0, 0), ...row('deputies', [9, 0, null, 0], 0, 3)];
  expect(weightedOf(definition, [...shown, ...stations])).toEqual(weightedOf(definition, shown));
  expect(figureOf(shown)?.weighted).toBe(750);
});

test('nobody who knows it, nobody who voted, and nothing that was weighed', () => {
  expect(figureOf(both([0, 0, 0, 40], [10, 0, 0, 0]))).toMatchObject({
    share: { residents: 'none' },
    weighted: 'none',
  });
  expect(figureOf(row('residents', [10, 0, 0, 0]))).toMatchObject({
    share: { deputies: 'hidden' },
    weighted: 'hidden',
  });
  expect(weightedOf({ ...definition, weights: undefined }, both([1, 1, 1, 1], [1, 1, 1, 1]))).toEqual([]);
  expect(weightedOf({ ...definition, questions: [] }, [])).toEqual([]);
});

test('weights are whole percents of a hundred, and both weigh something', () => {
  expect(addUp(WEIGHTS)).toBe(true);
  expect(addUp({ residents: 99, deputies: 1 })).toBe(true);
  for (const [residents, deputies] of [
    [60, 30],
    [100, 0],
    [0, 100],
    [60.5, 39.5],
    [110, -10],
  ] as const)
    expect(addUp({ residents, deputies })).toBe(false);
});

test('what is said of it', () => {
  expect(sayWeighted(WEIGHTS, 812)).toBe('折算 居民 60%、代表 40%：81.2%');
  expect(sayWeighted(WEIGHTS, 1000)).toBe('折算 居民 60%、代表 40%：100.0%');
  expect(sayWeighted(WEIGHTS, 'hidden')).toBe('折算 居民 60%、代表 40%：人数太少，不折算');
  expect(sayWeighted(WEIGHTS, 'none')).toBe('折算 居民 60%、代表 40%：都选了不了解，不折算');
  expect(sayHowWeighed(WEIGHTS)).toContain('居民的满意率占 60%，代表的占 40%');
});
