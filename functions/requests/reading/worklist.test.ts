import { sql } from 'kysely';
import * as notifications from '../../../shared/notifications/contract';
import * as requests from '../../../shared/requests/contract';
import { COUNTY, deputyNamed, matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

/** The station's desk: what waits for it, who gets what, what goes on the notice board, what WeChat was not sure of. */
const api = testApi();
const DAY_MS = 86_400_000;
let chen: TestPhone;
let xu: TestPhone;
let clerk: TestPhone;
let clerk2: TestPhone;
let admin: TestPhone;

const signInAgain = async () => {
  const keys = ['chen', 'xu', 'clerk', 'clerk2', 'admin'];
  [chen, xu, clerk, clerk2, admin] = (await Promise.all(keys.map((key) => api.signedIn(key)))) as [
    TestPhone,
    TestPhone,
    TestPhone,
    TestPhone,
    TestPhone,
  ];
};
beforeEach(async () => {
  await api.standIn.mend();
  await signInAgain();
});

type Box = (typeof requests.BOXES)[number];
const box = async (phone: TestPhone, name: Box) => (await phone.call(requests.worklist, { box: name })).items;
const has = async (phone: TestPhone, name: Box, id: string) => (await box(phone, name)).some((item) => item.id === id);
const page = (phone: TestPhone, id: string) => phone.call(requests.follow, { id });

test('a clerk sees what their stations hold, the office the county, nobody else any', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { name: '陈试用', nameFor: 'station' }));
  expect((await box(clerk, 'open')).find((item) => item.id === id)).toMatchObject({
    name: '陈试用',
    deputyName: '徐示例',
    stationName: '草坪村代表联络站',
    reasons: [],
  });
  expect(await has(clerk2, 'open', id)).toBe(false);
  expect(await has(admin, 'open', id)).toBe(true);
  expect(await clerk2.problem(requests.follow, { id })).toBe('not_found');
  expect(await page(clerk, id)).toMatchObject({
    viewer: 'station',
    name: '陈试用',
    may: [
      'reassign',
      'sendToOffice',
      'numberHotline',
      'awaitHotline',
      'merge',
      'note',
      'seePhone',
      'hideWords',
      'print',
    ],
  });
  expect(await xu.problem(requests.worklist, { box: 'open' })).toBe('not_allowed');
  const other = await api.nobody
    .call((await import('../../../shared/directory/contract')).stations, {})
    .catch(() => null);
  const foreign = other?.stations.find(({ name }) => name.startsWith('招贤'))?.id;
  if (foreign) expect(await clerk.problem(requests.worklist, { box: 'open', station: foreign })).toBe('not_found');
});

test('late, not taken by half of its days, or with a deputy who is away: each in its box and in the counts', async () => {
  const nobodys = await chen.call(requests.submit, { ...matterFor('徐示例'), deputyId: undefined });
  const away = await chen.call(requests.submit, matterFor('郑样本'));
  expect((await box(clerk, 'unplaced')).find((item) => item.id === away.id)?.reasons).toEqual(['away', 'not_joined']);
  expect(await has(clerk, 'unplaced', nobodys.id)).toBe(false);
  api.clock.advance(15 * DAY_MS);
  await signInAgain();
  expect((await box(clerk, 'unplaced')).find((item) => item.id === nobodys.id)?.reasons).toEqual(['untaken']);
  api.clock.advance(15 * DAY_MS);
  await signInAgain();
  const late = (await box(clerk, 'late')).map((item) => item.id);
  expect(late).toEqual(expect.arrayContaining([nobodys.id, away.id]));
  const { worklist } = await clerk.call(requests.counts, {});
  expect(worklist).toMatchObject({ late: late.length, toModerate: 0 });
  for (const item of await box(clerk, 'late')) expect(item.daysLeft).toBeLessThan(0);
  expect((await xu.call(requests.counts, {})).worklist).toBeNull();
});

test('given to another deputy: the resident sees it and why, and so do both deputies', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例'));
  const to = deputyNamed('毛范例').id;
  expect(await clerk2.problem(requests.reassign, { id, deputyId: to, words: '徐代表住院了。' })).toBe('not_found');
  expect(await clerk.call(requests.reassign, { id, deputyId: to, words: '徐代表住院了。' })).toEqual({
    deputyName: '毛范例',
  });
  const seen = await page(chen, id);
  expect(seen).toMatchObject({ deputyName: '毛范例' });
  expect(seen.events[0]).toMatchObject({
    kind: 'reassigned',
    toName: '毛范例',
    words: '徐代表住院了。',
    byName: '草坪村代表联络站',
  });
  const kindsOf = async (phone: TestPhone) => (await phone.call(notifications.list, {})).items.map(({ kind }) => kind);
  expect((await kindsOf(chen))[0]).toBe('request_reassigned');
  expect(await kindsOf(xu)).toContain('request_reassigned');
  expect(await clerk.call(requests.reassign, { id, words: '请村里的代表看谁方便。' })).toEqual({ deputyName: null });
  expect(await page(chen, id)).toMatchObject({ deputyName: null });
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`select reason from audit_log where action = 'request_reassigned' and object_id = ${id} order by id`.execute(tx),
  );
  expect(rows).toEqual([{ reason: '徐代表住院了。' }, { reason: '请村里的代表看谁方便。' }]);
});

