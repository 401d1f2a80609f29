import type { Definition } from './definition';
import { canonical } from './definition';
import { linesOf } from './published-file';
import type { Count } from './results';

const definition = { title: '评议', subjects: [], questions: [] } as unknown as Definition;
const cell = (station: number, answer: number, count: number, question = 0): Count => ({
  electorate: 'residents',
  station,
  subject: 0,
  question,
  answer,
  count,
});
const answersIn = (counts: readonly Count[]) =>
  linesOf({ definition, summary: {}, counts }).filter((line) => line.startsWith('A '));

test('answers are listed one figure each; those a station does not show stand under the county', () => {
  const counts = [cell(-1, 1, 9), cell(-1, 2, 4), cell(0, 1, 6), cell(0, 2, 0), cell(1, 2, 1)];
  expect(answersIn(counts)).toEqual(['A residents -1 0 0 111222', 'A residents 0 0 0 111111', 'A residents 1 0 0 2']);
});

test('where the county is not shown either, nothing is made up for it', () => {
  expect(answersIn([cell(0, 1, 6), cell(0, 2, 5)])).toEqual(['A residents 0 0 0 11111122222']);
});

test('who was asked is a number, and no answer', () => {
  const counts = [cell(0, 0, 12, -1), cell(0, 1, 12)];
  const lines = linesOf({ definition, summary: {}, counts });
  expect(lines).toContain('T residents 0 0 -1 0 12');
  expect(answersIn(counts)).toEqual(['A residents 0 0 0 111111111111']);
});

test('the same data is the same text, in whatever order it was made', () => {
  const counts = [cell(0, 1, 6), cell(1, 2, 5), cell(-1, 1, 6), cell(-1, 2, 5)];
  const of = (counts: readonly Count[]) => linesOf({ definition, summary: { b: 1, a: [1, { d: 1, c: 2 }] }, counts });
  expect(of(counts)).toEqual(of([...counts].reverse()));
  expect(canonical({ b: 1, a: [1, { d: '"', c: null }] })).toBe('{"a":[1,{"c":null,"d":"\\""}],"b":1}');
});
