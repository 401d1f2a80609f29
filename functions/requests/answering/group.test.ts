import { Client } from 'pg';
import * as directory from '../../../shared/directory/contract';
import { addDays } from '../../../shared/kernel/days';
import * as requests from '../../../shared/requests/contract';
import { deputyNamed, matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

/** Among a village's deputies: nobody's request, one of who is away, passing on, asking back, notes. */
const api = testApi();
const DAY_MS = 86_400_000;
let chen: TestPhone;
let xu: TestPhone;
let mao: TestPhone;
let clerk: TestPhone;

const signInAgain = async () => {
  [chen, xu, mao, clerk] = (await Promise.all(['chen', 'xu', 'mao', 'clerk'].map((key) => api.signedIn(key)))) as [
    TestPhone,
    TestPhone,
    TestPhone,
    TestPhone,
  ];
};
beforeEach(signInAgain);

const toAny = (words = '村口的路灯坏了三盏，老人晚上看不见。') =>
  chen.call(requests.submit, { ...matterFor('徐示例', { words }), deputyId: undefined });
const ids = async (phone: TestPhone) => (await phone.call(requests.unassigned, {})).items.map((item) => item.id);
const page = (phone: TestPhone, id: string) => phone.call(requests.follow, { id });

test('to any of the village’s deputies: each of them sees it without a name, the first to take it has it', async () => {
  const { id, deputyName } = await toAny();
  expect(deputyName).toBeNull();
  expect(await ids(xu)).toContain(id);
  expect(await ids(mao)).toContain(id);
  expect((await page(xu, id)).viewer).toBe('colleague');
  expect(await page(mao, id)).toMatchObject({ viewer: 'colleague', name: null, may: ['take'], deputyId: null });
  expect(await page(chen, id)).toMatchObject({ viewer: 'resident', deputyName: null, may: ['supplement', 'withdraw'] });

  await mao.call(requests.take, { id });
  await mao.call(requests.take, { id });
  expect(await xu.problem(requests.take, { id })).toBe('already_taken');
  expect(await xu.problem(requests.follow, { id })).toBe('not_found');
  expect(await ids(xu)).not.toContain(id);
  const seen = await page(chen, id);
  expect(seen).toMatchObject({ deputyName: '毛范例', may: ['supplement'] });
  expect(seen.events[0]).toMatchObject({ kind: 'taken', byName: '毛范例' });
  expect(await mao.call(requests.answer, { id, words: '明天去看。' })).toMatchObject({ state: 'answered' });
});

test('however many deputies are told of it, who spoke for its resident is asked once', async () => {
  const sent = jest.spyOn(Client.prototype, 'query');
  await toAny();
  const statements = sent.mock.calls.map(([query]) => String(query));
  sent.mockRestore();
  expect(statements.filter((text) => text.includes("'spoken'"))).toHaveLength(1);
  expect(statements.filter((text) => text.includes('"deputy_id" in'))).toHaveLength(1);
});

test('a deputy’s own matter, and one they spoke on for its resident, is not among what they may take, nor counted there', async () => {
  const counted = async (phone: TestPhone) => (await phone.call(requests.counts, {})).inbox?.unassigned;
  const before = await counted(mao);
  const { id: own } = await mao.call(requests.submit, { ...matterFor('徐示例'), deputyId: undefined });
  const { id: other } = await toAny();
  expect(await mao.problem(requests.take, { id: own })).toBe('own_matter');
  expect(await ids(mao)).toContain(other);
  expect(await ids(mao)).not.toContain(own);
  expect(await ids(xu)).toContain(own);
  expect(await counted(mao)).toBe((before ?? 0) + 1);
});

test('of two deputies at the same moment one has it, the other hears so, and it is taken once', async () => {
  const { id } = await toAny();
  const ends = await Promise.all(
    [xu, mao].map((phone) =>
      phone.call(requests.take, { id }).then(
        () => 'ok',
        (e) => e.code,
      ),
    ),
  );
  expect(ends.sort()).toEqual(['already_taken', 'ok']);
  expect((await page(chen, id)).events.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
});

test('nobody takes their own matter, and a deputy of another village does not see it', async () => {
  const { id } = await xu.call(requests.submit, { ...matterFor('毛范例'), deputyId: undefined });
  expect(await xu.problem(requests.take, { id })).toBe('own_matter');
  expect((await mao.call(requests.unassigned, {})).items.map((item) => item.id)).toContain(id);
  await mao.call(requests.take, { id });
  expect(await mao.problem(requests.pass, { id, deputyId: deputyNamed('徐示例').id, words: '您住得近。' })).toBe(
    'own_matter',
  );
});

test('what was sent to a deputy who is away can be taken over; the resident sees by whom', async () => {
  const { id } = await chen.call(requests.submit, matterFor('郑样本'));
  expect((await page(chen, id)).deputyAwayUntil).toMatch(/^2026-11-2/);
  const item = (await xu.call(requests.unassigned, {})).items.find((one) => one.id === id);
  expect(item).toMatchObject({ unassigned: false, awayName: '郑样本' });
  // 毛范例 was elected in the same village, at another level: the same group.
  expect(await ids(mao)).toContain(id);
  await xu.call(requests.take, { id });
  expect(await page(chen, id)).toMatchObject({ deputyName: '徐示例', deputyAwayUntil: null });
});

test('passed on within the group with the reason; the clock goes on, and who has it no more does not see it', async () => {
  const { id, dueOn } = await chen.call(requests.submit, matterFor('徐示例'));
  const { deputies } = await xu.call(requests.group, { id });
  expect(deputies.map(({ name }) => name)).toEqual(expect.arrayContaining(['毛范例', '郑样本', '汪虚拟']));
  expect(deputies.map(({ name }) => name)).not.toContain('徐示例');
  expect(deputies.find(({ name }) => name === '郑样本')?.awayUntil).not.toBeNull();
  expect(await mao.problem(requests.group, { id })).toBe('not_found');
  api.clock.advance(2 * DAY_MS);
  await signInAgain();
  const to = deputyNamed('毛范例').id;
  expect(await xu.call(requests.pass, { id, deputyId: to, words: '您管这条路。' })).toEqual({ deputyName: '毛范例' });
  expect(await xu.problem(requests.follow, { id })).toBe('not_found');
  const seen = await page(chen, id);
  expect(seen).toMatchObject({ deputyName: '毛范例', clock: { dueOn } });
  expect(seen.events[0]).toMatchObject({ kind: 'passed', byName: '徐示例', toName: '毛范例', words: '您管这条路。' });
  expect((await mao.call(requests.inbox, { state: 'with_deputy' })).items.map((item) => item.id)).toContain(id);
});

test('who will be away before the answer is due is told with the days; who is away today, or goes later, is not', async () => {
  const { id, dueOn } = await chen.call(requests.submit, matterFor('徐示例'));
  const from = (days: number) => addDays(dueOn, days);
  const nextAway = async () =>
    (await xu.call(requests.group, { id })).deputies.flatMap((one) => (one.nextAway ? [[one.name, one.nextAway]] : []));
  await mao.call(directory.goAway, { from: from(1), to: from(3) });
  api.clock.advance(31_000);
  expect(await nextAway()).toEqual([]);
  await mao.call(directory.goAway, { from: from(0), to: from(0) });
  api.clock.advance(31_000);
  expect(await nextAway()).toEqual([['毛范例', { from: dueOn, to: from(3) }]]);
  for (const absence of (await mao.call(directory.absences, {})).absences)
    await mao.call(directory.comeBack, { id: absence.id });
  api.clock.advance(31_000);
});

test('not to somebody outside the group, whose term ended, or to oneself', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例'));
  const pass = (name: string) => xu.problem(requests.pass, { id, deputyId: deputyNamed(name).id, words: '请您接着。' });
  expect(await pass('范旧例')).toBe('deputy_ended');
  expect(await pass('徐示例')).toBe('not_your_deputies');
  const far = (await import('../../local/seed/county'))
    .demoCounty()
    .deputies.find(({ mandates }) => mandates[0]?.level === 'town' && mandates[0].congress !== '白石镇人大');
  expect(await xu.problem(requests.pass, { id, deputyId: far?.id ?? '', words: '请您接着。' })).toBe(
    'not_your_deputies',
  );
  await xu.call(requests.answer, { id, words: '明天去看。' });
  expect(await pass('毛范例')).toBe('not_waiting_for_answer');
});

test('asked back: the clock stands, the resident’s words give it back with the days that were left', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例'));
  const start = (await page(chen, id)).clock;
  api.clock.advance(3 * DAY_MS);
  await signInAgain();
  expect(await xu.call(requests.ask, { id, words: '是哪几盏？' })).toEqual({ state: 'asked' });
  expect(await xu.problem(requests.ask, { id, words: '是哪几盏？' })).toBe('asked_already');
  const asked = await page(chen, id);
  expect(asked).toMatchObject({ state: 'asked', question: { words: '是哪几盏？' }, may: ['supplement'] });
  expect(asked.lapsesOn).not.toBeNull();
  const left = asked.clock.left;
  api.clock.advance(7 * DAY_MS);
  await signInAgain();
  expect((await page(chen, id)).clock).toMatchObject({ left, used: asked.clock.used, dueOn: start.dueOn });
  await chen.call(requests.supplement, { id, words: '文化礼堂往东的三盏。' });
  const back = await page(chen, id);
  expect(back).toMatchObject({ state: 'with_deputy', question: null, lapsesOn: null, clock: { left, late: 0 } });
  expect(back.clock.dueOn > start.dueOn).toBe(true);
  expect(back.clock.used).toBe(asked.clock.used);
  expect((await xu.call(requests.inbox, { state: 'with_deputy' })).items.find((item) => item.id === id)?.opened).toBe(
    false,
  );
  await xu.call(requests.ask, { id, words: '现在还亮几盏？' });
  expect(await xu.call(requests.answer, { id, words: '已经约了师傅。' })).toMatchObject({ state: 'answered' });
});

