import { randomUUID } from 'node:crypto';
import { LEVEL_NAMES } from '../../../shared/directory/levels';
import { addDays, dayOf } from '../../../shared/kernel/days';
import * as notifications from '../../../shared/notifications/contract';
import * as requests from '../../../shared/requests/contract';
import { storyOf } from '../../../shared/requests/story';
import { sayHands } from '../../../shared/requests/words';
import { COUNTY, deputyNamed, matterFor, testApi } from '../../testing/api';
import { join } from '../../testing/join';
import type { TestPhone } from '../../testing/phone';

/** What is another level's matter goes to a deputy of that level by its resident's word, who said it to somebody near (decision 49). */
const api = testApi();
const DAY_MS = 86_400_000;
const phones: Record<string, TestPhone> = {};
const as = (key: string) => phones[key] as TestPhone;
const CITY = '市人大代表汪虚拟';
const idOf = (name: string) => deputyNamed(name).id;

const comeAgain = async () => {
  for (const key of ['chen', 'lin', 'xu', 'mao', 'jian', 'clerk', 'clerk2', 'admin', 'wu', 'fang'])
    phones[key] = await api.signedIn(key);
};
beforeAll(async () => {
  // 汪虚拟 of the city has an account, 江拟名 of the province and 何假设 of the nation have none.
  await join(api, '汪虚拟', 'wu');
  api.clock.advance(60_000);
  await comeAgain();
});

const later = async (days: number) => {
  api.clock.advance(days * DAY_MS);
  await api.runSchedules();
  await comeAgain();
};
const submit = async (deputyId: string | undefined = idOf('徐示例'), key = 'chen') =>
  (await as(key).call(requests.submit, { ...matterFor('徐示例'), deputyId })).id;
const page = (key: string, id: string) => as(key).call(requests.follow, { id });
const why = '过境公路是市里修的，请您问一问。';
const pass = (id: string, to = '汪虚拟', by = 'xu') =>
  as(by).call(requests.pass, { id, deputyId: idOf(to), words: why });
const reassign = async (id: string, to: string) => {
  const seen = (await page('clerk', id)).events[0]?.id;
  return as('clerk').call(requests.reassign, { id, deputyId: idOf(to), words: why, seen });
};
const said = async (id: string, agreed: boolean, words = '') => ({
  id,
  handover: (await page('admin', id)).handover?.id ?? '',
  agreed,
  words,
});
const decide = async (id: string, agreed: boolean, key = 'chen', words = '') =>
  as(key).call(requests.decideHandover, await said(id, agreed, words));
const handedTo = async (to = '汪虚拟') => {
  const id = await submit();
  await pass(id, to);
  await decide(id, true);
  return id;
};
const told = async (key: string, id: string) =>
  (await as(key).call(notifications.list, {})).items
    .filter(({ subject }) => subject?.id === id)
    .map(({ body }) => body);
const kinds = async (id: string) => (await page('admin', id)).events.map(({ kind }) => kind);
const endTerm = (name: string, on: string) =>
  api.store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('mandate').set({ ends_on: on }).where('deputy_id', '=', idOf(name)).execute(),
  );

