import { COUNTY } from '../../../../shared/voting/results';
import { givenIn, type Results, ratingsOf, satisfaction, tallyOf, weightedIn } from './tally';

const QUESTIONS: Results['questions'] = [
  { kind: 'rating', words: '态度', options: [] },
  { kind: 'choice', words: '找过几次', options: ['一次', '几次'] },
  { kind: 'rating', words: '快慢', options: [] },
];
const row = (station: number, question: number, counts: readonly number[]): Results['counts'] =>
  counts.map((count, answer) => ({ electorate: 'residents', station, subject: 0, question, answer, count }));

const published = (counts: Results['counts']) => tallyOf({ questions: QUESTIONS, counts } as Results);
const where = (station: number) => ({ electorate: 'residents', station, subject: 0 }) as const;

test('the answers to each question, blanks first; what is missing is hidden', () => {
  const tally = published([
    ...row(COUNTY, 0, [1, 80, 30, 20, 10]),
    ...row(COUNTY, 1, [0, 5, 6]),
    ...row(COUNTY, 2, [0, 50, 20, 30, 41]),
    ...row(0, 0, [0, 7, 0]),
  ]);
  const rows = tally.rows(where(COUNTY));
  expect(rows.map(({ counts }) => counts)).toEqual([
    [1, 80, 30, 20, 10],
    [0, 5, 6],
    [0, 50, 20, 30, 41],
  ]);
  expect(ratingsOf(rows)).toEqual([130, 50, 50, 51]);
  expect(tally.rows(where(0))[0]?.counts).toEqual([0, 7, 0, undefined, undefined]);
  expect(ratingsOf(tally.rows(where(0)))).toBeNull();
  expect(tally.asked(where(0))).toBeUndefined();
});

test('blanks are no answers: that theirs is hidden hides no bar', () => {
  expect(givenIn([undefined, 8, 7, 6, 0])).toEqual([8, 7, 6, 0]);
  expect(givenIn([9, 0, 0, 0, 0])).toBeNull();
  expect(givenIn([0, 8, undefined, 6, 0])).toBeNull();
});

test('不了解 is shown, and is no part of 满意率', () => {
  expect(satisfaction([80, 30, 20, 10])).toEqual({ percent: 85, of: 130 });
  expect(satisfaction([0, 0, 0, 10])).toBeNull();
});

describe('折算', () => {
  const of = (
    share: Record<'residents' | 'deputies', number | 'hidden' | 'none'>,
    weighted: number | 'hidden' | 'none',
  ) =>
    weightedIn(
      {
        weights: { residents: 60, deputies: 40 },
        weighted: [
          { subject: 0, question: 0, share: { residents: 1, deputies: 1 }, weighted: 1 },
          { subject: 0, question: -1, share, weighted },
        ],
      } as Results,
      where(3),
      '县',
    );

  test('both apart, and the figure beside them, also where a station is looked at', () => {
    expect(of({ residents: 832, deputies: 782 }, 812)).toEqual([
      '全县满意率：居民 83.2%；代表 78.2%',
      '折算 居民 60%、代表 40%：81.2%',
    ]);
  });

  test('where one side is hidden, or knows nothing, it is said why there is none', () => {
    expect(of({ residents: 832, deputies: 'hidden' }, 'hidden')).toEqual([
      '全县满意率：居民 83.2%；代表 人太少，不公布',
      '折算 居民 60%、代表 40%：人数太少，不折算',
    ]);
    expect(of({ residents: 'none', deputies: 782 }, 'none')[1]).toBe('折算 居民 60%、代表 40%：都选了不了解，不折算');
  });

  test('a county that weighed nothing says nothing', () => {
    expect(weightedIn({} as Results, where(COUNTY), '县')).toEqual([]);
  });
});
