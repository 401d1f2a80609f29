import { sql } from 'kysely';
import * as identity from '../../../shared/identity/contract';
import * as notifications from '../../../shared/notifications/contract';
import * as requests from '../../../shared/requests/contract';
import { COUNTY, matterFor, testApi, villageOf } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

/** Entered for a neighbour or a visitor without a phone, until they come with one. */
const api = testApi();
let jian: TestPhone;
let clerk: TestPhone;
let admin: TestPhone;
let xu: TestPhone;

beforeAll(async () => {
  [jian, clerk, admin, xu] = (await Promise.all(['jian', 'clerk', 'admin', 'xu'].map((key) => api.signedIn(key)))) as [
    TestPhone,
    TestPhone,
    TestPhone,
    TestPhone,
  ];
});

const slip = (
  changes: Partial<Parameters<typeof matterFor>[1]> & { slipNumber?: string; contactPhone?: string } = {},
) => ({
  ...matterFor('徐示例'),
  name: '余大伯',
  ...changes,
});

test('a supervisor enters for their own village, a clerk for what the stations serve, the office for the county', async () => {
  const { id, stationName } = await jian.call(requests.enterFor, slip());
  expect(stationName).toBe('草坪村代表联络站');
  expect(await jian.call(requests.follow, { id })).toMatchObject({
    viewer: 'entrant',
    name: '余大伯',
    enteredBy: '姜样本',
    may: ['correctContact', 'supplement', 'withdraw', 'print'],
  });
  const elsewhere = slip({ village: villageOf('白石村'), deputyId: undefined });
  expect(await jian.problem(requests.enterFor, elsewhere)).toBe('not_found');
  expect((await clerk.call(requests.enterFor, elsewhere)).deputyName).toBeNull();
  const far = { ...elsewhere, village: '330822108232' };
  expect(await clerk.problem(requests.enterFor, far)).toBe('not_found');
  expect((await admin.call(requests.enterFor, far)).trackingNumber).toMatch(/^\d{9}$/);
  expect(await xu.problem(requests.enterFor, slip())).toBe('not_allowed');
  expect((await jian.call(requests.enteredFor, { state: 'with_deputy' })).items.map((item) => item.id)).toEqual([id]);
});

test('the same slip of a station is entered once; a retry is no second slip', async () => {
  const first = await clerk.call(requests.enterFor, slip({ slipNumber: '0123' }), { key: 'slip-key-000000000001' });
  const again = await clerk.call(requests.enterFor, slip({ slipNumber: '0123' }), { key: 'slip-key-000000000001' });
  expect(again).toEqual(first);
  expect(await clerk.problem(requests.enterFor, slip({ slipNumber: '0123' }))).toBe('slip_taken');
  expect(await clerk.call(requests.follow, { id: first.id })).toMatchObject({ slipNumber: '0123' });
});

test('one slip is one however its number is spelt, shown as it was written, and found by any spelling', async () => {
  const { id } = await clerk.call(requests.enterFor, slip({ slipNumber: 'B 7' }));
  for (const spelling of ['B7', 'b7', 'Ｂ７', 'b-7', 'B－7', '第 B7 号', 'b\u200b7', '编号：B７']) {
    const { items } = await clerk.call(requests.search, { words: spelling });
    expect([spelling, items.map((item) => item.id)]).toEqual([spelling, [id]]);
    expect([spelling, await clerk.problem(requests.enterFor, slip({ slipNumber: spelling }))]).toEqual([
      spelling,
      'slip_taken',
    ]);
  }
  expect(await clerk.call(requests.follow, { id })).toMatchObject({ slipNumber: 'B 7' });
  // Of two numbers the dash tells which is which.
  await clerk.call(requests.enterFor, slip({ slipNumber: '1-12' }));
  await clerk.call(requests.enterFor, slip({ slipNumber: '11-2' }));
  expect(await clerk.problem(requests.enterFor, slip({ slipNumber: '１－１２' }))).toBe('slip_taken');
});

