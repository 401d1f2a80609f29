import * as notifications from '../../../shared/notifications/contract';
import * as requests from '../../../shared/requests/contract';
import { matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

const api = testApi();
let chen: TestPhone;
let xu: TestPhone;

beforeAll(async () => {
  chen = await api.signedIn('chen');
  xu = await api.signedIn('xu');
});

const follow = (phone: TestPhone, id: string) => phone.call(requests.follow, { id });

test('a name kept to the station is nowhere in what the deputy sees, and the resident sees their own', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { name: '陈试用', nameFor: 'station' }));
  await chen.call(requests.supplement, { id, words: '第四盏也坏了。' });
  await xu.call(requests.answer, { id, words: '明天去看。' });
  await chen.call(requests.rate, { id, round: 1, outcome: 'not_solved', words: '还是黑的。' });
  const seen = [await follow(xu, id), await xu.call(requests.inbox, { state: 'with_deputy' })];
  const found = await xu.call(requests.search, { words: matterFor('徐示例').words });
  expect(found.items.map((item) => item.id)).toContain(id);
  expect(JSON.stringify([seen, found])).not.toContain('陈试用');
  expect(seen).toMatchObject([{ viewer: 'deputy', name: null, nameFor: 'station' }, { items: [{ id, name: null }] }]);
  expect(await follow(chen, id)).toMatchObject({ viewer: 'resident', name: '陈试用' });
});

test('a name for the deputy is beside what the resident did; the deputy and the station have theirs', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { name: '陈试用', where: ' ' }));
  await xu.call(requests.open, { id });
  const { events, name, where } = await follow(xu, id);
  expect([name, where]).toEqual(['陈试用', null]);
  const { items } = await xu.call(requests.search, { words: matterFor('徐示例').words });
  expect(items.find((item) => item.id === id)?.name).toBe('陈试用');
  expect(events.map(({ kind, byName }) => [kind, byName])).toEqual([
    ['opened', '徐示例'],
    ['registered', '草坪村代表联络站'],
    ['submitted', '陈试用'],
  ]);
});

test('who gave no name has none', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { name: ' ' }));
  expect((await follow(xu, id)).name).toBeNull();
});

test('words come back as they were written, whatever is in them', async () => {
  const words = '=HYPERLINK("http://a.example") <script>alert(1)</script>\n\'; drop table request; --\t👨‍👩‍👧 مرحبا';
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { words: `\u0000${words}\ud800\u202e` }));
  expect(await follow(xu, id)).toMatchObject({ words, title: '=HYPERLINK("http:…' });
});

test('a supplement stands in the history, makes the request unread again, and leaves the clock alone', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例'));
  await xu.call(requests.open, { id });
  const { clock } = await follow(xu, id);
  await chen.call(requests.supplement, { id, words: '第四盏也坏了。' });
  const inbox = await xu.call(requests.inbox, { state: 'with_deputy' });
  expect(inbox.items.find((item) => item.id === id)?.opened).toBe(false);
  await xu.call(requests.open, { id });
  const after = await follow(xu, id);
  expect(after.clock).toEqual(clock);
  expect(after.events.map(({ kind }) => kind)).toEqual(['supplemented', 'opened', 'registered', 'submitted']);
});

test('what is partly solved stays with the deputy, who hears what is left', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例'));
  await xu.call(requests.answer, { id, words: '修了两盏。' });
  const rating = { outcome: 'partly', attitude: 'satisfied', result: 'unsatisfied' } as const;
  const said = await chen.call(requests.rate, { id, round: 1, ...rating, words: '第三盏还是黑的。' });
  expect(said).toMatchObject({ state: 'with_deputy', round: 2 });
  expect(await follow(xu, id)).toMatchObject({
    state: 'with_deputy',
    outcome: null,
    rating: null,
    may: expect.arrayContaining(['answer', 'ask', 'pass']),
  });
  expect((await follow(xu, id)).events[0]).toMatchObject({ kind: 'partly', words: '第三盏还是黑的。' });
  const { items } = await xu.call(notifications.list, {});
  expect(items[0]?.body).toMatch(/^居民说：解决了一部分，剩下的请接着办，最晚 /);
});

test('a solved matter is closed as that, with attitude and result apart', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例'));
  await xu.call(requests.answer, { id, words: '修好了。' });
  const rating = { outcome: 'solved', attitude: 'satisfied', result: 'mostly' } as const;
  expect(await chen.call(requests.rate, { id, round: 1, ...rating })).toMatchObject({ state: 'closed' });
  expect(await follow(xu, id)).toMatchObject({ outcome: 'solved', rating: { ...rating, words: null } });
});

test('a deputy cannot be both sides of a matter', async () => {
  const xu = await api.signedIn('xu');
  expect(await xu.problem(requests.submit, matterFor('徐示例'))).toBe('own_matter');
  expect(await xu.call(requests.submit, matterFor('毛范例'))).toMatchObject({ deputyName: '毛范例' });
});
