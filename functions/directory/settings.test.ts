import { sql } from 'kysely';
import { county } from '../../shared/directory/contract';
import {
  confirmSetting,
  declineSetting,
  proposeSetting,
  type Setting,
  settingChanges,
  settings,
  withdrawSetting,
} from '../../shared/directory/contract/office';
import * as identity from '../../shared/identity/contract';
import { addDays } from '../../shared/kernel/days';
import type { SettingValue } from '../../shared/kernel/settings';
import * as notifications from '../../shared/notifications/contract';
import * as requests from '../../shared/requests/contract';
import { offices } from '../appraisals/testing/campaign';
import { COUNTY, matterFor, OTHER_COUNTY, testApi } from '../testing/api';
import type { TestPhone } from '../testing/phone';

/** What a county decides for itself: one of the office says what, another one agrees, and it holds from then on. */
const api = testApi();
const WHY = '县人大常委会主任会议定的';
let guan: TestPhone;
let lin: TestPhone;

let begun: unknown;

beforeAll(async () => {
  [guan, lin] = await offices(api);
  const found = await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.selectFrom('county').select('settings').where('jurisdiction', '=', COUNTY).executeTakeFirstOrThrow(),
  );
  begun = found.settings;
});
beforeEach(async () => {
  await api.store.owner.inTenant(COUNTY, async (tx) => {
    await sql`delete from setting_change`.execute(tx);
    await sql`update county set settings = ${JSON.stringify(begun)} where jurisdiction = ${COUNTY}`.execute(tx);
  });
  api.clock.advance(31_000);
});

const sheet = (phone = guan) => phone.call(settings, {});
const one = async (name: string): Promise<Setting> => {
  const found = (await sheet()).settings.find((setting) => setting.name === name);
  if (!found) throw new Error(`no setting ${name}`);
  return found;
};
const propose = (setting: string, value: SettingValue, phone = guan) =>
  phone.call(proposeSetting, { setting, value, reason: WHY });
const refused = (setting: string, value: SettingValue) => guan.problem(proposeSetting, { setting, value, reason: WHY });
const saidOf = async (setting: string, value: SettingValue) => {
  const { body } = await guan.send(proposeSetting, { setting, value, reason: WHY });
  return (body as { errors?: { path: string; message: string }[] }).errors;
};
const change = async (setting: string, value: SettingValue) =>
  lin.call(confirmSetting, { id: (await propose(setting, value)).id });
const term = (days: number, kind: 'working' | 'calendar' = 'working') => ({ term: { days, kind } });

test('the sheet has the settings of every context, in groups, with what they rest on and what each changes', async () => {
  const { settings: all, waiting } = await sheet();
  expect(waiting).toEqual([]);
  const groups = all.map(({ group }) => group);
  const inOrder = groups.filter((group, at) => group !== groups[at - 1]);
  expect(inOrder.slice(0, 6)).toEqual(['居民的事', '部门', '公开栏', '代表建议', '评议', '提醒']);
  expect(inOrder).toEqual([...new Set(groups)]);
  expect(inOrder).toEqual(expect.arrayContaining(['放假和补班', '县里的电话']));
  for (const { basis, changes, stays } of all)
    expect([basis.length > 3, changes.length > 0, stays.length > 0]).toEqual([true, true, true]);
  expect(await one('answerTerm')).toMatchObject({ value: term(15), least: 1, most: 60 });
  // What the county did not write down is as by default.
  expect(await one('suggestionAnswerMonths')).toMatchObject({ value: { months: 3 }, most: 3 });
  expect(await one('boardReadOnly')).toMatchObject({ value: { on: false }, least: null });
});