test('the resident is asked first, and until then that deputy knows nothing of it; then they take it and answer', async () => {
  const id = await submit();
  const { deputies } = await as('xu').call(requests.group, { id });
  expect(deputies.filter(({ asksFirst }) => asksFirst).map(({ name }) => name)).toEqual(['汪虚拟', '江拟名', '何假设']);
  await pass(id);
  const asked = await page('chen', id);
  expect(asked).toMatchObject({
    state: 'asked',
    deputyName: '徐示例',
    question: null,
    handover: { to: CITY, by: '徐示例', words: why },
    may: ['supplement', 'decideHandover'],
    clock: { stoppedOn: asked.today },
  });
  expect(storyOf(asked)[0]?.what).toBe('请您说同意不同意转');
  expect(storyOf(asked)[1]).toMatchObject({ mark: '代', what: `徐代表想转给${CITY}，先问您`, words: why });
  expect((await told('chen', id))[0]).toBe(`徐代表想转给${CITY}，先问您同意不同意，11 月 25 日前没说就不转`);
  expect(await as('wu').problem(requests.follow, { id })).toBe('not_found');
  expect(await told('wu', id)).toEqual([]);
  expect((await page('xu', id)).may).toEqual(['answer', 'pass', 'note']);
  expect(await as('xu').problem(requests.pass, { id, deputyId: idOf('江拟名'), words: why })).toBe('asked_already');

  await later(2);
  expect(await decide(id, true, 'chen', '好的。')).toEqual({ state: 'with_deputy' });
  const mine = await page('chen', id);
  expect(mine).toMatchObject({ state: 'with_deputy', deputyName: '汪虚拟', higherDeputy: CITY, handover: null });
  // The days that were left when it was asked.
  expect(mine.clock.dueOn > asked.clock.dueOn).toBe(true);
  expect(mine.clock.left).toBe(asked.clock.left);
  const listed = (await as('clerk').call(requests.worklist, { box: 'with_higher' })).items;
  expect(listed.map((one) => [one.id, one.reasons])).toEqual([[id, expect.arrayContaining(['with_higher'])]]);
  // The number beside the list is that of the list, for each who has it.
  expect((await as('clerk').call(requests.counts, {})).worklist?.withHigher).toBe(1);
  expect((await as('clerk2').call(requests.counts, {})).worklist?.withHigher).toBe(0);
  const [line] = (await as('chen').call(requests.mine, { state: 'with_deputy' })).items;
  expect([line?.id, line && sayHands(line)]).toEqual([id, `在${CITY}那里`]);
  expect(storyOf(await page('clerk', id), 'station')[1]).toMatchObject({ mark: '民', what: `居民同意，转给${CITY}` });
  expect((await told('clerk', id))[0]).toBe(`居民同意了，在${CITY}那里`);
  expect((await told('xu', id))[0]).toBe(`居民同意了，转给了${CITY}`);
  expect(await as('xu').problem(requests.answer, { id, words: '我来回。' })).toBe('given_away');

  expect(await page('wu', id)).toMatchObject({
    viewer: 'deputy',
    may: expect.arrayContaining(['take', 'declineHandover']),
  });
  await as('wu').call(requests.take, { id });
  await as('wu').call(requests.take, { id });
  expect((await told('chen', id))[0]).toBe(`${CITY}接了，由${CITY}回您`);
  expect((await kinds(id)).filter((kind) => kind === 'handover_taken')).toHaveLength(1);
  expect(await as('wu').problem(requests.declineHandover, { id, words: '这不归市里管。' })).toBe('not_now');
  await as('wu').call(requests.answer, { id, words: '市交通局下周来看。' });
  expect(await page('chen', id)).toMatchObject({ state: 'answered', answer: { words: '市交通局下周来看。' } });
});

test('not agreed: it stays with whoever had it, and the other never hears of it', async () => {
  const id = await submit();
  const { clock } = await page('chen', id);
  await pass(id);
  await later(1);
  expect(await decide(id, false, 'chen', '还是徐代表办吧。')).toEqual({ state: 'with_deputy' });
  expect(await page('chen', id)).toMatchObject({
    deputyName: '徐示例',
    higherDeputy: null,
    clock: { left: clock.left },
  });
  expect((await told('xu', id))[0]).toMatch(/^居民不同意转，还由徐代表办，最晚/);
  expect((await told('clerk', id))[0]).toMatch(/^居民不同意转/);
  expect([await told('wu', id), await as('wu').problem(requests.follow, { id })]).toEqual([[], 'not_found']);
  // Asked again it may be, of another day or another deputy.
  await pass(id, '江拟名');
  expect((await page('chen', id)).handover?.to).toBe(`${LEVEL_NAMES.province}人大代表江拟名`);
});