test('a private note is read by the deputy and the station, and by nobody else', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例'));
  await xu.call(requests.note, { id, words: '这户去年也报过。' });
  await clerk.call(requests.note, { id, words: '知道了，我去问村里。' });
  const notes = async (phone: TestPhone) =>
    (await page(phone, id)).events.filter(({ kind }) => kind === 'noted').map(({ byName, words }) => [byName, words]);
  const both = [
    ['草坪村代表联络站', '知道了，我去问村里。'],
    ['徐示例', '这户去年也报过。'],
  ];
  expect(await notes(xu)).toEqual(both);
  expect(await notes(clerk)).toEqual(both);
  expect(await notes(chen)).toEqual([]);
  expect(JSON.stringify(await page(chen, id))).not.toContain('去年也报过');
  expect(await chen.problem(requests.note, { id, words: '我也写一句。' })).toBe('not_allowed');
  expect(await mao.problem(requests.note, { id, words: '我也写一句。' })).toBe('not_found');
});

test('withdrawn before a deputy has seen it, and not afterwards', async () => {
  const one = await chen.call(requests.submit, matterFor('徐示例', { openness: 'public' }));
  expect(await chen.call(requests.withdraw, { id: one.id, words: '已经修好了。' })).toEqual({ state: 'closed' });
  expect(await page(chen, one.id)).toMatchObject({ outcome: 'withdrawn', publication: null, may: [], rating: null });
  expect(await chen.problem(requests.withdraw, { id: one.id })).toBe('request_closed');
  expect(await xu.problem(requests.answer, { id: one.id, words: '明天去看。' })).toBe('request_closed');
  expect(await chen.problem(requests.rate, { id: one.id, round: 1, outcome: 'not_solved' })).toBe('request_closed');
  const two = await chen.call(requests.submit, matterFor('徐示例'));
  await xu.call(requests.open, { id: two.id });
  expect(await chen.problem(requests.withdraw, { id: two.id })).toBe('withdrawn_too_late');
  // What the resident adds shows it as unread again; seen it was.
  await chen.call(requests.supplement, { id: two.id, words: '第四盏也坏了。' });
  expect(await chen.problem(requests.withdraw, { id: two.id })).toBe('withdrawn_too_late');
  expect(await xu.problem(requests.withdraw, { id: two.id })).toBe('not_found');
});