test('a deputy does not get what they wrote as a resident', async () => {
  const { id } = await xu.call(requests.submit, matterFor('毛范例'));
  const problem = await clerk.problem(requests.reassign, {
    id,
    deputyId: deputyNamed('徐示例').id,
    words: '请您看看。',
  });
  expect(problem).toBe('own_matter');
});

test('a clerk does not decide on what they wrote as a resident; a colleague or the office does', async () => {
  await api.verifyPhone(clerk, 'clerk');
  const { id } = await clerk.call(requests.submit, matterFor('徐示例', { openness: 'public' }));
  expect(await page(clerk, id)).toMatchObject({
    viewer: 'resident',
    may: ['supplement', 'withdraw', 'withdrawConsent'],
  });
  expect(await clerk.problem(requests.moderate, { id, publish: false, reason: '先不登。' })).toBe('not_found');
  expect(await clerk.problem(requests.reassign, { id, words: '请别的代表来。' })).toBe('not_found');
  await api.runSchedules();
  expect(await admin.call(requests.moderate, { id, publish: true })).toEqual({ publication: 'published' });
});

test('on the notice board only once a person agreed, as they left it and without a name', async () => {
  const words = '村口陈家门前的路灯坏了三盏，老人晚上看不见。';
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { words, openness: 'public', name: '陈试用' }));
  const onBoard = async () => (await api.nobody.call(requests.board, {})).items.find((item) => item.id === id);
  expect(await has(clerk, 'to_moderate', id)).toBe(true);
  expect(await clerk.problem(requests.moderate, { id, publish: true })).toBe('words_not_checked');
  await api.runSchedules();
  expect(await onBoard()).toBeUndefined();
  const agreed = { id, publish: true, title: '村口路灯坏了', words: '村口的路灯坏了三盏。' };
  expect(await clerk2.problem(requests.moderate, agreed)).toBe('not_found');
  expect(await clerk.call(requests.moderate, agreed)).toEqual({ publication: 'published' });
  expect(await onBoard()).toMatchObject({
    title: '村口路灯坏了',
    words: '村口的路灯坏了三盏。',
    answer: null,
    pictures: [],
  });
  expect(JSON.stringify(await onBoard())).not.toMatch(/陈家|陈试用/);
  expect(await has(clerk, 'to_moderate', id)).toBe(false);

  // An answer joins it after the station has looked again; until then it stands there as it was.
  await xu.call(requests.answer, { id, words: '已经换好了，陈大爷放心。' });
  expect(await onBoard()).toMatchObject({ answer: null, state: 'answered' });
  expect(await has(clerk, 'to_moderate', id)).toBe(true);
  await api.runSchedules();
  await clerk.call(requests.moderate, { ...agreed, answer: '已经换好了。' });
  expect(await onBoard()).toMatchObject({ answer: '已经换好了。' });

  expect(await clerk.problem(requests.moderate, { id, publish: false })).toBe('invalid_input');
  await clerk.call(requests.moderate, { id, publish: false, reason: '里面有门牌号。' });
  expect(await onBoard()).toBeUndefined();
  const seen = await page(chen, id);
  expect(seen.publication).toBe('declined');
  expect(seen.events[0]).toMatchObject({ kind: 'declined', words: '里面有门牌号。' });
});

test('what a clerk wrote anew WeChat sees before the board does; what was checked or approved is not asked again', async () => {
  const words = '样例违规，但说的是路灯。';
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { words, openness: 'public' }));
  await api.runSchedules();
  await clerk.call(requests.reviewContent, { id, decision: 'approved', reason: '说的是路灯，没有问题。' });
  const onBoard = async () => (await api.nobody.call(requests.board, {})).items.find((item) => item.id === id);
  const anew = (text: string) => ({ id, publish: true, title: '路灯坏了', words: text });
  expect(await clerk.problem(requests.moderate, anew('样例违规，新写的。'))).toBe('words_risky');
  await api.standIn.faults({ away: true });
  expect(await clerk.problem(requests.moderate, anew('村口的路灯坏了。'))).toBe('wechat_away');
  expect(await onBoard()).toBeUndefined();
  await api.standIn.mend();
  // Where WeChat is not sure the clerk is the person who decides.
  await clerk.call(requests.moderate, anew('样例待看，村口的路灯坏了。'));
  expect(await onBoard()).toMatchObject({ words: '样例待看，村口的路灯坏了。' });
  await clerk.call(requests.moderate, anew(words));
  expect(await onBoard()).toMatchObject({ words });
});