test('one says what and why, another agrees, and from then on it holds; what is under way keeps its day', async () => {
  const chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  const begin = async () => (await chen.call(requests.submit, matterFor('徐示例'))).dueOn;
  const before = await chen.call(requests.submit, matterFor('徐示例'));
  const proposed = await propose('answerTerm', term(5));
  expect(proposed).toMatchObject({
    ...{ setting: 'answerTerm', title: '几天内答复居民', state: 'proposed', reason: WHY, by: '管范例' },
    ...{ from: term(15), to: term(5), decidedBy: null, acts: ['withdraw'] },
  });
  // Nothing has changed yet.
  expect(await one('answerTerm')).toMatchObject({ value: term(15) });
  expect(await begin()).toBe(before.dueOn);
  expect((await sheet(lin)).waiting).toMatchObject([{ id: proposed.id, acts: ['confirm', 'decline'] }]);
  expect(await lin.call(confirmSetting, { id: proposed.id })).toMatchObject({
    state: 'confirmed',
    decidedBy: '林试样',
    acts: [],
  });
  expect(await sheet()).toMatchObject({ waiting: [] });
  expect(await one('answerTerm')).toMatchObject({ value: term(5) });
  expect((await begin()) < before.dueOn).toBe(true);
  expect((await chen.call(requests.follow, { id: before.id })).clock?.dueOn).toBe(before.dueOn);
  expect((await guan.call(settingChanges, { setting: 'answerTerm' })).items).toMatchObject([
    { state: 'confirmed', from: term(15), to: term(5), by: '管范例', decidedBy: '林试样', reason: WHY },
  ]);
  expect((await guan.call(settingChanges, { setting: 'remindDays' })).items).toEqual([]);
});

test('what is said not to change does not, and what is said to change at once does', async () => {
  const [chen, xu] = [await api.signedIn('chen'), await api.signedIn('xu')];
  const page = (id: string) => chen.call(requests.follow, { id });
  const answered = async () => {
    const { id } = await chen.call(requests.submit, matterFor('徐示例'));
    await xu.call(requests.answer, { id, words: '明天去看。' });
    return id;
  };
  const [silent, solved] = [await answered(), await answered()];
  await chen.call(requests.rate, { id: solved, round: 1, outcome: 'solved' });
  const before = { silent: await page(silent), solved: await page(solved) };
  await change('lapseTerm', term(60, 'calendar'));
  await change('reopenTerm', term(60, 'calendar'));
  expect((await page(silent)).lapsesOn).toBe(before.silent.lapsesOn);
  expect((await page(await answered())).lapsesOn).toBe(addDays(before.silent.lapsesOn ?? '', 30));
  expect((await page(solved)).reopenableUntil).toBe(addDays(before.solved.reopenableUntil ?? '', 30));
  // Last days that were set are not moved by a day off that comes between.
  const day = addDays(before.silent.clock?.dueOn ?? '', -1);
  await change('calendar', { calendar: [{ day, counts: 'off' }] });
  expect((await page(silent)).clock?.dueOn).toBe(before.silent.clock?.dueOn);
});

test('the others of the office hear that one waits, and whoever proposed it what became of it', async () => {
  const told = async (phone: TestPhone) => {
    await api.runSchedule('notifications.deliver');
    const { items } = await phone.call(notifications.list, {});
    return items.filter(({ kind }) => kind === 'setting').map(({ title }) => title);
  };
  const before = { guan: await told(guan), lin: await told(lin) };
  const since = async () => [
    (await told(guan)).slice(0, (await told(guan)).length - before.guan.length),
    (await told(lin)).slice(0, (await told(lin)).length - before.lin.length),
  ];
  const { id } = await propose('remindDays', { days: 10 });
  expect(await since()).toEqual([[], ['有一条规矩等您定']]);
  await lin.call(confirmSetting, { id });
  expect(await since()).toEqual([['您提的规矩，同事同意了'], ['有一条规矩等您定']]);
  const second = await propose('remindDays', { days: 12 });
  await guan.call(withdrawSetting, { id: second.id });
  expect((await since())[0]).toEqual(['您提的规矩，同事同意了']);
});

test('nobody agrees to what they proposed, nor takes back what another did', async () => {
  const { id } = await propose('remindDays', { days: 10 });
  expect(await guan.problem(confirmSetting, { id })).toBe('setting_own');
  expect(await guan.problem(declineSetting, { id, reason: WHY })).toBe('setting_own');
  expect(await lin.problem(withdrawSetting, { id })).toBe('setting_anothers');
  expect(await one('remindDays')).toMatchObject({ value: { days: 7 } });
});

