import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import * as requests from '../shared/requests/contract';
import { departmentsNamed, seedDepartments } from './local/seed/departments';
import { COUNTY, deputyNamed, matterFor, testApi } from './testing/api';
import type { TestPhone } from './testing/phone';
import known from './testing/version-1.json';

/**
 * A phone with yesterday's package. `version-1.json` is the contract as it was when `/api/v2` began: every operation with its path and the
 * schema of its reply.
 */
const api = testApi();
type Operation = keyof typeof known;
type Body = Record<string, unknown>;

/** Calls as yesterday's package does, and checks that the reply is what it knew. */
async function old(
  phone: TestPhone,
  operation: Operation,
  input: Body = {},
  key: string = randomUUID(),
): Promise<{ status: number; body: Body }> {
  const { method, path, names, body: hasBody, reply } = known[operation];
  const inPath: Body = { ...input, jurisdiction: COUNTY };
  const rest = Object.entries(input).filter(([name]) => !(names as string[]).includes(name));
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) => String(inPath[name]));
  const query = hasBody
    ? ''
    : `?${new URLSearchParams(rest.map(([name, value]) => [name, String(value)] as [string, string]))}`;
  const response = await fetch(api.url + url + query, {
    method,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(phone.token ? { authorization: `Bearer ${phone.token}` } : {}),
    },
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: JSON.stringify(Object.fromEntries(rest)) }),
  });
  const said = (await response.json()) as Body;
  if (response.status === 200) {
    const schema = z.fromJSONSchema(reply as Parameters<typeof z.fromJSONSchema>[0]);
    expect([operation, schema.safeParse(said).error?.issues]).toEqual([operation, undefined]);
  }
  return { status: response.status, body: said };
}

const phones = {} as Record<'chen' | 'xu' | 'mao' | 'clerk' | 'jian' | 'admin', TestPhone>;
beforeAll(async () => {
  await seedDepartments(api.services);
  for (const key of ['chen', 'xu', 'mao', 'clerk', 'jian', 'admin'] as const) phones[key] = await api.signedIn(key);
});

test('every operation is still where it was: nobody is asked to sign in, not told that there is no such path', async () => {
  for (const [operation, { who, names }] of Object.entries(known)) {
    if (who === 'anyone') continue;
    const input = Object.fromEntries(names.map((name) => [name, randomUUID()]));
    const { status, body } = await old(api.nobody, operation as Operation, input);
    expect([operation, status, body.code]).toEqual([operation, 401, 'not_signed_in']);
  }
});

test('a matter from first word to end, with every list on the way, reads as it did', async () => {
  const { chen, xu, mao, clerk, jian } = phones;
  const open = await old(chen, 'requests.submit', matterFor('徐示例', { openness: 'public' }));
  const id = open.body.id as string;
  const any = await old(chen, 'requests.submit', matterFor('徐示例', { deputyId: undefined }));
  expect((await old(mao, 'requests.shared')).body).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ id: any.body.id, shared: true })]),
  });
  await old(mao, 'requests.take', { id: any.body.id });
  await old(xu, 'requests.open', { id });
  await old(xu, 'requests.ask', { id, words: '是哪三盏？' });
  await old(chen, 'requests.supplement', { id, words: '桥头那三盏。' });
  await old(xu, 'requests.answer', { id, words: '明天去修。' });
  await api.runSchedules();
  for (const state of ['with_deputy', 'asked', 'answered', 'closed']) {
    await old(chen, 'requests.mine', { state });
    await old(xu, 'requests.inbox', { state });
    await old(jian, 'requests.entered', { state });
  }
  for (const box of ['open', 'late', 'unplaced', 'to_screen', 'to_decide', 'waiting', 'closed'])
    expect((await old(clerk, 'requests.desk', { box })).status).toBe(200);
  expect((await old(xu, 'requests.counts')).body).toMatchObject({ inbox: { answered: 1 } });
  expect((await old(clerk, 'requests.counts')).body).toMatchObject({ desk: { toScreen: expect.any(Number) } });
  expect((await old(chen, 'requests.follow', { id })).body).toMatchObject({ may: expect.arrayContaining(['hide']) });
  const published = await old(clerk, 'requests.screen', { id, publish: true });
  expect(published).toMatchObject({ status: 200, body: { publication: 'published' } });
  await old(chen, 'requests.rate', { id, round: 1, outcome: 'solved' });
  expect((await old(chen, 'requests.hide', { id })).body).toEqual({ hidden: true });
  const { body } = await old(chen, 'requests.follow', { id });
  expect((body.events as { kind: string }[])[0]?.kind).toBe('hidden');
  expect((await old(clerk, 'requests.screen', { id, publish: true })).body.code).toBe('not_to_screen');
  const told = await old(chen, 'notifications.list');
  expect(told.body.items).toContainEqual(expect.objectContaining({ kind: 'request_answered', requestId: id }));
});

