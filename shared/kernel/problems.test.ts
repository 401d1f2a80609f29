import { ensure, knownProblems, ProblemError, problemOf } from './problems';
import '../directory/problems';
import '../identity/problems';
import '../requests/problems';

test('every problem is an error status and one plain sentence in Chinese', () => {
  expect(knownProblems().length).toBeGreaterThan(50);
  for (const code of knownProblems()) {
    const { status, title } = problemOf(code);
    expect([code, status]).toEqual([code, expect.any(Number)]);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(title).toMatch(/^[\p{Script=Han}，。]+。$/u);
    expect(title).not.toMatch(/系统繁忙|提交|诉求|工单|用户|请先登录|权限/);
    expect(title.length).toBeLessThanOrEqual(30);
    // Nobody who is told to come back can do without knowing when.
    expect([code, (problemOf(code).wait ?? 0) > 0]).toEqual([code, status === 429]);
  }
});

test('what a server says of a problem is said, also of one this phone does not know', () => {
  const said = { title: '这一步要等开会以后。', status: 409, number: 'L-409-0001' };
  const error = new ProblemError('of_tomorrow' as 'not_found', undefined, said);
  expect(error).toMatchObject({ message: said.title, status: 409, number: 'L-409-0001' });
  expect(new ProblemError('of_tomorrow' as 'not_found')).toMatchObject({ status: 500 });
});

test('ensure throws the problem it was given', () => {
  expect(() => ensure(true, 'not_found')).not.toThrow();
  expect(() => ensure(undefined, 'not_found')).toThrow(new ProblemError('not_found'));
});
