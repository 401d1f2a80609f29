import * as requests from '../../../shared/requests/contract';
import { matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

/** "Solved" was pressed by a slip of the finger, or turned out not to be so. */
const api = testApi();
const DAY_MS = 86_400_000;
let chen: TestPhone;
let xu: TestPhone;
let id: string;

const come = async () => {
  chen = await api.signedIn('chen');
  xu = await api.signedIn('xu');
};
const follow = (phone = chen) => phone.call(requests.follow, { id });
const rate = (outcome: 'solved' | 'partly' | 'not_solved') => ({ id, round: 1, outcome });

beforeEach(async () => {
  await come();
  ({ id } = await chen.call(requests.submit, matterFor('徐示例')));
  await xu.call(requests.answer, { id, words: '已请人固定。' });
  await chen.call(requests.rate, { ...rate('solved'), words: '好了。' });
});

const later = async (days: number) => {
  api.clock.advance(days * DAY_MS);
  await come();
};

test('until the next day is over what was said is taken back, and can be said anew', async () => {
  const { may, today, ratingWithdrawableUntil } = await follow();
  expect(may).toEqual(expect.arrayContaining(['withdrawRating', 'reopen']));
  expect(ratingWithdrawableUntil).not.toBe(today);
  await later(1);
  expect(await chen.call(requests.withdrawRating, { id })).toEqual({ state: 'answered' });
  const page = await follow();
  expect(page).toMatchObject({
    state: 'answered',
    outcome: null,
    rating: null,
    round: 1,
    ratingWithdrawableUntil: null,
  });
  expect(page.may).toEqual(['supplement', 'rate']);
  expect(page.lapsesOn).not.toBeNull();
  expect(await chen.call(requests.rate, rate('not_solved'))).toMatchObject({ state: 'with_deputy', round: 2 });
  expect(await chen.problem(requests.withdrawRating, { id })).toBe('not_now');
});

test('after that it is not, and for the county’s days it can be said not to be so', async () => {
  await later(2);
  expect((await follow()).may).toEqual(['reopen']);
  expect(await chen.problem(requests.withdrawRating, { id })).toBe('request_closed');
  await later(28);
  const { reopenableUntil, today } = await follow();
  expect(reopenableUntil).toBe(today);
  expect(await chen.call(requests.reopen, { id, words: '又松了。' })).toMatchObject({ state: 'with_deputy', round: 2 });
  const { events, may, outcome } = await follow(xu);
  expect([events[0], outcome]).toMatchObject([{ kind: 'not_solved_after_all', words: '又松了。' }, null]);
  expect(may).toContain('answer');
});

test('once the county’s days are over it stays closed', async () => {
  await later(31);
  expect((await follow()).may).toEqual([]);
  expect(await chen.problem(requests.reopen, { id })).toBe('request_closed');
  expect(await chen.problem(requests.rate, rate('not_solved'))).toBe('request_closed');
});

test('nobody but who speaks for the resident may, nor say it for another time', async () => {
  for (const phone of [xu, await api.signedIn('clerk'), await api.signedIn('mao')])
    for (const procedure of [requests.reopen, requests.withdrawRating])
      expect(await phone.problem(procedure, { id })).toBe('not_found');
  expect(await chen.problem(requests.rate, rate('solved'))).toBe('request_closed');
  expect(await chen.problem(requests.supplement, { id, words: '点错了，其实没解决' })).toBe('request_closed');
});

test('a second word, sent as a rating by a phone that still asks, is taken', async () => {
  expect(await chen.call(requests.rate, rate('not_solved'))).toMatchObject({ state: 'with_deputy', round: 2 });
  expect((await follow()).events[0]).toMatchObject({ kind: 'not_solved_after_all' });
});
