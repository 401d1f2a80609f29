import * as notifications from '../../../shared/notifications/contract';
import * as requests from '../../../shared/requests/contract';
import { matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

const api = testApi();
const DAY = 86_400_000;
let chen: TestPhone;
let xu: TestPhone;

async function signInAgain() {
  chen = await api.signedIn('chen');
  xu = await api.signedIn('xu');
}

/** Every item of a list, page by page. */
async function all<T>(page: (cursor?: string) => Promise<{ items: T[]; next: string | null }>): Promise<T[][]> {
  const pages: T[][] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const { items, next } = await page(cursor);
    pages.push(items);
    cursor = next ?? undefined;
    more = next !== null;
  }
  return pages;
}

const sent: string[] = [];

beforeAll(async () => {
  await signInAgain();
  for (let day = 0; day < 5; day += 1) {
    for (let each = 0; each < 9; each += 1) sent.push((await chen.call(requests.submit, matterFor('徐示例'))).id);
    api.clock.advance(DAY);
    await signInAgain();
  }
});

const ids = (pages: { id: string }[][]) => pages.flat().map(({ id }) => id);

test('my requests come newest first, twenty a page, each once', async () => {
  const pages = await all((cursor) => chen.call(requests.mine, { state: 'with_deputy', cursor }));
  expect(pages.map((page) => page.length)).toEqual([20, 20, 5]);
  expect(ids(pages)).toEqual([...sent].reverse());
});

test('the inbox comes by due day, each once, also when one is answered between two pages', async () => {
  const inbox = (state: 'with_deputy' | 'answered') => all((cursor) => xu.call(requests.inbox, { state, cursor }));
  const pages = await inbox('with_deputy');
  expect(pages.map((page) => page.length)).toEqual([20, 20, 5]);
  expect(ids(pages)).toEqual(sent);
  const days = pages.flat().map(({ dueOn }) => dueOn);
  expect(days).toEqual([...days].sort());

  const first = await xu.call(requests.inbox, { state: 'with_deputy' });
  await xu.call(requests.answer, { id: sent[0] ?? '', words: '去看过了。' });
  const second = await xu.call(requests.inbox, { state: 'with_deputy', cursor: first.next ?? '' });
  expect(second.items[0]?.id).toBe(sent[20]);
});

test('answered ones come by what changed last', async () => {
  for (const index of [3, 1, 2]) await xu.call(requests.answer, { id: sent[index] ?? '', words: '去看过了。' });
  const { items } = await xu.call(requests.inbox, { state: 'answered' });
  // The clock stood still between them, so the id decides.
  expect(items.map(({ id }) => id)).toEqual([3, 2, 1, 0].map((index) => sent[index]));
  api.clock.advance(1_000);
  await chen.call(requests.supplement, { id: sent[0] ?? '', words: '还有一处。' });
  expect((await xu.call(requests.inbox, { state: 'answered' })).items[0]).toMatchObject({ id: sent[0], opened: false });
});

test('what is due today and what is late are counted apart', async () => {
  expect((await xu.call(requests.counts, {})).inbox).toMatchObject({
    states: { with_deputy: 41, answered: 4 },
    dueToday: 0,
    late: 0,
  });
  api.clock.set('2026-12-10T02:00:00Z');
  await signInAgain();
  // Sent on 18 November (due 9 December; four of nine were answered), and on 19 November (due 10 December).
  expect((await xu.call(requests.counts, {})).inbox).toMatchObject({
    states: { with_deputy: 41, answered: 4 },
    dueToday: 9,
    late: 5,
  });
  const { clock } = await xu.call(requests.follow, { id: sent[5] ?? '' });
  expect(clock).toMatchObject({ dueOn: '2026-12-09', used: 16, left: 0, late: 1 });
});

test('what a person was told comes newest first, and is marked read up to what they saw', async () => {
  const pages = await all((cursor) => xu.call(notifications.list, { cursor }));
  expect(pages.map((page) => page.length)).toEqual([20, 20, 6]);
  expect(pages[0]?.[0]).toMatchObject({ kind: 'request_supplemented', body: '居民补充了几句' });
  const oldestOnFirstPage = pages[0]?.at(-1)?.id ?? '';
  expect(await xu.call(notifications.unread, {})).toEqual({ count: 46 });
  expect(await xu.call(notifications.markRead, { through: oldestOnFirstPage })).toEqual({ count: 19 });
});

test('badges count to a hundred and no further', async () => {
  for (let each = 0; each < 62; each += 1) await chen.call(requests.submit, matterFor('徐示例'));
  expect((await chen.call(requests.counts, {})).mine).toEqual({
    with_deputy: 100,
    with_station: 0,
    with_department: 0,
    with_hotline: 0,
    with_office: 0,
    asked: 0,
    answered: 4,
    closed: 0,
  });
});
