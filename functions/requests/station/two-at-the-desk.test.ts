import * as requests from '../../../shared/requests/contract';
import { deputyNamed, matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

/** Two people at the desk, or a deputy and the station, with the same matter open: the second hears what the first did. */
const api = testApi();
let chen: TestPhone;
let xu: TestPhone;
let clerk: TestPhone;
let admin: TestPhone;
const [XU, MAO, ZHENG] = ['徐示例', '毛范例', '郑样本'].map((name) => deputyNamed(name).id) as [string, string, string];

beforeEach(async () => {
  [chen, xu, clerk, admin] = (await Promise.all(['chen', 'xu', 'clerk', 'admin'].map((key) => api.signedIn(key)))) as [
    TestPhone,
    TestPhone,
    TestPhone,
    TestPhone,
  ];
});

const sent = async (openness: 'handlers' | 'public' = 'handlers') =>
  (await chen.call(requests.submit, matterFor('毛范例', { openness }))).id;
const seen = async (phone: TestPhone, id: string) => (await phone.call(requests.follow, { id })).events[0]?.id;
const problemOf = async (phone: TestPhone, procedure: Parameters<TestPhone['call']>[0], input: object) => {
  const { status, body } = await phone.send(procedure, input as Record<string, unknown>);
  return { status, ...(body as { code: string; title: string }) };
};

test('who does not say what they saw does not override what another did in the last minutes, and hears who it was', async () => {
  const id = await sent();
  await clerk.call(requests.reassign, { id, deputyId: XU, words: '毛代表这周在外地。' });
  const again = { id, deputyId: ZHENG, words: '请郑代表来。' };
  const refused = await problemOf(admin, requests.reassign, again);
  expect(refused).toMatchObject({ status: 409, code: 'moved_since' });
  expect(refused.title).toMatch(/^舒示例已经把这件事转给了徐代表/);
  expect(await clerk.call(requests.follow, { id })).toMatchObject({ deputyName: '徐示例' });
  // Whoever did it may do it again, and so may who has read the page since, or comes later.
  await admin.call(requests.reassign, { ...again, seen: await seen(admin, id) });
  await admin.call(requests.reassign, { id, deputyId: XU, words: '还是徐代表。' });
  api.clock.advance(6 * 60_000);
  await clerk.call(requests.reassign, { id, deputyId: MAO, words: '毛代表回来了。' });
});

test('who saw the old deputy, however long ago, does not override', async () => {
  const id = await sent();
  const old = await seen(admin, id);
  await clerk.call(requests.reassign, { id, deputyId: XU, words: '毛代表这周在外地。' });
  api.clock.advance(3_600_000);
  admin = await api.signedIn('admin');
  expect(await admin.problem(requests.reassign, { id, deputyId: ZHENG, words: '请郑代表来。', seen: old })).toBe(
    'moved_since',
  );
});

test('of two who decide on the notice board, or on what is in doubt, the second hears what the first decided', async () => {
  const id = await sent('public');
  await api.runSchedules();
  const old = await seen(admin, id);
  await clerk.call(requests.moderate, { id, publish: true, words: '村口的路灯坏了。' });
  const decline = { id, publish: false, reason: '里面有门牌号。' };
  for (const saw of [{}, { seen: old }]) {
    const refused = await problemOf(admin, requests.moderate, { ...decline, ...saw });
    expect(refused).toMatchObject({ status: 409, code: 'decided_since' });
    expect(refused.title).toMatch(/定过了：公开/);
  }
  await admin.call(requests.moderate, { ...decline, seen: await seen(admin, id) });

  const words = '样例待看，村口的路灯坏了。';
  const { id: doubted } = await chen.call(requests.submit, matterFor('徐示例', { words }));
  await api.runSchedules();
  await clerk.call(requests.reviewContent, { id: doubted, decision: 'withheld', reason: '骂人的话。' });
  expect(await admin.problem(requests.reviewContent, { id: doubted, decision: 'approved', reason: '没有。' })).toBe(
    'decided_since',
  );
});

test('a deputy from whom it went meanwhile hears to whom, whatever they were about to say', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例'));
  await clerk.call(requests.reassign, { id, deputyId: MAO, words: '徐代表在开会。' });
  for (const [procedure, input] of [
    [requests.answer, { id, words: '明天去看。' }],
    [requests.ask, { id, words: '是哪一盏？' }],
    [requests.note, { id, words: '请看看。' }],
    [requests.pass, { id, deputyId: ZHENG, words: '请郑代表看。' }],
  ] as const) {
    const refused = await problemOf(xu, procedure, input);
    expect(refused).toMatchObject({ status: 409, code: 'given_away' });
    expect(refused.title).toBe('联络站已经把这件事转给了毛代表，不用您回了。');
  }
  expect(await xu.problem(requests.follow, { id })).toBe('not_found');
  // Who never had it hears nothing of it.
  const lin = await api.signedIn('lin');
  expect(await lin.problem(requests.answer, { id, words: '明天去看。' })).toBe('not_allowed');
});

test('what was taken out stays out when it is looked at again, and the station sees what stands on the board', async () => {
  const { id } = await chen.call(
    requests.submit,
    matterFor('徐示例', { words: '姚阿公家门口的水沟堵了，电话 13900000000。', openness: 'public' }),
  );
  await api.runSchedules();
  expect((await clerk.call(requests.follow, { id })).board).toBeNull();
  await clerk.call(requests.moderate, { id, publish: true, title: '水沟堵了', words: '一户门口的水沟堵了。' });
  await xu.call(requests.answer, { id, words: '下周一来清。' });
  await api.runSchedules();
  const board = { title: '水沟堵了', words: '一户门口的水沟堵了。', answer: null };
  expect(await clerk.call(requests.follow, { id })).toMatchObject({ publication: 'pending', board });
  expect((await chen.call(requests.follow, { id })).board).toBeUndefined();
  await clerk.call(requests.moderate, { id, publish: true, answer: '下周一来清。' });
  const item = (await api.nobody.call(requests.board, {})).items.find((one) => one.id === id);
  expect(item).toMatchObject({ title: '水沟堵了', words: '一户门口的水沟堵了。', answer: '下周一来清。' });
});

test('the station sees which words are in doubt: what was added, answered or said of an answer', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例'));
  await api.runSchedules();
  await chen.call(requests.supplement, { id, words: '样例待看，昨天又坏了一盏。' });
  await api.runSchedules();
  await xu.call(requests.answer, { id, words: '样例违规，已经请人来修。' });
  await api.runSchedules();
  const doubted = async () => {
    const { doubts, events } = await clerk.call(requests.follow, { id });
    const at = new Map(events.map((event) => [event.id, event.kind]));
    return (doubts[0]?.events ?? []).map((doubt) => [at.get(doubt.id), doubt.verdict]);
  };
  expect(await doubted()).toEqual([
    ['supplemented', 'review'],
    ['answered', 'risky'],
  ]);
  await clerk.call(requests.reviewContent, { id, decision: 'approved', reason: '没有问题。' });
  await chen.call(requests.rate, { id, round: 1, outcome: 'not_solved', words: '样例待看，还是不亮。' });
  await api.runSchedules();
  expect(await doubted()).toEqual([['not_solved', 'review']]);
});