test('silence closes nothing: after the days of a question it goes on where it was', async () => {
  const id = await submit();
  const { clock } = await page('chen', id);
  await pass(id);
  await later(1);
  await as('chen').call(requests.supplement, { id, words: '昨天又堵了半天。' });
  // More words are no answer to that.
  expect(await page('chen', id)).toMatchObject({ state: 'asked', handover: { to: CITY } });
  expect((await told('xu', id))[0]).toBe('居民补充了几句');
  await later(6);
  expect((await page('chen', id)).state).toBe('asked');
  await later(1);
  const after = await page('chen', id);
  expect(after).toMatchObject({ state: 'with_deputy', deputyName: '徐示例', outcome: null, lapsesOn: null });
  expect([after.clock.dueOn > clock.dueOn, after.clock.left]).toEqual([true, clock.left]);
  expect((await told('chen', id))[0]).toBe(`没等到您说，没有转给${CITY}，还由原来的代表办`);
  expect(await as('chen').problem(requests.decideHandover, { id, handover: randomUUID(), agreed: true })).toBe(
    'not_now',
  );
});

test('who was handed it does not take it: it goes back with the reason; where nobody had it, to all of the village’s deputies', async () => {
  const id = await handedTo();
  const back = { id, words: '这条路是省道，不归市里。' };
  expect(await as('wu').call(requests.declineHandover, back)).toEqual({ deputyName: '徐示例' });
  expect(await page('chen', id)).toMatchObject({ state: 'with_deputy', deputyName: '徐示例', higherDeputy: null });
  expect((await told('xu', id))[0]).toBe(`${CITY}没有接：${back.words}`);
  expect((await told('clerk', id))[0]).toBe(`${CITY}没有接：${back.words}`);
  expect((await told('chen', id))[0]).toBe(`${CITY}没有接，还由徐代表办`);
  expect(storyOf(await page('chen', id))[1]).toMatchObject({ what: '汪代表没有接，交回徐代表', words: back.words });
  expect(await as('wu').problem(requests.declineHandover, back)).toBe('given_away');
  expect(await as('mao').problem(requests.declineHandover, back)).toBe('not_found');

  const nobodys = (await as('chen').call(requests.submit, { ...matterFor('徐示例'), deputyId: undefined })).id;
  await reassign(nobodys, '汪虚拟');
  expect(await page('chen', nobodys)).toMatchObject({ state: 'asked', handover: { to: CITY, by: null } });
  expect(await as('mao').problem(requests.take, { id: nobodys })).toBe('already_taken');
  await decide(nobodys, true);
  await as('wu').call(requests.declineHandover, { id: nobodys, words: back.words });
  expect(await page('chen', nobodys)).toMatchObject({ deputyName: null, state: 'with_deputy' });
  await as('mao').call(requests.take, { id: nobodys });
});

test('whose term ended meanwhile: the proposed one is asked of no more, and what is declined goes to a successor of who gave it', async () => {
  const [proposed, given] = [await submit(), await handedTo()];
  const from = await submit(idOf('郑样本'));
  await pass(proposed, '江拟名');
  await reassign(from, '汪虚拟');
  await decide(from, true);
  const today = dayOf(api.clock.now());
  await endTerm('江拟名', today);
  await endTerm('郑样本', today);
  await later(1);
  expect(await page('chen', proposed)).toMatchObject({ state: 'with_deputy', deputyName: '徐示例', handover: null });
  expect((await told('chen', proposed))[0]).toBe('省人大代表江拟名任期到了，不转了，不用您说了');
  await as('wu').call(requests.declineHandover, { id: from, words: '不归市里管。' });
  // The one other deputy of the county in that village.
  expect(await page('chen', from)).toMatchObject({ deputyName: '徐示例', state: 'with_deputy' });
  expect((await page('chen', given)).deputyName).toBe('汪虚拟');
  // Agreed in the hour before the clock looks: refused, and the clock takes it back.
  const late = await submit();
  await pass(late, '何假设');
  await endTerm('何假设', dayOf(api.clock.now()));
  api.clock.advance(DAY_MS);
  await comeAgain();
  expect(await as('chen').problem(requests.decideHandover, await said(late, true))).toBe('deputy_ended');
  await later(0);
  expect(await page('chen', late)).toMatchObject({ state: 'with_deputy', deputyName: '徐示例' });
  for (const name of ['江拟名', '郑样本', '何假设']) await endTerm(name, addDays(today, 700));
  api.clock.advance(60_000);
  await comeAgain();
});