test('another does not agree, and says why; whoever proposed it may take it back; then it can be proposed anew', async () => {
  const first = await propose('remindDays', { days: 10 });
  const reason = '再问问部门再说';
  const declined = await lin.call(declineSetting, { id: first.id, reason });
  expect(declined).toMatchObject({ state: 'declined', declineReason: reason, reason: WHY, decidedBy: '林试样' });
  const second = await propose('remindDays', { days: 12 });
  expect(await guan.call(withdrawSetting, { id: second.id })).toMatchObject({ state: 'withdrawn' });
  for (const { id } of [first, second]) {
    expect(await lin.problem(confirmSetting, { id })).toBe('setting_decided');
    expect(await guan.problem(withdrawSetting, { id })).toBe('setting_decided');
  }
  expect(await one('remindDays')).toMatchObject({ value: { days: 7 } });
  expect(await change('remindDays', { days: 14 })).toMatchObject({ from: { days: 7 }, to: { days: 14 } });
  const { items } = await guan.call(settingChanges, {});
  expect(items.map(({ state }) => state)).toEqual(['confirmed', 'withdrawn', 'declined']);
});

test('of a setting one change waits at a time, of others as many', async () => {
  const { id } = await propose('remindDays', { days: 10 });
  expect(await lin.problem(proposeSetting, { setting: 'remindDays', value: { days: 9 }, reason: WHY })).toBe(
    'setting_waits',
  );
  await propose('boardReadOnly', { on: true }, lin);
  expect((await sheet()).waiting.map(({ setting, acts }) => [setting, acts])).toEqual([
    ['remindDays', ['withdraw']],
    ['boardReadOnly', ['confirm', 'decline']],
  ]);
  await lin.call(confirmSetting, { id });
  expect((await sheet()).waiting).toHaveLength(1);
});

