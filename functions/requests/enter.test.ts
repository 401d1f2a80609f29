import { sql } from 'kysely';
import * as notifications from '../../shared/notifications/contract';
import * as requests from '../../shared/requests/contract';
import { COUNTY, matterFor, testApi, villageOf } from '../local/testing-api';
import type { TestPhone } from '../local/testing-phone';

/** Entered for a neighbour or a visitor without a phone, until they come with one. */
const api = testApi();
const XIN_PHONE = '138 0000 0002';
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
  const { id, stationName } = await jian.call(requests.register, slip());
  expect(stationName).toBe('草坪村代表联络站');
  expect(await jian.call(requests.follow, { id })).toMatchObject({
    viewer: 'entrant',
    name: '余大伯',
    enteredBy: '姜样本',
    may: ['supplement', 'withdraw', 'print'],
  });
  const elsewhere = slip({ village: villageOf('白石村'), deputyId: undefined });
  expect(await jian.problem(requests.register, elsewhere)).toBe('not_found');
  expect((await clerk.call(requests.register, elsewhere)).deputyName).toBeNull();
  const far = { ...elsewhere, village: '330822108232' };
  expect(await clerk.problem(requests.register, far)).toBe('not_found');
  expect((await admin.call(requests.register, far)).trackingNumber).toMatch(/^\d{9}$/);
  expect(await xu.problem(requests.register, slip())).toBe('not_allowed');
  expect((await jian.call(requests.entered, { state: 'with_deputy' })).items.map((item) => item.id)).toEqual([id]);
});

test('the same slip of a station is entered once; a retry is no second slip', async () => {
  const first = await clerk.call(requests.register, slip({ slipNumber: '0123' }), { key: 'slip-key-000000000001' });
  const again = await clerk.call(requests.register, slip({ slipNumber: '0123' }), { key: 'slip-key-000000000001' });
  expect(again).toEqual(first);
  expect(await clerk.problem(requests.register, slip({ slipNumber: '0123' }))).toBe('slip_taken');
  expect(await clerk.call(requests.follow, { id: first.id })).toMatchObject({ slipNumber: '0123' });
});

test('who entered it is told of the answer and says for them what they say; the deputy sees that it was so', async () => {
  const { id } = await jian.call(requests.register, slip());
  await xu.call(requests.answer, { id, words: '明天去修。' });
  const [news] = (await jian.call(notifications.list, {})).items;
  expect(news).toMatchObject({ kind: 'request_answered', requestId: id });
  await jian.call(requests.rate, { id, round: 1, outcome: 'not_solved', words: '他说还是不亮。' });
  const { events } = await xu.call(requests.follow, { id });
  expect(events[0]).toMatchObject({ kind: 'not_solved', spoken: true, words: '他说还是不亮。' });
});

test('once the phone is verified in WeChat it is theirs, and they alone speak from then on', async () => {
  const { id } = await jian.call(requests.register, slip({ contactPhone: XIN_PHONE }));
  const other = await jian.call(requests.register, slip({ contactPhone: '13800000077' }));
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{
      found: boolean;
    }>`select contact_cipher::text || contact_hash::text like '%13800000002%' as found from request where id = ${id}`.execute(
      tx,
    ),
  );
  expect(rows).toEqual([{ found: false }]);
  let xin = await api.signedIn('xin');
  expect(await xin.problem(requests.follow, { id })).toBe('not_found');
  await api.verifyPhone(xin, 'xin');
  await api.runSchedules();
  await api.runSchedules();
  xin = await api.signedIn('xin');
  expect((await xin.call(requests.mine, { state: 'with_deputy' })).items).toMatchObject([{ id, entered: true }]);
  expect(await xin.problem(requests.follow, { id: other.id })).toBe('not_found');
  const seen = await xin.call(requests.follow, { id });
  expect(seen).toMatchObject({ viewer: 'resident', enteredBy: '姜样本' });
  expect(seen.events[0]?.kind).toBe('claimed');
  expect((await xin.call(notifications.list, {})).items.map(({ kind }) => kind)).toContain('request_claimed');
  expect(await jian.problem(requests.supplement, { id, words: '我再说一句。' })).toBe('not_found');
  expect(await jian.call(requests.follow, { id })).toMatchObject({ viewer: 'entrant', may: ['print'] });
  await xin.call(requests.supplement, { id, words: '我自己再说一句。' });
});

test('words of somebody without an account wait for a person to look at them', async () => {
  const { id } = await jian.call(requests.register, slip({ openness: 'public' }));
  await api.runSchedules();
  const check = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{ text_check: string }>`select text_check from request where id = ${id}`.execute(tx),
  );
  // The one who entered it was here in WeChat: their words could be checked.
  expect(check.rows).toEqual([{ text_check: 'pass' }]);
});

test('without a name, with half a phone number, without the phone of one’s own: plain problems', async () => {
  expect(await jian.problem(requests.register, { ...slip(), name: ' ' })).toBe('invalid_input');
  expect(await jian.problem(requests.register, slip({ contactPhone: '1380000' }))).toBe('invalid_input');
  const { contactPhone } = requests.register.input.parse(slip({ contactPhone: '＋86 １３８-0000 0009' }) as never);
  expect(contactPhone).toBe('13800000009');
});