test('two at one moment, one retry, and what was on the screen', async () => {
  const id = await submit();
  await pass(id);
  const ends = await Promise.all(
    [true, false].map(async (agreed) => as('chen').send(requests.decideHandover, await said(id, agreed))),
  );
  expect(ends.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await kinds(id)).filter((kind) => kind === 'handover_agreed' || kind === 'handover_refused')).toHaveLength(1);

  const other = await submit();
  await pass(other);
  const input = await said(other, true);
  const key = randomUUID();
  const first = await as('chen').call(requests.decideHandover, input, { key });
  expect(await as('chen').call(requests.decideHandover, input, { key })).toEqual(first);
  expect((await kinds(other)).filter((kind) => kind === 'handover_agreed')).toHaveLength(1);

  // The station gives it to somebody near, who asks of another: the word was on the first.
  const changed = await submit();
  await pass(changed);
  const before = await said(changed, true);
  await reassign(changed, '毛范例');
  expect(await page('chen', changed)).toMatchObject({ state: 'with_deputy', deputyName: '毛范例', handover: null });
  expect((await kinds(changed)).slice(0, 2)).toEqual(['reassigned', 'handover_withdrawn']);
  expect((await told('chen', changed))[0]).toBe('联络站转给了毛代表');
  await pass(changed, '江拟名', 'mao');
  expect(await as('chen').problem(requests.decideHandover, before)).toBe('handover_changed');
  expect((await page('chen', changed)).state).toBe('asked');
  // An answer overtakes the question.
  await as('mao').call(requests.answer, { id: changed, words: '问过了，明天就修。' });
  expect(await page('chen', changed)).toMatchObject({ state: 'answered', handover: null });
});

test('of two at the desk the second hears that the resident is being asked', async () => {
  const id = await submit();
  const seen = (await page('clerk', id)).events[0]?.id;
  await as('admin').call(requests.reassign, { id, deputyId: idOf('汪虚拟'), words: why, seen });
  const second = as('clerk').call(requests.reassign, { id, deputyId: idOf('毛范例'), words: why, seen });
  await expect(second).rejects.toMatchObject({
    code: 'moved_since',
    message: `刚问了居民，要不要转给${CITY}，请看过再办。`,
  });
  await decide(id, true);
  const third = as('clerk').call(requests.reassign, { id, deputyId: idOf('毛范例'), words: why, seen });
  // Not by the resident's name.
  await expect(third).rejects.toMatchObject({ message: '居民已经同意转给汪代表，请看过再办。' });
});

test('entered for somebody: who speaks for them says it; nobody else does', async () => {
  const { id } = await as('jian').call(requests.enterFor, { ...matterFor('徐示例'), name: '余大伯' });
  await pass(id);
  expect((await page('jian', id)).may).toContain('decideHandover');
  expect(await as('lin').problem(requests.decideHandover, await said(id, true))).toBe('not_found');
  expect(await as('xu').problem(requests.decideHandover, await said(id, true))).toBe('not_found');
  await decide(id, true, 'jian');
  expect((await page('clerk', id)).events[0]).toMatchObject({ kind: 'handover_agreed', spoken: true, toName: CITY });
});

test('by the resident’s own choice, on the same level or nearer nobody is asked', async () => {
  const id = await submit(idOf('汪虚拟'));
  expect(await page('chen', id)).toMatchObject({ deputyName: '汪虚拟', higherDeputy: CITY });
  await pass(id, '徐示例', 'wu');
  expect(await page('chen', id)).toMatchObject({ deputyName: '徐示例', state: 'with_deputy' });
  await pass(id, '毛范例');
  expect(await page('chen', id)).toMatchObject({ deputyName: '毛范例', state: 'with_deputy' });
  // From there to the city it is asked again; from the city to the nation too.
  await pass(id, '汪虚拟', 'mao');
  await decide(id, true);
  await pass(id, '何假设', 'wu');
  expect((await page('chen', id)).handover).toMatchObject({ to: '全国人大代表何假设', by: '汪虚拟' });
  // Nobody becomes the deputy of their own matter.
  await api.verifyPhone(as('wu'), 'wu');
  const own = (await as('wu').call(requests.submit, matterFor('徐示例'))).id;
  expect(await as('xu').problem(requests.pass, { id: own, deputyId: idOf('汪虚拟'), words: why })).toBe('own_matter');
});