test('who agreed to the board takes it back: it is gone at once, and no station can bring it back', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { openness: 'public' }));
  await api.runSchedules();
  await clerk.call(requests.moderate, { id, publish: true });
  const onBoard = async () => (await api.nobody.call(requests.board, {})).items.some((item) => item.id === id);
  expect(await onBoard()).toBe(true);
  expect((await page(chen, id)).may).toContain('withdrawConsent');
  expect(await xu.problem(requests.withdrawConsent, { id })).toBe('not_found');
  await chen.call(requests.withdrawConsent, { id });
  expect(await onBoard()).toBe(false);
  expect(await page(chen, id)).toMatchObject({ openness: 'handlers', publication: null, state: 'with_deputy' });
  expect((await page(xu, id)).events[0]).toMatchObject({ kind: 'consent_withdrawn' });
  expect(await chen.problem(requests.withdrawConsent, { id })).toBe('not_public');
  expect(await clerk.problem(requests.moderate, { id, publish: true })).toBe('not_to_moderate');
});

test('the board begins with what was agreed to last, not with what was sent last; its pages go on in that order', async () => {
  const sent: string[] = [];
  for (let each = 0; each < 22; each += 1)
    sent.push((await chen.call(requests.submit, matterFor('徐示例', { openness: 'public' }))).id);
  await api.runSchedules();
  for (const id of [...sent].reverse()) {
    api.clock.advance(1_000);
    await clerk.call(requests.moderate, { id, publish: true });
  }
  const first = await api.nobody.call(requests.board, {});
  const second = await api.nobody.call(requests.board, { cursor: first.next ?? '' });
  expect([...first.items, ...second.items].map(({ id }) => id).slice(0, 22)).toEqual(sent);
  // Looked at again with the answer, it keeps its place.
  await xu.call(requests.answer, { id: sent[3] ?? '', words: '已经换好了。' });
  await api.runSchedules();
  await clerk.call(requests.moderate, { id: sent[3] ?? '', publish: true, answer: '已经换好了。' });
  expect((await api.nobody.call(requests.board, {})).items[3]).toMatchObject({ id: sent[3], answer: '已经换好了。' });
});

test('what was sent to the handlers alone can not be published', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例'));
  await api.runSchedules();
  expect(await clerk.problem(requests.moderate, { id, publish: true })).toBe('not_to_moderate');
});

test('what WeChat is not sure of waits for a person, whose decision and reason are written down', async () => {
  const words = '样例待看，村口的路灯坏了。';
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { words, openness: 'public' }));
  await api.runSchedules();
  expect((await box(clerk, 'to_review')).find((item) => item.id === id)?.reasons).toEqual(['to_moderate', 'to_review']);
  expect(await clerk.problem(requests.moderate, { id, publish: true })).toBe('words_not_checked');
  const decision = { id, decision: 'approved', reason: '说的是路灯，没有问题。' } as const;
  expect(await clerk2.problem(requests.reviewContent, decision)).toBe('not_found');
  await clerk.call(requests.reviewContent, decision);
  expect(await clerk.problem(requests.reviewContent, decision)).toBe('nothing_to_review');
  expect(await has(clerk, 'to_review', id)).toBe(false);
  expect((await page(chen, id)).events.map(({ kind }) => kind)).not.toContain('approved');
  expect(await clerk.call(requests.moderate, { id, publish: true })).toEqual({ publication: 'published' });
  // New words can make it worse again.
  await chen.call(requests.supplement, { id, words: '样例违规，还有一盏。' });
  await api.runSchedules();
  expect(await has(clerk, 'to_review', id)).toBe(true);
  await clerk.call(requests.reviewContent, { id, decision: 'withheld', reason: '骂人的话。' });
  expect(await page(chen, id)).toMatchObject({ publication: 'declined' });
  expect((await page(chen, id)).events[0]).toMatchObject({ kind: 'withheld', words: '骂人的话。' });
  expect((await api.nobody.call(requests.board, {})).items.map((item) => item.id)).not.toContain(id);
  expect((await page(xu, id)).events.some(({ words }) => words?.includes('还有一盏'))).toBe(true);
});