test('what may go to another level is a question to a phone that has no buttons for it', async () => {
  const { chen, xu, clerk } = phones;
  const { body } = await old(chen, 'requests.submit', matterFor('徐示例'));
  const id = body.id as string;
  expect((await old(xu, 'requests.group', { id })).status).toBe(200);
  const to = deputyNamed('汪虚拟').id;
  expect((await old(xu, 'requests.pass', { id, deputyId: to, words: '归市里管。' })).status).toBe(200);
  const asked = await old(chen, 'requests.follow', { id });
  expect(asked.body).toMatchObject({
    state: 'asked',
    question: { words: '想把这件事转给市人大代表汪虚拟，要您同意。归市里管。请把小程序关掉，再打开来选。不选就不转。' },
    may: ['supplement'],
  });
  // What is typed there is more words, and the question waits.
  expect((await old(chen, 'requests.supplement', { id, words: '好的。' })).status).toBe(200);
  const { state, handover } = await chen.call(requests.follow, { id });
  expect([state, typeof handover?.id]).toEqual(['asked', 'string']);
  await chen.call(requests.decideHandover, { id, handover: handover?.id ?? '', agreed: true });
  for (const phone of [chen, clerk]) {
    const { events, ...page } = (await old(phone, 'requests.follow', { id })).body as Body & { events: Body[] };
    expect(page).toMatchObject({ state: 'with_deputy', deputyName: '汪虚拟' });
    expect(events[0]).toMatchObject({ kind: 'reassigned', byName: null });
  }
  expect((await old(chen, 'requests.mine', { state: 'with_deputy' })).status).toBe(200);
});

test('what WeChat doubted is decided on in the words it was', async () => {
  const { chen, clerk, jian } = phones;
  await api.standIn.faults({ textVerdicts: { 疑词: 'review' } });
  const { body } = await old(chen, 'requests.submit', matterFor('徐示例', { words: '有人在桥头说疑词这样的话。' }));
  const id = body.id as string;
  await api.runSchedules();
  const doubted = await old(clerk, 'requests.follow', { id });
  expect(doubted.body).toMatchObject({ doubts: [{ verdict: 'review' }], may: expect.arrayContaining(['decide']) });
  expect((await old(clerk, 'requests.search', { words: '疑词' })).body).toMatchObject({
    items: [{ reasons: ['to_decide'] }],
  });
  for (const decision of ['kept_back', 'cleared'])
    expect(await old(clerk, 'requests.decide', { id, decision, reason: '看过了。' })).toMatchObject({ status: 200 });
  const { events } = (await old(clerk, 'requests.follow', { id })).body as { events: { kind: string }[] };
  expect(events.slice(0, 2).map(({ kind }) => kind)).toEqual(['cleared', 'kept_back']);
  const again = await old(clerk, 'requests.decide', { id, decision: 'cleared', reason: '看过了。' });
  expect(again.body).toMatchObject({ code: 'nothing_to_decide', type: '/problems/nothing_to_decide' });
  const entered = await old(jian, 'requests.register', { ...matterFor('徐示例'), name: '余大伯' });
  const page = await old(jian, 'requests.follow', { id: entered.body.id });
  expect((page.body.events as { kind: string }[]).at(-1)?.kind).toBe('entered');
  await api.standIn.mend();
});

