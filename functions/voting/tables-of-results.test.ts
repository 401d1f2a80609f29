import type { Ballot } from '../../shared/voting/ballot';
import type { Definition } from '../../shared/voting/definition';
import { ASKED, COUNTY, OTHERS } from '../../shared/voting/results';
import { counter } from './counting';
import { suppress } from './suppression/suppress';
import { cellsOf, idOf, publicationOf } from './tables-of-results';

const STATIONS = ['s0', 's1', 's2', 's3'];
const definition = {
  electorates: ['residents'],
  subjects: ['d0', 'd1'].map((id) => ({ id, name: id, about: '' })),
  stations: STATIONS.map((id) => ({ id, name: id })),
  questions: [{ kind: 'rating', words: '态度', options: [] }],
  asks: null,
  threshold: 5,
} as unknown as Definition;

/** So many ballots of a station that say this of both departments. */
const ballots = (station: string, answers: string, count: number): Ballot[] =>
  Array.from({ length: count }, () => ({
    id: '',
    electorate: 'residents',
    station,
    channel: 'phone',
    sheets: definition.subjects.map(({ id }) => ({ subject: id, answers })),
  }));

/** What is shown of these ballots: count by id, hidden ones missing. */
function shownOf(...groups: Ballot[][]) {
  const count = counter(definition);
  for (const ballot of groups.flat()) count.add(ballot);
  const counts = count.result();
  const cells = cellsOf(counts);
  const { hidden, exposed } = suppress(publicationOf(counts, cells));
  expect(exposed).toEqual([]);
  const isHidden = new Set(hidden);
  return new Map(cells.filter((cell) => !isHidden.has(idOf(cell))).map((cell) => [idOf(cell), cell.count]));
}

const at = (station: number, answer: number, subject = 0) =>
  idOf({ electorate: 'residents', station, subject, question: 0, answer });
const MANY = STATIONS.slice(1).flatMap((station) => [
  ballots(station, '1', 30),
  ballots(station, '2', 14),
  ballots(station, '3', 9),
  ballots(station, '4', 7),
]);

test('where there are enough of everything, all of it is shown', () => {
  const shown = shownOf(...MANY);
  expect([1, 2, 3, 4].map((answer) => shown.get(at(COUNTY, answer)))).toEqual([90, 42, 27, 21]);
  expect([1, 2, 3, 4].map((answer) => shown.get(at(1, answer)))).toEqual([30, 14, 9, 7]);
});

test('of three people who all said the same nothing is shown: their station stands together with the smallest of the others', () => {
  const shown = shownOf(ballots('s0', '1', 3), ...MANY);
  for (const station of [0, 1])
    for (const answer of [0, 1, 2, 3, 4]) expect(shown.has(at(station, answer))).toBe(false);
  expect(shown.get(at(OTHERS, 1))).toBe(33);
  expect(shown.get(at(COUNTY, 1))).toBe(93);
});

test('a single person at a station is not to be found by taking the others from the county', () => {
  const shown = shownOf(ballots('s0', '3', 1), ...MANY);
  expect([2, 3].map((station) => shown.get(at(station, 3)))).toEqual([9, 9]);
  expect(shown.get(at(OTHERS, 3))).toBe(10);
  expect(shown.get(at(COUNTY, 3))).toBe(28);
});

test('a few who say what nobody else says are hidden, and so is what would tell of them', () => {
  const shown = shownOf(ballots('s0', '1', 40), ballots('s0', '3', 2), ...MANY);
  expect(shown.has(at(0, 3))).toBe(false);
  expect(shown.has(at(0, 1))).toBe(false);
});

test('where everybody says 不了解 that is shown: it is no opinion of anybody', () => {
  const shown = shownOf(ballots('s0', '4', 12), ...MANY);
  expect(shown.get(at(0, 4))).toBe(12);
  expect(shown.get(at(0, 1))).toBe(0);
});

test('few who know a department among many who do not are hidden with how many those are', () => {
  const shown = shownOf(ballots('s0', '4', 40), ballots('s0', '3', 2), ...MANY);
  for (const answer of [1, 2, 3, 4]) expect(shown.has(at(0, answer))).toBe(false);
});

test('a whole county of fewer people than the threshold shows nothing', () => {
  expect([...shownOf(ballots('s0', '1', 2), ballots('s1', '3', 1))]).toEqual([]);
});

test('who was asked is shown of every place that stands alone', () => {
  const shown = shownOf(...MANY);
  const asked = (station: number) => idOf({ electorate: 'residents', station, subject: 1, question: ASKED, answer: 0 });
  expect([COUNTY, 1, 2, 3].map((station) => shown.get(asked(station)))).toEqual([180, 60, 60, 60]);
});

test('the same ballots in another order hide the same', () => {
  const groups = [ballots('s0', '3', 2), ...MANY, ballots('s2', '2', 1)];
  expect([...shownOf(...groups)].sort()).toEqual([...shownOf(...groups.reverse())].sort());
});