test('what was withheld by mistake is approved, with the reason, and can be published after all', async () => {
  const words = '样例待看，村口的路灯坏了。';
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { words, openness: 'public' }));
  await api.runSchedules();
  const kept = { id, decision: 'withheld', reason: '点错了。' } as const;
  await clerk.call(requests.reviewContent, kept);
  expect(await clerk.problem(requests.reviewContent, kept)).toBe('nothing_to_review');
  const approved = { id, decision: 'approved', reason: '上次点错了，没有问题。' } as const;
  await clerk.call(requests.reviewContent, approved);
  expect(await clerk.problem(requests.reviewContent, approved)).toBe('nothing_to_review');
  expect((await page(clerk, id)).events[0]).toMatchObject({ kind: 'approved', words: '上次点错了，没有问题。' });
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{
      action: string;
    }>`select action from audit_log where object_id = ${id} and reason is not null order by id`.execute(tx),
  );
  expect(rows.map(({ action }) => action)).toEqual(['withheld', 'approved']);
  expect(await page(chen, id)).toMatchObject({ publication: 'declined' });
  expect(await clerk.call(requests.moderate, { id, publish: true })).toEqual({ publication: 'published' });
});

test('found by two characters, by one, across full-width forms, by number; within one’s reach and no further', async () => {
  const { id, trackingNumber } = await chen.call(
    requests.submit,
    matterFor('徐示例', { words: '胡\u{e0100}柚滞销，G60 高速口收购点不收了。', where: '天马街道' }),
  );
  const find = async (phone: TestPhone, words: string) =>
    (await phone.call(requests.search, { words })).items.map((item) => item.id);
  for (const words of ['胡柚', '柚', '滞销', 'g60', 'Ｇ６０', '收购点', '天马', trackingNumber, '高速口收'])
    expect([words, await find(clerk, words)]).toEqual([words, [id]]);
  // Both pairs are there, but not in a row.
  expect(await find(clerk, '胡柚收购')).toEqual([]);
  expect(await find(clerk, '。')).toEqual([]);
  expect(await find(clerk, "' & | ! :*")).toEqual([]);
  expect(await find(clerk2, '胡柚')).toEqual([]);
  expect(await find(xu, '胡柚')).toEqual([id]);
  expect(await find(admin, '胡柚')).toEqual([id]);
  expect(await chen.problem(requests.search, { words: '胡柚' })).toBe('not_allowed');
});

test('several words stand anywhere, gaps and signs make no difference, digits are found inside a word', async () => {
  const words = '胡柚林旁边的路灯坏了三盏，在 5 号楼前面，杆号ＸＣ１０2388。';
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { words, where: '文化礼堂往东' }));
  const find = async (phone: TestPhone, words: string) =>
    (await phone.call(requests.search, { words })).items.map((item) => item.id);
  const asked = [
    '胡柚林 三盏',
    '三盏　胡柚林',
    '胡柚林、礼堂',
    '5号楼前',
    '５ 号楼 胡柚林',
    '1023',
    'xc10',
    '2388 胡柚林',
  ];
  for (const question of asked)
    for (const phone of [clerk, xu, admin]) expect([question, await find(phone, question)]).toEqual([question, [id]]);
  expect(await find(clerk, '胡柚林 没有的词')).toEqual([]);
});

test('a page of what was found leads to the next', async () => {
  for (let each = 0; each < 23; each += 1)
    await chen.call(requests.submit, matterFor('徐示例', { words: `水渠第${each}段塌了，田里没水。` }));
  const first = await clerk.call(requests.search, { words: '水渠' });
  expect(first.items).toHaveLength(20);
  const second = await clerk.call(requests.search, { words: '水渠', cursor: first.next ?? '' });
  expect(second.items).toHaveLength(3);
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(23);
});

test('when a term ends, open requests go to the successor, or to all of the village’s deputies', async () => {
  const old = deputyNamed('毛范例').id;
  const { id } = await chen.call(requests.submit, matterFor('毛范例'));
  const done = await chen.call(requests.submit, matterFor('毛范例'));
  // Nobody becomes the deputy of their own matter: this one goes to all of them.
  const own = await xu.call(requests.submit, matterFor('毛范例'));
  await (await api.signedIn('mao')).call(requests.answer, { id: done.id, words: '明天去看。' });
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`update mandate set ends_on = ${new Date(api.clock.now().getTime() - 2 * DAY_MS).toISOString().slice(0, 10)} where deputy_id = ${old}`.execute(
      tx,
    ),
  );
  api.clock.advance(60_000);
  await api.runSchedules();
  await api.runSchedules();
  const seen = await page(chen, id);
  // 徐示例 is the one other town deputy of 草坪村.
  expect(seen).toMatchObject({ deputyName: '徐示例' });
  expect(seen.events[0]).toMatchObject({ kind: 'reassigned', toName: '徐示例' });
  expect(await page(chen, done.id)).toMatchObject({ deputyName: '毛范例', state: 'answered' });
  await chen.call(requests.rate, { id: done.id, round: 1, outcome: 'not_solved' });
  await api.runSchedules();
  expect(await page(chen, done.id)).toMatchObject({ deputyName: '徐示例', state: 'with_deputy' });
  expect(await page(xu, own.id)).toMatchObject({ deputyName: null, viewer: 'resident' });
});
