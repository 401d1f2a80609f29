import * as identity from '../../../shared/identity/contract';
import * as notifications from '../../../shared/notifications/contract';
import * as requests from '../../../shared/requests/contract';
import { exportWorklist } from '../../../shared/requests/contract/office';
import { storyOf } from '../../../shared/requests/story';
import { demoCounty } from '../../local/seed/county';
import { seedDepartments } from '../../local/seed/departments';
import { COUNTY, deputyNamed, matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';
import { wordsOf } from '../../testing/spreadsheet';

/** A matter that is pending at the 12345 hotline is not handled twice, and stays in sight (decision 46). */
const api = testApi();
const phones: Record<string, TestPhone> = {};
const as = (key: string) => phones[key] as TestPhone;

beforeAll(async () => {
  await seedDepartments(api.services);
  for (const key of ['chen', 'lin', 'xin', 'xu', 'mao', 'clerk', 'clerk2', 'admin', 'lu'])
    phones[key] = await api.signedIn(key);
  for (const key of ['chen', 'lin', 'xin', 'clerk', 'clerk2', 'admin']) await api.verifyPhone(as(key), key);
});

const VILLAGE_ELSEWHERE = demoCounty().stations.find(({ name }) => name === '招贤镇代表联络站')?.villages[0] ?? '';

let numbers = 0;
const fresh = () => `GD2026111800${++numbers + 10}`;
const submit = async (key = 'chen', deputy = '徐示例', changes = {}) =>
  (await as(key).call(requests.submit, matterFor(deputy, changes))).id;
const page = (key: string, id: string) => as(key).call(requests.follow, { id });
const step = async (id: string) => ({ id, seen: (await page('admin', id)).events[0]?.id ?? '' });
const leave = async (id: string, number = fresh(), by = 'clerk') =>
  as(by).call(requests.awaitHotline, { ...(await step(id)), number });
const end = async (id: string, result: (typeof requests.HOTLINE_RESULTS)[number], words = '换了三盏灯，请看。') =>
  as('clerk').call(requests.endHotline, { ...(await step(id)), result, words });
const told = async (key: string, id: string) =>
  (await as(key).call(notifications.list, {})).items
    .filter(({ page }) => JSON.stringify(page).includes(id))
    .map(({ body }) => body);
const listed = async (box: (typeof requests.BOXES)[number], key = 'clerk') =>
  (await as(key).call(requests.worklist, { box })).items.map(({ id }) => id);

test('it waits there: the resident reads it plainly, nobody here is given it, and its day stays', async () => {
  const id = await submit();
  const { clock } = await page('chen', id);
  const before = (await as('clerk').call(requests.counts, {})).worklist?.atHotline;
  // As it is read out or copied: small letters, full width, spaces.
  expect(await leave(id, ' gd２０２６-1118 00001 ')).toEqual({ state: 'with_hotline' });
  const mine = await page('chen', id);
  expect(mine).toMatchObject({
    state: 'with_hotline',
    hotlineNumber: 'GD2026111800001',
    may: ['supplement'],
    clock: { dueOn: clock.dueOn, stoppedOn: null, left: clock.left },
  });
  expect(storyOf(mine)[1]).toMatchObject({ mark: '热', what: '12345 正在办，联络站等它的结果', tone: 'now' });
  const days = `${Number(clock.dueOn.slice(5, 7))} 月 ${Number(clock.dueOn.slice(8))} 日`;
  expect(await told('chen', id)).toEqual([`12345 正在办，编号 GD2026111800001，我们等它的结果，最晚 ${days}告诉您`]);
  expect((await told('xu', id))[0]).toBe('12345 正在办，站里等它的结果，现在不用您回');
  expect((await page('xu', id)).may).toEqual(['note']);
  expect(await as('xu').problem(requests.answer, { id, words: '我来回。' })).toBe('not_with_deputy');
  expect(await as('xu').problem(requests.refer, { id })).toBe('not_with_deputy');
  const { may } = await page('clerk', id);
  for (const act of ['assign', 'giveBack', 'reassign', 'awaitHotline'] as const) expect(may).not.toContain(act);
  const [department] = (await as('clerk').call(requests.follow, { id })).departmentName ?? [];
  expect(department).toBeUndefined();
  // It stands in its box, in what is under way, and among what the deputy gave away; the line in 我的事 says so too.
  expect([await listed('at_hotline'), await listed('open')].map((ids) => ids.includes(id))).toEqual([true, true]);
  expect((await listed('to_assign')).includes(id)).toBe(false);
  const line = (await as('clerk').call(requests.worklist, { box: 'at_hotline' })).items.find((one) => one.id === id);
  expect(line).toMatchObject({ hotlineNumber: 'GD2026111800001', reasons: ['at_hotline'] });
  expect((await as('clerk').call(requests.counts, {})).worklist?.atHotline).toBe((before ?? 0) + 1);
  expect((await as('chen').call(requests.mine, { state: 'with_hotline' })).items[0]).toMatchObject({
    id,
    hotlineNumber: 'GD2026111800001',
  });
  expect((await as('xu').call(requests.inbox, { state: 'with_hotline' })).items.map((one) => one.id)).toContain(id);
  expect((await as('clerk').call(requests.dashboard, {})).all.atHotline).toBeGreaterThan(0);
  // It is found by its number, in however it is typed.
  expect((await as('clerk').call(requests.search, { words: 'gd 2026111800001' })).items.map((one) => one.id)).toEqual([
    id,
  ]);
  const { url } = await as('clerk').call(exportWorklist, { box: 'at_hotline' });
  const text = wordsOf(Buffer.from(await (await fetch(url)).arrayBuffer()));
  expect(text).toContain('GD2026111800001');
  expect(text).toContain('12345 在办');
});

test('its result is the answer: the resident is asked, and what is not solved goes on with its deputy', async () => {
  const id = await submit();
  await leave(id);
  expect(await end(id, 'answered', '12345 说：三盏灯十一月二十日换好。')).toEqual({ state: 'answered' });
  const mine = await page('chen', id);
  expect(mine).toMatchObject({
    state: 'answered',
    answer: { words: '12345 说：三盏灯十一月二十日换好。', hotline: true },
    may: expect.arrayContaining(['rate']),
  });
  expect(mine.answer?.by).toBeUndefined();
  expect((await told('chen', id))[0]).toBe('12345 有了结果，请您看看，解决了没有');
  // Who wrote down the answer does not decide on the board nor speak for the resident; a colleague does.
  expect((await page('clerk', id)).may).not.toContain('hideWords');
  expect(
    await as('clerk').problem(requests.endHotline, { ...(await step(id)), result: 'failed', words: '没办成。' }),
  ).toBe('not_now');
  await as('chen').call(requests.rate, { id, round: 1, outcome: 'not_solved', words: '还是不亮。' });
  expect(await page('xu', id)).toMatchObject({
    state: 'with_deputy',
    round: 2,
    may: expect.arrayContaining(['answer']),
  });
  expect((await told('xu', id))[0]).toMatch(/^居民说：没解决/);
  await as('xu').call(requests.answer, { id, words: '我去看过，线断了，今天接上。' });
  expect((await page('chen', id)).answer?.hotline).toBeUndefined();
});

test('what could not be done there goes on where it lay, and a slip is undone', async () => {
  const id = await submit();
  const { clock } = await page('chen', id);
  await leave(id);
  expect(await end(id, 'undone', '点错了一件。')).toEqual({ state: 'with_deputy' });
  expect((await told('chen', id))[0]).toBe('刚才说在等 12345，是点错了。我们接着办');
  // Nobody has looked at it: it can be taken back as before.
  expect((await page('chen', id)).may).toContain('withdraw');
  await as('xu').call(requests.refer, { id, words: '归交通局管。' });
  await leave(id);
  expect(await end(id, 'failed', '12345 说不归他们管。')).toEqual({ state: 'with_station' });
  const after = await page('chen', id);
  expect(after.clock.dueOn).toBe(clock.dueOn);
  expect(storyOf(after)[1]).toMatchObject({ what: '12345 没办成，我们接着办', words: '12345 说不归他们管。' });
  expect((await page('clerk', id)).may).toContain('assign');
});

test('one number is of one matter that somebody has; who may see the other is told which', async () => {
  const first = await submit();
  const { trackingNumber } = await page('chen', first);
  const number = fresh();
  await as('clerk').call(requests.numberHotline, { id: first, number });
  expect((await page('chen', first)).events[0]?.kind).toBe('hotline_numbered');
  const second = await submit('lin', '毛范例');
  const taken = await as('clerk').send(requests.awaitHotline, {
    ...(await step(second)),
    number: number.toLowerCase(),
  });
  expect(taken).toMatchObject({ status: 409, body: { code: 'hotline_number_taken' } });
  const spelt = trackingNumber.replace(/(\d{3})(?=\d)/g, '$1 ');
  expect((taken.body as { title: string }).title.replace(/\s/g, '')).toContain(spelt.replace(/\s/g, ''));
  // Nothing of it was done.
  expect(await page('lin', second)).toMatchObject({ state: 'with_deputy', hotlineNumber: null });
  expect(await told('lin', second)).toEqual([]);
  // Of another station: that there is one, and no more.
  const elsewhere = await submit('lin', '单示例', { deputyId: undefined, village: VILLAGE_ELSEWHERE });
  const kept = await as('clerk2').send(requests.numberHotline, { id: elsewhere, number });
  expect(kept).toMatchObject({ status: 409, body: { code: 'hotline_number_taken' } });
  expect((kept.body as { title: string }).title).not.toMatch(/\d/);
  // What was closed has it no more to itself, and may come back: its resident is not refused for it.
  await as('xu').call(requests.answer, { id: first, words: '修好了，请看。' });
  await as('chen').call(requests.rate, { id: first, round: 1, outcome: 'solved' });
  await as('clerk').call(requests.numberHotline, { id: second, number });
  expect(await as('clerk').problem(requests.numberHotline, { id: first, number: fresh() })).toBe('request_closed');
  await as('chen').call(requests.withdrawRating, { id: first });
  expect(await page('chen', first)).toMatchObject({ state: 'answered', hotlineNumber: number });
});

test('twice at the same moment: one number goes to one matter, and of two at one desk the second hears of the first', async () => {
  for (let time = 0; time < 10; time += 1) {
    const ids = [await submit(), await submit('lin', '毛范例')];
    const number = fresh();
    const inputs = await Promise.all(ids.map(async (id) => ({ ...(await step(id)), number })));
    const sent = await Promise.all(
      inputs.map((input, index) => as(index ? 'admin' : 'clerk').send(requests.awaitHotline, input)),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 409]);
    const states = await Promise.all(ids.map(async (id) => (await page('admin', id)).state));
    expect(states.sort()).toEqual(['with_deputy', 'with_hotline']);
  }
  const id = await submit();
  const input = await step(id);
  const both = await Promise.all([
    as('clerk').send(requests.awaitHotline, { ...input, number: fresh() }),
    as('admin').send(requests.awaitHotline, { ...input, number: fresh() }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const refused = both.find(({ status }) => status === 409)?.body as { code: string; title: string };
  expect(refused.code).toBe('moved_since');
  expect(refused.title).toMatch(/已经在等 12345 的结果，请看过再办。$/);
});

test('a department never reads the number, nor has it meanwhile; a number is put right and taken away again', async () => {
  const id = await submit();
  await as('clerk').call(requests.numberHotline, { id, number: fresh() });
  await as('xu').call(requests.refer, { id });
  const { departments } = await as('clerk').call((await import('../../../shared/directory/contract')).departments, {});
  const departmentId = departments.find(({ name }) => name === '县住建局')?.id ?? '';
  await as('clerk').call(requests.assign, { ...(await step(id)), departmentId });
  const read = await page('lu', id);
  expect(read).not.toHaveProperty('hotlineNumber');
  expect(read.events.map(({ kind }) => kind)).not.toContain('hotline_numbered');
  expect(JSON.stringify(read)).not.toContain('GD2026');
  expect(await as('clerk').problem(requests.awaitHotline, { ...(await step(id)), number: fresh() })).toBe(
    'department_has_it',
  );
  await as('clerk').call(requests.numberHotline, { id, number: null });
  expect((await page('chen', id)).hotlineNumber).toBeNull();
  expect(await as('clerk').problem(requests.numberHotline, { id, number: null })).toBe('no_hotline_number');
  for (const number of ['12', '工单一百', 'A'.repeat(31), "1' or 1=1"])
    expect(await as('clerk').problem(requests.numberHotline, { id, number })).toBe('invalid_input');
});

test('what is merged in hears the same, without the number of whoever called; each says for themselves', async () => {
  const lead = await submit();
  await leave(lead);
  const other = await submit('lin', '毛范例');
  const joined = { ...(await step(lead)), from: [await step(other)] };
  await as('clerk').call(requests.merge, joined);
  const theirs = await page('lin', other);
  expect(theirs).toMatchObject({ state: 'with_hotline', hotlineNumber: null });
  const { items } = await as('clerk')
    .call(requests.likeSame, { id: lead })
    .then((found) => ({ items: found }));
  expect(items.joins).toBe(false);
  expect(
    await as('clerk').problem(requests.merge, { ...(await step(await submit('xin'))), from: [await step(lead)] }),
  ).toBe('hotline_leads');
  await end(lead, 'answered', '都换好了。');
  expect(await page('lin', other)).toMatchObject({ state: 'answered', answer: { words: '都换好了。', hotline: true } });
  expect((await told('lin', other))[0]).toBe('12345 有了结果，请您看看，解决了没有');
  await as('lin').call(requests.rate, { id: other, round: 1, outcome: 'not_solved', words: '我家门口的没换。' });
  expect(await page('mao', other)).toMatchObject({ state: 'with_deputy', round: 2 });
});

test('who erases what is kept of them leaves no number by which the hotline knows them', async () => {
  const id = await submit('xin');
  await as('clerk').call(requests.numberHotline, { id, number: fresh() });
  await api.store.owner.inTenant(COUNTY, async (tx) => {
    const { forgetResident } = await import('../queries/owned');
    const { id: personId } = await as('xin').call(identity.me, {});
    await forgetResident(tx, COUNTY, { personId, hashes: [], named: [] });
  });
  expect(await page('clerk', id)).toMatchObject({ hotlineNumber: null, name: null });
});

test('late there it is late: the clock goes on, in the box and in the line a day; the term of its deputy ends, and it stays there', async () => {
  const id = await submit('xin', '毛范例');
  const number = fresh();
  await leave(id, number);
  const { clock } = await page('xin', id);
  api.clock.set(`${clock.dueOn}T16:30:00Z`);
  phones.clerk = await api.signedIn('clerk');
  phones.xin = await api.signedIn('xin');
  phones.admin = await api.signedIn('admin');
  expect((await page('xin', id)).clock).toMatchObject({ dueOn: clock.dueOn, stoppedOn: null, left: 0 });
  const line = (await as('clerk').call(requests.search, { words: number })).items[0];
  expect(line?.reasons).toEqual(['late', 'at_hotline']);
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('mandate').set({ ends_on: clock.dueOn }).where('deputy_id', '=', deputyNamed('毛范例').id).execute(),
  );
  api.clock.advance(2 * 86_400_000);
  await api.runSchedules();
  phones.xin = await api.signedIn('xin');
  const after = await page('xin', id);
  expect(after.state).toBe('with_hotline');
  expect(after.deputyName).not.toBe('毛范例');
  expect(after.events.some(({ kind }) => kind === 'reassigned')).toBe(true);
});