test('of two who decide at the same moment one is second, and of two who propose too', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await propose('remindDays', { days: 20 + round });
    const ends = await Promise.all([
      lin.send(confirmSetting, { id }),
      guan.send(withdrawSetting, { id }),
      lin.send(declineSetting, { id, reason: WHY }),
    ]);
    expect(ends.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const { items } = await guan.call(settingChanges, { setting: 'remindDays' });
    const state = items[0]?.state;
    const { days } = (await one('remindDays')).value;
    expect(days === 20 + round).toBe(state === 'confirmed');
  }
  const both = [guan, lin].map((phone) =>
    phone.send(proposeSetting, { setting: 'secondTerm', value: term(20, 'calendar'), reason: WHY }),
  );
  expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('two settings that are agreed to at the same moment are both in force', async () => {
  const [first, second] = [await propose('remindDays', { days: 11 }), await propose('questionTerm', term(3))];
  await Promise.all([first, second].map(({ id }) => lin.call(confirmSetting, { id })));
  expect([(await one('remindDays')).value, (await one('questionTerm')).value]).toEqual([{ days: 11 }, term(3)]);
});

test('what the law or the house does not let a county decide is refused, with what it may', async () => {
  expect(await saidOf('suggestionAnswerMonths', { months: 4 })).toEqual([
    { path: 'value.months', message: '最少 1 个月，最多 3 个月。' },
  ]);
  expect(await saidOf('answerTerm', term(61))).toEqual([{ path: 'value.term', message: '最少 1 天，最多 60 天。' }]);
  expect(await saidOf('answerTerm', { days: 20 })).toEqual([{ path: 'value.term', message: '这条规矩不是这样填的。' }]);
  expect(await saidOf('phone', { phone: '打给老林' })).toMatchObject([{ path: 'value.phone' }]);
  expect(await refused('answerTerm', { ...term(20), on: true })).toBe('invalid_input');
  expect(await refused('answerTerm', {})).toBe('invalid_input');
  expect(await refused('answerTerm', term(15))).toBe('setting_same');
  expect(await refused('phone', { phone: '0570-0000000' })).toBe('setting_same');
  expect(await refused('noSuchSetting', { on: true })).toBe('not_found');
  expect(await refused('constructor', { on: true })).toBe('not_found');
  expect((await sheet()).waiting).toEqual([]);
});

test('words are kept as somebody’s words are, and are neither too few nor too many', async () => {
  expect(await one('suggestionClassB')).toMatchObject({ value: { words: '正在办，或排进了计划' }, least: 2, most: 20 });
  for (const [words, said] of [
    ['办', '再多写几个字，至少 2 个字。'],
    ['字'.repeat(21), '太长了，最多 20 个字。'],
    ['', '再多写几个字，至少 2 个字。'],
  ] as const)
    expect(await saidOf('suggestionClassB', { words })).toMatchObject([{ path: 'value.words', message: said }]);
  expect(await refused('suggestionClassB', { words: '正在办，或排进了计划 ' })).toBe('setting_same');
  await change('suggestionClassB', { words: ' 列入\u0000计划 ' });
  expect(await one('suggestionClassB')).toMatchObject({ value: { words: '列入计划' } });
});

test('days on which the county differs from the national calendar: several at once, only those that change, none that is over', async () => {
  const off = { day: '2027-02-05', counts: 'off' as const };
  const on = { day: '2027-02-07', counts: 'on' as const };
  const changed = await change('calendar', { calendar: [on, off] });
  expect(changed).toMatchObject({
    from: { calendar: [on, off].map(({ day }) => ({ day, counts: 'national' })) },
    to: { calendar: [on, off] },
  });
  expect((await one('calendar')).value).toEqual({ calendar: [off, on] });
  // A day that counts so already is left out; a day can be given back to the national calendar, and the others stay.
  const back = { day: on.day, counts: 'national' as const };
  expect(await propose('calendar', { calendar: [off, back] })).toMatchObject({
    from: { calendar: [on] },
    to: { calendar: [back] },
  });
  expect(await refused('calendar', { calendar: [off] })).toBe('setting_same');
  const { waiting } = await sheet(lin);
  await lin.call(confirmSetting, { id: waiting[0]?.id ?? '' });
  expect((await one('calendar')).value).toEqual({ calendar: [off] });
  for (const day of ['2026-02-30', '2027-02-29', '2026-11-18', '2029-01-01', '0000-00-00'])
    expect(await saidOf('calendar', { calendar: [{ day, counts: 'off' }] })).toEqual([
      { path: 'value.calendar', message: '只能写明天起、2028 年底以前的日子。' },
    ]);
  expect(await saidOf('calendar', { calendar: [off, { ...off, counts: 'on' }] })).toEqual([
    { path: 'value.calendar', message: '同一天写了两次，请去掉一次。' },
  ]);
});

test('a day that is over by the time another agrees is not changed any more, and can be taken back', async () => {
  const tomorrow = { day: '2026-11-19', counts: 'off' as const };
  const { id } = await propose('calendar', { calendar: [tomorrow] });
  api.clock.advance(3 * 24 * 3_600_000);
  [guan, lin] = [await api.signedIn('admin'), await api.signedIn('lin')];
  expect(await lin.problem(confirmSetting, { id })).toBe('setting_outside');
  expect(await lin.call(declineSetting, { id, reason: '已经过了' })).toMatchObject({ state: 'declined' });
});

test('a year of which nobody knows the holidays is told when it is near, until the county wrote some down', async () => {
  expect(await sheet()).toMatchObject({ calendarGap: { year: 2027, near: true } });
  await change('calendar', { calendar: [{ day: '2027-10-08', counts: 'off' }] });
  expect(await sheet()).toMatchObject({ calendarGap: { year: 2028, near: false } });
});

test('a change is seen at once where it was made, and everywhere else within half a minute', async () => {
  const phone = async () => (await api.nobody.call(county, {})).phone;
  expect(await phone()).toBe('0570-0000000');
  await change('phone', { phone: '0570-1234567' });
  expect(await phone()).toBe('0570-1234567');
  // Another process wrote it.
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`update county set settings = settings || '{"phone": "0570-7654321"}' where jurisdiction = ${COUNTY}`.execute(
      tx,
    ),
  );
  api.clock.advance(29_000);
  expect(await phone()).toBe('0570-1234567');
  api.clock.advance(2_000);
  expect(await phone()).toBe('0570-7654321');
  await change('phone', { phone: null });
  expect(await phone()).toBeNull();
});

