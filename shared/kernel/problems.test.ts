import { ensure, PROBLEMS, ProblemError, problemBody } from './problems';

test('every problem is an error status and one plain sentence in Chinese', () => {
  for (const [code, { status, title }] of Object.entries(PROBLEMS)) {
    expect([code, status]).toEqual([code, expect.any(Number)]);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(title).toMatch(/^[\p{Script=Han}，。]+。$/u);
    expect(title).not.toMatch(/系统繁忙|提交|诉求|工单|用户|请先登录|权限/);
    expect(title.length).toBeLessThanOrEqual(30);
  }
});

test('the body carries the code, the number to read out, and errors only where there are some', () => {
  expect(problemBody('not_found', 'L-404-8K2M')).toEqual({
    type: '/problems/not_found',
    title: '没找到，可能已经不在了。',
    status: 404,
    code: 'not_found',
    number: 'L-404-8K2M',
  });
  expect(problemBody('invalid_input', 'L-400-0000', []).errors).toBeUndefined();
  expect(
    problemBody('invalid_input', 'L-400-0000', [{ path: 'words', message: '这里要填一下。' }]).errors,
  ).toHaveLength(1);
});

test('ensure throws the problem it was given', () => {
  expect(() => ensure(true, 'not_found')).not.toThrow();
  expect(() => ensure(undefined, 'not_found')).toThrow(new ProblemError('not_found'));
});