test('with others: each would have to be asked, so they are taken apart first', async () => {
  const seen = async (id: string) => (await page('admin', id)).events[0]?.id ?? '';
  const merging = async (id: string, from: string) => ({
    id,
    seen: await seen(id),
    from: [{ id: from, seen: await seen(from) }],
  });
  const [lead, other] = [await submit(), await submit(undefined, 'lin')];
  await as('clerk').call(requests.merge, await merging(lead, other));
  expect(await as('xu').problem(requests.pass, { id: lead, deputyId: idOf('汪虚拟'), words: why })).toBe('asks_each');
  expect((await page('chen', lead)).state).toBe('with_deputy');
  await as('clerk').call(requests.unmerge, { id: other, seen: await seen(other) });
  await pass(lead);
  expect(await as('clerk').problem(requests.merge, await merging(lead, other))).toBe('not_now');
  await decide(lead, true);
  expect(await as('clerk').problem(requests.merge, await merging(lead, other))).toBe('asks_each');
  // What the city has goes into one that is near.
  await as('clerk').call(requests.merge, await merging(other, lead));
  expect(await page('wu', lead)).toMatchObject({ mergedInto: { id: other }, may: ['note'] });
});

test('without an account: the station writes down when it was brought there, and what came back', async () => {
  const id = await handedTo('江拟名');
  const to = '省人大代表江拟名';
  const { today, may } = await page('clerk', id);
  expect(may).toEqual(expect.arrayContaining(['tellHigher', 'answerHigher']));
  const step = async () => ({ id, seen: (await page('clerk', id)).events[0]?.id ?? '' });
  const carried = { on: today, by: 'phone' as const };
  expect(await as('clerk').problem(requests.tellHigher, { ...(await step()), ...carried, on: addDays(today, 1) })).toBe(
    'invalid_input',
  );
  await as('clerk').call(requests.tellHigher, { ...(await step()), ...carried });
  expect((await told('chen', id))[0]).toBe(`联络站告诉了${to}，等答复`);
  const day = `${Number(today.slice(5, 7))} 月 ${Number(today.slice(8))} 日`;
  expect(storyOf(await page('chen', id))[1]?.what).toBe(`草坪村代表联络站 ${day}用电话告诉了${to}`);
  const { seen } = await step();
  const answer = { id, seen, ...carried, by: 'paper' as const, words: '省公路局已列入明年计划。' };
  expect(await as('clerk').call(requests.answerHigher, answer)).toEqual({ state: 'answered' });
  const mine = await page('chen', id);
  expect(mine).toMatchObject({
    state: 'answered',
    answer: { words: answer.words },
    may: expect.arrayContaining(['rate']),
  });
  expect(mine.events[0]).toMatchObject({ kind: 'higher_answered', byName: '江拟名', toName: to });
  expect((await told('chen', id))[0]).toBe(`${to}答复了，请您看看，解决了没有`);
  expect(await as('admin').problem(requests.answerHigher, answer)).toBe('moved_since');
  // The answer stands on the board once a person at the station agreed, and not who wrote it down.
  await as('chen').call(requests.rate, { id, round: 1, outcome: 'not_solved' });
  expect(await page('clerk', id)).toMatchObject({ state: 'with_deputy', round: 2, deputyName: '江拟名' });

  // Who has an account says it by themselves, and of somebody near the station says nothing.
  const near = await submit();
  for (const one of [await handedTo(), near]) {
    const newest = (await page('clerk', one)).events[0]?.id ?? '';
    expect(await as('clerk').problem(requests.answerHigher, { ...answer, id: one, seen: newest })).toBe('not_now');
  }
});