test('who entered it is told of the answer and says for them what they say; the deputy sees that it was so', async () => {
  const { id } = await jian.call(requests.enterFor, slip());
  await xu.call(requests.answer, { id, words: '明天去修。' });
  const [news] = (await jian.call(notifications.list, {})).items;
  expect(news).toMatchObject({ kind: 'request_answered', subject: { context: 'requests', id } });
  await jian.call(requests.rate, { id, round: 1, outcome: 'not_solved', words: '他说还是不亮。' });
  const { events } = await xu.call(requests.follow, { id });
  expect(events[0]).toMatchObject({ kind: 'not_solved', spoken: true, words: '他说还是不亮。' });
});

test('what who entered it takes back for them is marked as said for them', async () => {
  const { id } = await jian.call(requests.enterFor, slip());
  await jian.call(requests.withdraw, { id, words: '他说不办了。' });
  const { events } = await jian.call(requests.follow, { id });
  expect(events[0]).toMatchObject({ kind: 'withdrawn', spoken: true, words: '他说不办了。' });
});

test('words of somebody without an account wait for a person to look at them', async () => {
  const { id } = await jian.call(requests.enterFor, slip({ openness: 'public' }));
  await api.runSchedules();
  const check = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{ text_check: string }>`select text_check from request where id = ${id}`.execute(tx),
  );
  // The one who entered it was here in WeChat: their words could be checked.
  expect(check.rows).toEqual([{ text_check: 'pass' }]);
});

test('without a name, with half a phone number, without the phone of one’s own: plain problems', async () => {
  expect(await jian.problem(requests.enterFor, { ...slip(), name: ' ' })).toBe('invalid_input');
  expect(await jian.problem(requests.enterFor, slip({ contactPhone: '1380000' }))).toBe('invalid_input');
  const { contactPhone } = requests.enterFor.input.parse(slip({ contactPhone: '＋86 １３８-0000 0009' }) as never);
  expect(contactPhone).toBe('13800000009');
});

test('nobody is both sides: a deputy neither answers nor takes what they entered for somebody, nor what turns out to be theirs', async () => {
  const { deputyNamed } = await import('../../testing/api');
  await admin.call(identity.grant, {
    role: 'supervisor',
    name: '毛范例',
    phone: '13800000005',
    village: villageOf('草坪村'),
    reason: '村里推荐的',
  });
  await api.runSchedules();
  const mao = await api.signedIn('mao');
  expect(await mao.problem(requests.enterFor, slip({ deputyId: deputyNamed('毛范例').id }))).toBe('own_matter');
  const { id } = await mao.call(requests.enterFor, slip({ deputyId: undefined }));
  expect(await mao.problem(requests.take, { id })).toBe('own_matter');
  expect(await clerk.problem(requests.reassign, { id, deputyId: deputyNamed('毛范例').id, words: '请您看看。' })).toBe(
    'own_matter',
  );
  // 徐示例's own phone: once they say so it is theirs, and goes to the village's other deputies.
  const theirs = await clerk.call(requests.enterFor, slip({ contactPhone: '13800000004' }));
  await xu.call(requests.confirmContact, { id: theirs.id, mine: true });
  const seen = await xu.call(requests.follow, { id: theirs.id });
  expect(seen).toMatchObject({ viewer: 'resident', deputyName: null });
  expect(await xu.problem(requests.answer, { id: theirs.id, words: '明天去看。' })).toBe('not_found');
  expect(await xu.problem(requests.take, { id: theirs.id })).toBe('own_matter');
});

test('who is not the village’s supervisor any more speaks for nobody', async () => {
  const { id } = await jian.call(requests.enterFor, slip());
  const { items } = await admin.call(identity.memberships, { role: 'supervisor' });
  const own = items.find(({ name }) => name === '姜样本');
  await admin.call(identity.withdraw, { id: own?.id ?? '', reason: '搬走了' });
  const before = await api.signedIn('jian');
  expect(await before.problem(requests.follow, { id })).toBe('not_found');
  expect(await before.problem(requests.supplement, { id, words: '我再说一句。' })).toBe('not_found');
});

test('of four who enter the same slip at once one does, the others hear that it is taken', async () => {
  const calls = Array.from({ length: 4 }, () => clerk.call(requests.enterFor, slip({ slipNumber: '0999' })));
  const ends = await Promise.allSettled(calls);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const end of ends) if (end.status === 'rejected') expect(end.reason.code).toBe('slip_taken');
});
