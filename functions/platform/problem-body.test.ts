import { knownProblems, ProblemError } from '../../shared/kernel/problems';
import '../testing/contracts';
import { problemBody } from './problem-body';

const detailOf = (...args: ConstructorParameters<typeof ProblemError>) =>
  problemBody(new ProblemError(...args), 'L-000-8K2M').detail;

test('the body carries the code, what to do, the number to read out, and errors only where there are some', () => {
  expect(problemBody(new ProblemError('not_found'), 'L-404-8K2M')).toEqual({
    type: '/problems/not_found',
    title: '没找到，可能已经不在了。',
    detail: '请退回去重新找；找不到就打电话给联络站。',
    status: 404,
    code: 'not_found',
    number: 'L-404-8K2M',
  });
  const bad = (errors: { path: string; message: string }[]) =>
    problemBody(new ProblemError('invalid_input', errors), 'L-400-0000').errors;
  expect(bad([])).toBeUndefined();
  expect(bad([{ path: 'words', message: '这里要填一下。' }])).toHaveLength(1);
});

test('every problem says what to do, in Chinese', () => {
  for (const code of knownProblems()) expect(detailOf(code)).toMatch(/^请.*。$/u);
});

test('it says what is wrong with the fields, each sentence once', () => {
  const errors = ['这里要填一下。', '太多了，最多 3。', '这里要填一下。'].map((message, n) => ({
    path: `${n}`,
    message,
  }));
  expect(detailOf('invalid_input', errors)).toBe('这里要填一下。太多了，最多 3。');
});

test.each([
  [1, '请过 1 秒再试。'],
  [59.2, '请过 60 秒再试。'],
  [60, '请过 1 分钟再试。'],
  [61, '请过 2 分钟再试。'],
  [86_400, '请过 24 个小时再试。'],
])('who has to wait %s s is never told less', (wait, sentence) => {
  expect(detailOf('too_many', undefined, { wait })).toBe(sentence);
});

test('a fault of ours says which number to read out', () => {
  expect(detailOf('internal')).toContain('L-000-8K2M');
  expect(detailOf('database_away')).toContain('L-000-8K2M');
});
