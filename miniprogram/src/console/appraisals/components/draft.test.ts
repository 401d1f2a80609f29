import type { Draft } from '../../../../../shared/appraisals/contract';
import { isSame, merge, missingOf, questionFault, saySlipsTwice, USUAL_QUESTIONS, unsaveable } from './draft';

const NOW = Date.parse('2026-11-10T00:00:00Z');
const [first, second] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];

const draft = (changes: Partial<Draft> = {}): Draft => ({
  title: '2026 年度部门评议',
  closesAt: '2026-11-30T16:00:00.000Z',
  electorates: ['residents', 'deputies'],
  asks: null,
  threshold: 5,
  questions: [...USUAL_QUESTIONS],
  departments: [{ id: first as string, about: '路' }],
  ...changes,
});
const tried = { people: 3, elder: true };
const wordsOf = (one: Draft, trials = tried) => missingOf(one, trials, NOW).map(({ words }) => words);

test('says exactly what is missing, and nothing where nothing is', () => {
  expect(wordsOf(draft())).toEqual([]);
  expect(wordsOf(draft({ closesAt: '2026-11-09T16:00:00.000Z' }))).toEqual(['关票的日子要在今天以后']);
  expect(wordsOf(draft({ departments: [] }))).toEqual(['还没选部门']);
  expect(wordsOf(draft({ questions: [{ kind: 'words', words: '想说一句', options: [] }] }))).toEqual([
    '问卷里还没有能选的题',
  ]);
  expect(wordsOf(draft(), { people: 1, elder: false })).toEqual(['试投还差 2 位', '还没有人用长辈版试过']);
});

test('a choice needs two answers that differ', () => {
  const choice = (options: string[]) => questionFault({ kind: 'choice', words: '您找过它几次？', options });
  expect(choice(['一次'])).toBe('至少两个答案。');
  expect(choice(['一次', '一次 '])).toBe('有两个答案一样。');
  expect(choice(['一次', ''])).toBe('每个答案写 1 到 12 个字。');
  expect(choice(['一次', '几次'])).toBeNull();
});

test('a line left empty is none; what is missing may be stored, what is wrong may not', () => {
  const [one] = draft().departments;
  expect(
    isSame(
      draft({ departments: [{ ...one, about: ' ' } as never] }),
      draft({ departments: [{ id: first as string }] }),
    ),
  ).toBe(true);
  expect(unsaveable(draft({ departments: [], questions: [] }))).toBeNull();
  expect(unsaveable(draft({ title: '评' }))).toMatch('名目');
  expect(unsaveable(draft({ questions: [{ kind: 'rating', words: '', options: [] }] }))).toMatch('第 1 条');
});

test('of two who write at once each keeps what they changed; only what both changed is asked about', () => {
  const base = draft();
  const mine = draft({ title: '我的名目' });
  const theirs = draft({ departments: [{ id: first as string }, { id: second as string }] });
  expect(merge(mine, base, theirs)).toEqual({
    merged: { ...theirs, title: '我的名目' },
    both: [],
    theirs: ['departments'],
  });
  const other = draft({ title: '他的名目', threshold: 8 });
  expect(merge(mine, base, other)).toEqual({
    merged: { ...other, title: '我的名目' },
    both: ['title'],
    theirs: ['title', 'threshold'],
  });
});

test('weights of both sides add up to a hundred, and taken back they are as never written', () => {
  const weights = { residents: 60, deputies: 40 };
  expect(unsaveable(draft({ weights }))).toBeNull();
  expect(unsaveable(draft({ weights: { residents: 60, deputies: 30 } }))).toMatch('正好 100');
  expect(unsaveable(draft({ weights: { residents: 0, deputies: 100 } }))).toMatch('1 到 99');
  expect(unsaveable(draft({ weights, electorates: ['residents'] }))).toMatch('只请一边');
  expect(wordsOf(draft({ weights, electorates: ['residents'] }))).toEqual(['折算还没写好']);
  expect(isSame(draft({ weights: null }), draft())).toBe(true);
  expect(isSame(draft({ weights }), draft())).toBe(false);
});

test('one takes a side away while another weighs both: both are kept, and it is said that they do not fit', () => {
  const { merged, both } = merge(
    draft({ weights: { residents: 60, deputies: 40 } }),
    draft(),
    draft({ electorates: ['residents'] }),
  );
  expect([both, unsaveable(merged)]).toEqual([[], '只请一边来评，没有可折算的。']);
});

test('how often a slip is typed is a part of what is written; where nobody said it, it is twice', () => {
  const once = draft({ slipsTwice: false });
  expect(isSame(draft(), once)).toBe(false);
  expect(isSame(draft(), draft({ slipsTwice: true }))).toBe(true);
  expect([draft(), once].map(saySlipsTwice)).toEqual(['纸票录两遍，两个人各录一遍', '纸票只录一遍']);
  expect(merge(draft({ title: '我的名目' }), draft(), once).merged).toMatchObject({
    title: '我的名目',
    slipsTwice: false,
  });
});