test('a computer signs in by QR as it did', async () => {
  const { body } = await old(api.nobody, 'identity.openDesk');
  const secret = { secret: body.secret };
  expect((await old(api.nobody, 'identity.collectDesk', secret)).body.code).toBe('desk_waiting');
  expect((await old(phones.clerk, 'identity.confirmDesk', { code: body.code })).status).toBe(200);
  expect((await old(api.nobody, 'identity.collectDesk', secret)).status).toBe(200);
  expect((await old(api.nobody, 'identity.collectDesk', secret)).body.code).toBe('desk_code_bad');
});

test('somebody of a department is a resident to a phone that knows no departments', async () => {
  const { code } = await api.standIn.post<{ code: string }>('/login', { person: 'fang' });
  const { body } = await old(api.nobody, 'identity.signIn', { code });
  const fang = { ...api.nobody, token: body.accessToken as string };
  const me = await old(fang, 'identity.me');
  expect(me.body).toMatchObject({ name: '方示办', roles: [{ role: 'resident' }] });
  expect(me.body).toEqual(body.me);
  const phoneCode = await api.standIn.post<{ code: string }>('/phone', { person: 'fang' });
  expect((await old(fang, 'identity.verifyPhone', phoneCode)).body).toMatchObject({ me: me.body });
});

test('what a department has is a deputy’s to a phone that knows no departments', async () => {
  const [chen, xu, clerk] = await Promise.all(['chen', 'xu', 'clerk'].map((key) => api.signedIn(key)));
  if (!chen || !xu || !clerk) throw new Error('nobody signed in');
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { openness: 'public' }));
  const told = async () => {
    const page = await old(chen, 'requests.follow', { id });
    expect(page).toMatchObject({ status: 200, body: { state: 'with_deputy', viewer: 'resident' } });
    expect((await old(chen, 'requests.counts')).body).toMatchObject({ mine: { with_deputy: expect.any(Number) } });
    expect((await old(clerk, 'requests.desk', { box: 'open' })).status).toBe(200);
    expect((await old(clerk, 'requests.search', { words: '路灯' })).status).toBe(200);
    expect((await old(xu, 'requests.follow', { id })).body).toMatchObject({ state: 'with_deputy' });
  };
  await xu.call(requests.refer, { id });
  await told();
  const { events } = await clerk.call(requests.follow, { id });
  const [departmentId = ''] = departmentsNamed(['县住建局']);
  await clerk.call(requests.assign, { id, departmentId, seen: events[0]?.id ?? '' });
  await told();
  const lu = await api.signedIn('lu');
  expect((await old(lu, 'requests.follow', { id })).body).toMatchObject({ viewer: 'colleague', name: null, may: [] });
});

test('what was sent under the name of then, and its reply lost, is sent again by either version and is still one act', async () => {
  const { jian } = phones;
  const key = randomUUID();
  const input = { ...matterFor('徐示例'), name: '余大伯' };
  const first = await jian.call(requests.enterFor, input, { key });
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`update idempotency set procedure = 'requests.register' where key = ${key}`.execute(tx),
  );
  expect(await jian.call(requests.enterFor, input, { key })).toEqual(first);
  expect(await old(jian, 'requests.register', input, key)).toMatchObject({ status: 200, body: { id: first.id } });
  const other = await old(jian, 'requests.register', { ...input, name: '余大妈' }, key);
  expect(other.body.code).toBe('idempotency_key_reused');
});
