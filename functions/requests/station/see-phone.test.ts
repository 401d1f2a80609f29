import { sql } from 'kysely';
import * as assignments from '../../../shared/assignments/contract';
import * as notifications from '../../../shared/notifications/contract';
import * as requests from '../../../shared/requests/contract';
import { departmentsNamed, seedDepartments } from '../../local/seed/departments';
import { COUNTY, matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

/** A resident's number is on no page: it is an act, with a reason, and the resident reads who did it (decision 38). */
const api = testApi();
const CHENS = '+8613800000001';
const NOBODYS = '13800000077';
const phones: Record<string, TestPhone> = {};
const as = (key: string) => phones[key] as TestPhone;
const WHY = { reason: 'ask', words: '问清楚是哪三盏灯不亮' } as const;

beforeAll(async () => {
  await seedDepartments(api.services);
  for (const key of ['chen', 'lin', 'xu', 'mao', 'jian', 'clerk', 'clerk2', 'admin', 'lu'])
    phones[key] = await api.signedIn(key);
  await api.verifyPhone(as('chen'), 'chen');
  await api.verifyPhone(as('clerk'), 'clerk');
});

const submitted = async () => (await as('chen').call(requests.submit, matterFor('徐示例'))).id;
const see = (key: string, id: string) => as(key).call(requests.seePhone, { id, ...WHY });
const refused = (key: string, id: string) => as(key).problem(requests.seePhone, { id, ...WHY });
const page = (key: string, id: string) => as(key).call(requests.follow, { id });
const looks = async (key: string) => (await as(key).call(requests.phoneLooks, {})).items;
const asOwner = <T>(statement: ReturnType<typeof sql<T>>) =>
  api.store.owner.inTenant(COUNTY, async (tx) => (await statement.execute(tx)).rows);

test('the station sees it with a reason; the resident reads who, for which place and why, and the number stands nowhere', async () => {
  const id = await submitted();
  expect(await page('clerk', id)).toMatchObject({ may: expect.arrayContaining(['seePhone']) });
  expect(await see('clerk', id)).toEqual({ phone: CHENS });
  const { items } = await as('chen').call(notifications.list, {});
  expect(items[0]).toMatchObject({
    kind: 'request_phone_seen',
    page: 'requests/pages/looks/index',
    body: '草坪村代表联络站 舒示例看了电话：问清楚是哪三盏灯不亮',
  });
  expect(await looks('chen')).toEqual([
    expect.objectContaining({
      by: '舒示例',
      from: '草坪村代表联络站',
      reason: 'ask',
      words: WHY.words,
      request: expect.objectContaining({ id }),
    }),
  ]);
  expect((await page('chen', id)).events[0]).toMatchObject({ kind: 'phone_seen', words: WHY.words });
  const [logged] = await asOwner<{ reason: string; detail: unknown; person_id: string }>(
    sql`select reason, detail, person_id from audit_log where action = 'phone_seen' and object_id = ${id}`,
  );
  expect(logged).toMatchObject({ reason: WHY.words, detail: { kind: 'ask' }, person_id: expect.any(String) });
  const kept = await asOwner<{ all: string }>(sql`select (select string_agg(e::text, ' ') from request_event e)
    || (select string_agg(a::text, ' ') from audit_log a) || coalesce((select string_agg(i::text, ' ') from idempotency i), '') as all`);
  expect(kept[0]?.all).not.toContain('13800000001');
});

test('asked again because the reply was lost, it is one look; later it is another', async () => {
  const id = await submitted();
  const before = (await looks('chen')).length;
  expect(await Promise.all([see('clerk', id), see('clerk', id)])).toEqual([{ phone: CHENS }, { phone: CHENS }]);
  expect((await looks('chen')).length).toBe(before + 1);
  api.clock.advance(11 * 60_000);
  await see('clerk', id);
  expect((await looks('chen')).length).toBe(before + 2);
  // The office looks for itself: it is somebody else.
  await see('admin', id);
  expect((await looks('chen'))[0]).toMatchObject({ from: '人大办公室' });
});

test('neither its deputy nor another, no department, no other station, and not without a reason', async () => {
  const id = await submitted();
  await as('xu').call(requests.refer, { id });
  const seen = (await page('clerk', id)).events[0]?.id ?? '';
  await as('clerk').call(requests.assign, { id, departmentId: departmentsNamed(['县住建局'])[0] ?? '', seen });
  const before = (await looks('chen')).length;
  for (const key of ['xu', 'mao', 'lu', 'jian', 'chen'])
    expect([key, await refused(key, id)]).toEqual([key, 'not_allowed']);
  expect(await refused('clerk2', id)).toBe('not_found');
  expect(await as('clerk').problem(requests.seePhone, { id, reason: 'ask', words: ' ' })).toBe('invalid_input');
  expect((await looks('chen')).length).toBe(before);
  const { items } = await as('lu').call(assignments.inbox, { box: 'new' });
  await see('clerk', id);
  const { events } = await page('lu', id);
  expect(items.length).toBeGreaterThan(0);
  expect(events.map(({ kind }) => kind)).not.toContain('phone_seen');
  expect((await page('xu', id)).events.map(({ kind }) => kind)).not.toContain('phone_seen');
});

test('of somebody without an account the number that was written down; who entered it hears so, and its owner once they are known', async () => {
  const entered = { ...matterFor('徐示例'), name: '余大伯' };
  const none = (await as('jian').call(requests.enterFor, entered)).id;
  expect(await refused('clerk', none)).toBe('no_phone');
  expect((await page('clerk', none)).may).not.toContain('seePhone');
  const { id } = await as('jian').call(requests.enterFor, { ...entered, contactPhone: NOBODYS });
  expect(await see('clerk', id)).toEqual({ phone: `+86${NOBODYS}` });
  const { items } = await as('jian').call(notifications.list, {});
  expect(items[0]).toMatchObject({ kind: 'request_phone_seen', subject: { id } });
});

test('who lives there and works at its station reads it as its resident alone', async () => {
  const { id } = await as('clerk').call(requests.submit, matterFor('徐示例'));
  expect(await refused('clerk', id)).toBe('not_found');
});

test('version 1 shows neither the act nor the event', async () => {
  const id = await submitted();
  await see('clerk', id);
  for (const key of ['chen', 'clerk']) {
    const response = await fetch(`${api.url}/api/${COUNTY}/requests/${id}`, {
      headers: { authorization: `Bearer ${as(key).token}` },
    });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).not.toMatch(/phone_seen|seePhone|hideWords|"hidden"|13800000001/);
  }
});
