import * as notifications from '../../../shared/notifications/contract';
import * as requests from '../../../shared/requests/contract';
import { matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

/** Silence puts a matter away after the county's days: told beforehand, and never the last word. */
const api = testApi();
const DAY_MS = 86_400_000;
let chen: TestPhone;
let xu: TestPhone;

const later = async (days: number) => {
  api.clock.advance(days * DAY_MS);
  await api.runSchedules();
  chen = await api.signedIn('chen');
  xu = await api.signedIn('xu');
};
const page = (id: string) => chen.call(requests.follow, { id });
const answered = async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例'));
  await xu.call(requests.answer, { id, words: '明天去修。' });
  return id;
};
const kinds = async () => (await chen.call(notifications.list, {})).items.map(({ kind }) => kind);

beforeEach(async () => {
  api.clock.set('2026-11-18T02:00:00Z');
  await later(0);
});

test('told three days before, closed on the day, rated all the same', async () => {
  const id = await answered();
  expect((await page(id)).lapsesOn).toBe('2026-12-18');
  await later(26);
  expect(await kinds()).not.toContain('request_lapsing');
  await later(1);
  await later(0);
  expect((await kinds()).filter((kind) => kind === 'request_lapsing')).toHaveLength(1);
  await later(2);
  expect((await page(id)).state).toBe('answered');
  await later(1);
  expect(await page(id)).toMatchObject({
    state: 'closed',
    outcome: 'lapsed',
    lapsesOn: null,
    rating: null,
    may: ['rate'],
  });
  await later(40);
  await chen.call(requests.rate, { id, round: 1, outcome: 'not_solved', words: '还是不亮。' });
  const again = await page(id);
  expect(again).toMatchObject({ state: 'with_deputy', round: 2, outcome: null });
  expect(again.events.slice(0, 2).map(({ kind }) => kind)).toEqual(['not_solved', 'reopened']);
  expect(await xu.call(requests.answer, { id, words: '后天再去。' })).toMatchObject({ round: 2 });
  await chen.call(requests.rate, { id, round: 2, outcome: 'solved' });
  expect(await page(id)).toMatchObject({ state: 'closed', outcome: 'solved', may: ['withdrawRating', 'reopen'] });
});

test('nothing closes unannounced, however long the clock did not run', async () => {
  const id = await answered();
  await later(90);
  expect(await page(id)).toMatchObject({ state: 'answered' });
  expect(await kinds()).toContain('request_lapsing');
  await later(2);
  expect(await page(id)).toMatchObject({ state: 'answered' });
  await later(1);
  expect(await page(id)).toMatchObject({ state: 'closed', outcome: 'lapsed' });
});

test('who speaks in time is not put away; a new round starts the days again', async () => {
  const id = await answered();
  await later(28);
  await chen.call(requests.rate, { id, round: 1, outcome: 'not_solved' });
  await later(10);
  expect(await page(id)).toMatchObject({ state: 'with_deputy', lapsesOn: null });
  await xu.call(requests.answer, { id, words: '这次真的修了。' });
  await later(20);
  expect(await page(id)).toMatchObject({ state: 'answered' });
});

test('a question nobody answers is put away the same way', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例'));
  await xu.call(requests.ask, { id, words: '是哪几盏？' });
  await later(28);
  await later(3);
  expect(await page(id)).toMatchObject({ state: 'closed', outcome: 'lapsed', may: ['rate'] });
  await chen.call(requests.rate, { id, round: 1, outcome: 'not_solved', words: '东边三盏。' });
  expect(await page(id)).toMatchObject({ state: 'with_deputy', round: 2 });
});

test('a deputy hears once a day, in the daytime, and only when something waits', async () => {
  const told = async () =>
    (await xu.call(notifications.list, {})).items
      .filter(({ kind }) => kind === 'deputy_digest')
      .map(({ body }) => body);
  await chen.call(requests.submit, matterFor('徐示例'));
  api.clock.set('2026-11-20T23:30:00Z'); // half past seven in the morning
  await later(0);
  const before = (await told()).length;
  api.clock.set('2026-11-21T00:30:00Z');
  await later(0);
  await later(0);
  expect(await told()).toHaveLength(before + 1);
  expect((await told())[0]).toMatch(/^\d+ 件等您回/);
  for (;;) {
    const [item] = (await xu.call(requests.inbox, { state: 'with_deputy' })).items;
    if (!item) break;
    await xu.call(requests.answer, { id: item.id, words: '都看过了。' });
  }
  api.clock.set('2026-11-22T00:30:00Z');
  await later(0);
  expect(await told()).toHaveLength(before + 1);
});