test('a retry is one proposal and one decision', async () => {
  const key = 'a-key-of-one-proposal-0001';
  const input = { setting: 'remindDays', value: { days: 30 }, reason: WHY };
  const [first, again] = [
    await guan.send(proposeSetting, input, { key }),
    await guan.send(proposeSetting, input, { key }),
  ];
  expect(again.body).toEqual(first.body);
  const { id } = first.body as { id: string };
  const decided = 'a-key-of-one-decision-0001';
  for (let time = 0; time < 2; time += 1)
    expect((await lin.send(confirmSetting, { id }, { key: decided })).body).toMatchObject({ id, state: 'confirmed' });
  expect((await guan.call(settingChanges, {})).items).toHaveLength(1);
});

test('whoever proposed it may lose the role: it waits on for another', async () => {
  const { id } = await propose('remindDays', { days: 40 }, lin);
  const held = await guan.call(identity.memberships, { role: 'admin', words: '林试样' });
  await guan.call(identity.withdraw, { id: held.items[0]?.id ?? '', reason: '调走了' });
  expect(await lin.problem(withdrawSetting, { id })).toBe('not_allowed');
  expect(await guan.call(confirmSetting, { id })).toMatchObject({ state: 'confirmed', by: '林试样' });
  [guan, lin] = await offices(api);
});

test('each step is in the log, with who and why, and what was from what to what', async () => {
  const { id } = await propose('remindDays', { days: 50 });
  await lin.call(declineSetting, { id, reason: '太早了没有用' });
  const { items } = await guan.call(identity.auditLog, { group: 'county' });
  expect(items.slice(0, 2)).toMatchObject([
    { action: 'setting_declined', by: '林试样', reason: '太早了没有用', objectId: id },
    { action: 'setting_proposed', by: '管范例', reason: WHY, objectId: id },
  ]);
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{ detail: object }>`select detail from audit_log where object_id = ${id} order by id limit 1`.execute(tx),
  );
  expect(rows).toEqual([{ detail: { setting: 'remindDays', from: '7 天', to: '50 天' } }]);
});

test('a county changes its own settings alone, even where a statement forgets which county it is', async () => {
  const of = async () => {
    const rows = await api.store.owner.withoutTenant((tx) =>
      tx.selectFrom('county').select('settings').where('jurisdiction', '=', COUNTY).execute(),
    );
    return rows[0]?.settings;
  };
  const before = await of();
  const forgetful = sql`update county set settings = '{"remindDays": 60}'`;
  await api.store.database.inTenant(OTHER_COUNTY, (tx) => forgetful.execute(tx));
  expect(await of()).toEqual(before);
  const rename = sql`update county set name = '改' where jurisdiction = ${COUNTY}`;
  await expect(api.store.database.inTenant(COUNTY, (tx) => rename.execute(tx))).rejects.toThrow('permission denied');
});

test('many changes come in pages, and a cursor that is none of ours is refused', async () => {
  for (let days = 8; days < 30; days += 1) await change('remindDays', { days });
  const first = await guan.call(settingChanges, { setting: 'remindDays' });
  expect(first.items).toHaveLength(20);
  const rest = await guan.call(settingChanges, { setting: 'remindDays', cursor: first.next ?? '' });
  expect([rest.items.map(({ to }) => to.days), rest.next]).toEqual([[9, 8], null]);
  expect(await guan.problem(settingChanges, { cursor: 'nothing' })).toBe('invalid_input');
});
