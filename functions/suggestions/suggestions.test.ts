import * as assignments from '../../shared/assignments/contract';
import * as identity from '../../shared/identity/contract';
import { addDays, isRealDay } from '../../shared/kernel/days';
import { addMonths } from '../../shared/kernel/months';
import * as notifications from '../../shared/notifications/contract';
import * as requests from '../../shared/requests/contract';
import * as suggestions from '../../shared/suggestions/contract';
import { COUNTY, matterFor } from '../testing/api';
import type { TestPhone } from '../testing/phone';
import {
  answer,
  assigned,
  endOf,
  heldBy,
  housing,
  idOf,
  satisfied,
  submitted,
  suggestionsApi,
  transport,
  writtenFor,
} from './testing/suggestion';

/** A formal suggestion from the draft to its end: who may do what when, and who knows of it. */
const { api, cast, today, later, pass: passDays } = suggestionsApi();
const see = (phone: TestPhone, id: string) => phone.call(suggestions.show, { id });
const titles = async (phone: TestPhone) => (await phone.call(notifications.list, {})).items.map(({ title }) => title);
const dissatisfied = { attitude: 'basically', result: 'dissatisfied', words: '坎下七户还没有通水。' } as const;

test('written, signed, changed and signed anew, handed in, assigned, answered, asked of the co-signers, and rated', async () => {
  const { xu, lin, jian, admin, lu } = cast;
  const { id: requestId } = await cast.chen.call(requests.submit, matterFor('徐示例'));
  const written = writtenFor({ cosigners: [idOf('单示例'), idOf('曾范例')], requests: [requestId] });
  const draft = await xu.call(suggestions.draft, written);
  expect(draft).toMatchObject({ state: 'draft', number: null, viewer: 'lead', requests: [{ id: requestId }] });
  const { id } = draft;
  expect(await titles(lin)).toContain('请您联名');
  expect(await see(lin, id)).toMatchObject({ viewer: 'cosigner', mine: 'asked', may: ['sign', 'decline'] });
  // Nobody else knows of a draft.
  for (const phone of [admin, lu]) expect(await phone.problem(suggestions.show, { id })).toBe('not_found');
  await lin.call(suggestions.sign, { id, textVersion: 1 });
  await jian.call(suggestions.decline, { id });
  // Who would not sign has not answered, to the lead as to the others, and no line says that they did not want to.
  const seen = await see(xu, id);
  expect(seen.cosigners.map(({ state }) => state)).toEqual(['signed', 'asked']);
  expect(JSON.stringify([seen, await see(lin, id)])).not.toContain('declined');
  expect((await jian.call(suggestions.mine, {})).items).toEqual([]);
  // New words ask whoever had signed again, and nobody signs what they have not read.
  const edited = { id, textVersion: 1, ...written, proposal: '先查水、送水，春节前接通这两处。' };
  expect(await xu.call(suggestions.edit, edited)).toMatchObject({ textVersion: 2 });
  expect(await xu.problem(suggestions.edit, edited)).toBe('suggestion_words_changed');
  expect(await see(lin, id)).toMatchObject({ mine: 'asked' });
  expect(await lin.problem(suggestions.sign, { id, textVersion: 1 })).toBe('suggestion_words_changed');
  await lin.call(suggestions.sign, { id, textVersion: 2 });
  expect(await lin.problem(suggestions.sign, { id, textVersion: 2 })).toBe('signed_before');
  // Nothing in the words changed: whoever signed has signed.
  await xu.call(suggestions.edit, { ...edited, textVersion: 2 });
  expect(await see(lin, id)).toMatchObject({ mine: 'signed' });
  const sent = await xu.call(suggestions.submit, { id, textVersion: 2 });
  expect(sent).toMatchObject({ state: 'submitted', number: expect.stringMatching(/^2026-\d+$/), may: ['withdraw'] });
  expect(sent.cosigners.map(({ name }) => name)).toEqual(['单示例']);
  expect(await jian.problem(suggestions.show, { id })).toBe('not_found');
  expect(await titles(admin)).toContain('收到一件代表建议');
  expect((await admin.call(suggestions.desk, { box: 'to_assign' })).items[0]).toMatchObject({ id, waits: true });
  const given = await admin.call(suggestions.assign, { id, version: sent.version, departmentId: housing() });
  expect(given).toMatchObject({ state: 'with_department', dueOn: addMonths(today(), 3), departmentName: '县住建局' });
  expect((await lu.call(assignments.inbox, { box: 'new' })).items[0]).toMatchObject({
    subject: { context: 'suggestions', id },
    kind: '代表建议',
    dueOn: given.dueOn,
  });
  await lu.call(assignments.accept, await heldBy(lu, id));
  // Nobody answers before they spoke with the deputies, and a talk the lead knows nothing of is none.
  const words = '管子已过桥，上新屋十二户通水了。';
  const tooEarly = { ...(await heldBy(lu, id)), resultClass: 'B', words } as const;
  expect(await lu.problem(assignments.answer, tooEarly)).toBe('contact_before_answer');
  const bad = { id, on: addDays(today(), 1), way: 'phone', words } as const;
  expect(await lu.problem(suggestions.contact, bad)).toBe('contact_day_bad');
  const { contacts } = await lu.call(suggestions.contact, { ...bad, on: today() });
  const contact = contacts[0]?.id ?? '';
  await xu.call(suggestions.confirmContact, { id, contact, confirmed: false });
  expect(await xu.problem(suggestions.confirmContact, { id, contact, confirmed: true })).toBe('contact_gone');
  expect(await lu.problem(assignments.answer, { ...(await heldBy(lu, id)), resultClass: 'B', words })).toBe(
    'contact_before_answer',
  );
  await answer(api, lu, id);
  expect(await see(xu, id)).toMatchObject({ state: 'answered', answer: { resultClass: 'B' } });
  const { version } = await see(xu, id);
  expect(await xu.problem(suggestions.rate, { id, version, ...satisfied })).toBe('cosigners_first');
  expect(await lin.problem(suggestions.rate, { id, version, ...satisfied })).toBe('not_found');
  await lin.call(suggestions.comment, { id, attitude: 'satisfied', result: 'basically', words: '坎下还差七户。' });
  // The lead and the office read it; the department nothing of it.
  for (const phone of [xu, admin, lin])
    expect((await see(phone, id)).comments).toMatchObject([{ result: 'basically' }]);
  const ofDepartment = await see(lu, id);
  expect(ofDepartment).toMatchObject({ comments: [], rating: null });
  expect(JSON.stringify(ofDepartment)).not.toMatch(/commented|坎下还差/);
  const now = await see(xu, id);
  expect(now.may).toEqual(['rate']);
  const rated = await xu.call(suggestions.rate, { id, version: now.version, ...satisfied });
  expect(rated).toMatchObject({ state: 'closed', outcome: 'rated', rating: { result: 'satisfied' }, may: [] });
  expect(await see(lu, id)).toMatchObject({ comments: [], rating: { attitude: 'satisfied' } });
  expect(await titles(lu)).toContain('代表评了您的答复');
  // The resident sees it move, and nothing of what the co-signer thinks.
  const { suggestions: moved } = await cast.chen.call(suggestions.ofRequest, { id: requestId });
  expect(moved).toMatchObject([
    { number: rated.number, state: 'closed', leadName: '徐示例', cosignerNames: ['单示例'] },
  ]);
  expect(moved[0]?.events.map(({ kind }) => kind)).toEqual(['rated', 'answered', 'assigned', 'submitted']);
  expect(JSON.stringify(moved)).not.toContain('坎下还差');
  expect(await xu.problem(suggestions.ofRequest, { id: requestId })).toBe('not_found');
  expect(await titles(cast.chen)).toEqual(
    expect.arrayContaining(['您说的事写进了代表建议', '写着您的事的建议交给部门了', '写着您的事的建议有了答复']),
  );
});

test('before it assigns, the office reads by when it would be answered, and which year’s holidays nobody knows; nobody else does', async () => {
  const sent = await submitted(cast);
  const { assigning } = await see(cast.admin, sent.id);
  // It is November: the holidays of the next year are not in the table of this package.
  expect(assigning).toEqual({
    dueOn: addMonths(today(), 3),
    months: 3,
    complexDueOn: addMonths(today(), 6),
    calendarGap: 2027,
  });
  for (const phone of [cast.xu, cast.lin]) expect((await see(phone, sent.id)).assigning).toBeUndefined();
  const given = await cast.admin.call(suggestions.assign, {
    id: sent.id,
    version: sent.version,
    departmentId: housing(),
  });
  expect([given.dueOn, given.assigning]).toEqual([assigning?.dueOn, undefined]);
  // Given to another later on, it has the day that it had.
  await later(3);
  const reason = '这件要县交通运输局主办。';
  const taken = await cast.admin.call(suggestions.takeBack, { id: sent.id, version: given.version, reason });
  expect(taken.assigning?.dueOn).toBe(given.dueOn);
});

test('not satisfied: once more within a month; a second time they sit together, and that ends it', async () => {
  const { id } = await assigned(cast, housing(), { signers: [] });
  await answer(api, cast.lu, id);
  const step = async () => ({ id, version: (await see(cast.xu, id)).version });
  expect(await cast.xu.problem(suggestions.rate, { ...(await step()), ...dissatisfied, words: undefined })).toBe(
    'dissatisfied_why',
  );
  const again = await cast.xu.call(suggestions.rate, { ...(await step()), ...dissatisfied });
  expect(again).toMatchObject({ state: 'with_department', round: 2, dueOn: addMonths(today(), 1), contacted: false });
  expect((await cast.lu.call(assignments.inbox, { box: 'working' })).items[0]).toMatchObject({ dueOn: again.dueOn });
  // What was said before the first answer is not said before the second.
  const early = { ...(await heldBy(cast.lu, id)), resultClass: 'A', words: '坎下也通了水，请代表看。' } as const;
  expect(await cast.lu.problem(assignments.answer, early)).toBe('contact_before_answer');
  // More time is for the first.
  const { version } = await see(cast.admin, id);
  const more = { id, version, dueOn: addDays(today(), 60), reason: '管子要等到开春才能埋。' };
  expect(await cast.admin.problem(suggestions.extend, more)).toBe('extended_before');
  await answer(api, cast.lu, id);
  const met = await cast.xu.call(suggestions.rate, { ...(await step()), ...dissatisfied });
  expect(met).toMatchObject({ state: 'to_meet', round: 2, may: [] });
  expect((await cast.admin.call(suggestions.desk, { box: 'to_meet' })).items[0]).toMatchObject({ id });
  const held = { ...(await step()), on: today(), words: '三方定了：三月底前通水，办公室每周去看。' };
  expect(await cast.admin.problem(suggestions.meet, { ...held, on: addDays(today(), 1) })).toBe('meeting_day_bad');
  const ended = await cast.admin.call(suggestions.meet, held);
  expect(ended).toMatchObject({ state: 'closed', outcome: 'met', rating: { result: 'dissatisfied' }, may: [] });
});

test('not a suggestion is told where it goes; one that is withdrawn before it is assigned ends; and not after', async () => {
  const one = await submitted(cast);
  const where = { to: 'court', reason: '一个案子的事，要到法院去说。' } as const;
  expect(await cast.admin.problem(suggestions.redirect, { ...where, id: one.id, version: 1 })).toBe(
    'suggestion_changed',
  );
  const told = await cast.admin.call(suggestions.redirect, { ...where, id: one.id, version: one.version });
  expect(told).toMatchObject({ state: 'redirected', redirectedTo: 'court', may: [] });
  expect(await titles(cast.xu)).toContain('人大办公室说这不算建议');
  expect((await see(cast.xu, one.id)).events[0]).toMatchObject({ kind: 'redirected', words: where.reason });
  const two = await submitted(cast);
  expect(await cast.xu.call(suggestions.withdraw, { id: two.id })).toMatchObject({ state: 'withdrawn' });
  const three = await assigned(cast);
  expect(await cast.xu.problem(suggestions.withdraw, { id: three.id })).toBe('suggestion_elsewhere');
});

test('two returns, and the office names one that can’t give it back; the months go on', async () => {
  let { id, version, dueOn } = await assigned(cast, transport());
  const giveBack = async (phone: TestPhone) =>
    phone.call(assignments.giveBack, { ...(await heldBy(phone, id)), reason: '水管归别的部门管，请转给他们。' });
  await giveBack(cast.fang);
  expect(await cast.fang.problem(suggestions.show, { id })).toBe('not_found');
  await passDays(3);
  ({ version } = await see(cast.admin, id));
  expect(await see(cast.xu, id)).toMatchObject({ state: 'to_assign', returns: 1, dueOn });
  await cast.admin.call(suggestions.assign, { id, version, departmentId: housing() });
  await giveBack(cast.lu);
  ({ version } = await see(cast.admin, id));
  const last = await cast.admin.call(suggestions.assign, { id, version, departmentId: transport() });
  expect(last).toMatchObject({ dueOn, returns: 2 });
  const reason = '还是不归我们管，请转。';
  expect(await cast.fang.problem(assignments.giveBack, { ...(await heldBy(cast.fang, id)), reason })).toBe(
    'return_final',
  );
});

test('more time once, never past six months; marked and urged; reminded, overdue, and told one level up', async () => {
  const { id, version, dueOn } = await assigned(cast);
  const more = { id, version, reason: '管线要过河，要等枯水期。' };
  const until = (day: string) => cast.admin.problem(suggestions.extend, { ...more, dueOn: day });
  expect(await until(addDays(addMonths(today(), 6), 1))).toBe('extension_too_far');
  expect(await until(dueOn ?? '')).toBe('extension_too_far');
  // Well formed, and no day of the calendar.
  const months = [1, 2].map((count) => `${addMonths(dueOn ?? '', count).slice(0, 7)}-31`);
  for (const unreal of [...months, `${Number(today().slice(0, 4)) + 1}-02-30`].filter((one) => !isRealDay(one)))
    expect(await until(unreal)).toBe('extension_too_far');
  const day = addMonths(today(), 5);
  const extended = await cast.admin.call(suggestions.extend, { ...more, dueOn: day });
  expect(extended).toMatchObject({ dueOn: day, extended: true });
  expect(
    (await cast.lu.call(assignments.inbox, { box: 'new' })).items.find(({ subject }) => subject.id === id)?.dueOn,
  ).toBe(day);
  expect(
    await cast.admin.problem(suggestions.extend, { ...more, version: extended.version, dueOn: addDays(day, 3) }),
  ).toBe('extended_before');
  const marked = await cast.admin.call(suggestions.mark, { id, version: extended.version, on: true });
  expect(marked).toMatchObject({ marked: true });
  expect(await cast.admin.problem(suggestions.mark, { id, version: marked.version, on: true })).toBe('marked_before');
  await cast.xu.call(suggestions.urge, { id });
  expect(await cast.admin.problem(suggestions.urge, { id })).toBe('urged_today');
  await passDays(145);
  expect(await titles(cast.lu)).toContain('代表建议要答复，还有 6 天');
  await passDays(8);
  expect(await titles(cast.admin)).toContain('有一件建议超时没答');
  expect((await cast.admin.call(suggestions.desk, { box: 'late' })).items.map((one) => one.id)).toContain(id);
  await passDays(1);
  expect((await see(cast.xu, id)).events.filter(({ kind }) => kind === 'overdue')).toHaveLength(1);
});

test('a department asks, the lead answers; it wants more days, and the office says', async () => {
  const { xu, admin, lu } = cast;
  const { id, dueOn } = await assigned(cast);
  const ask = async () => lu.call(assignments.ask, { ...(await heldBy(lu, id)), words: '上新屋是指桥南那十二户吗？' });
  await ask();
  expect(await titles(xu)).toContain('部门问您一句');
  const waits = async () =>
    [await xu.call(suggestions.mine, {}), await admin.call(suggestions.desk, { box: 'working' })].map(
      ({ items }) => items.find((one) => one.id === id)?.waits,
    );
  expect(await waits()).toEqual([true, false]);
  const toLead = await see(xu, id);
  expect(toLead.asked).toMatchObject({ what: 'question', until: null });
  expect(toLead.may).toContain('reply');
  // One question at a time, and no more days while it waits.
  expect(await endOf(ask())).toBe('assignment_waits');
  expect(await lu.problem(suggestions.reply, { id, words: '是的。' })).toBe('not_allowed');
  await xu.call(suggestions.reply, { id, words: '是桥南十二户，还有坎下七户。' });
  // The retry of somebody who did not see that it arrived, and the second who answers.
  expect(await admin.problem(suggestions.reply, { id, words: '是桥南。' })).toBe('suggestion_changed');
  expect(await titles(lu)).toContain('您问的，代表那边回了');
  expect(await waits()).toEqual([false, false]);
  expect(await see(lu, id)).toMatchObject({ asked: null, dueOn });
  // A second question, and no third.
  await ask();
  await admin.call(suggestions.reply, { id, words: '是桥南。' });
  expect(await endOf(ask())).toBe('questions_used');
  const wanted = addDays(dueOn ?? '', 10);
  const want = async (until = wanted) =>
    lu.call(assignments.extend, { ...(await heldBy(lu, id)), until, reason: '管线要过河，等枯水期。' });
  expect(await endOf(want(addDays(dueOn ?? '', 40)))).toBe('extension_day');
  await want();
  expect(await titles(admin)).toContain('部门想延长建议的答复');
  expect(await waits()).toEqual([false, true]);
  const seen = await see(admin, id);
  expect(seen).toMatchObject({ asked: { what: 'days', until: wanted }, dueOn });
  expect(seen.may).toEqual(expect.arrayContaining(['extend', 'refuse_extension']));
  const no = { id, version: seen.version, reason: '可以先通桥南这一段。' };
  expect(await admin.call(suggestions.refuseExtension, no)).toMatchObject({ asked: null, dueOn });
  expect(await titles(lu)).toContain('人大办公室没有同意延长');
  expect(await endOf(want())).toBe('extension_used');
  // The office may still see it otherwise; then there are no more days.
  const { version } = await see(admin, id);
  await admin.call(suggestions.extend, { id, version, dueOn: wanted, reason: '枯水期到了再过河。' });
  expect(await endOf(want(addDays(wanted, 5)))).toBe('extension_used');
  const other = await assigned(cast);
  await lu.call(assignments.extend, {
    ...(await heldBy(lu, other.id)),
    until: addDays(other.dueOn ?? '', 10),
    reason: '管线要过河，等枯水期。',
  });
  const asked = await see(admin, other.id);
  const granted = {
    id: other.id,
    version: asked.version,
    dueOn: addDays(other.dueOn ?? '', 12),
    reason: '同意。枯水。',
  };
  expect(await admin.call(suggestions.extend, granted)).toMatchObject({ asked: null, extended: true });
  const held = await lu.call(assignments.show, { id: (await heldBy(lu, other.id)).id });
  expect(held).toMatchObject({ extension: 'granted' });
  expect(held.acts).not.toContain('extend');
});

test('a deputy’s own copy holds what they wrote, signed and thought, and nothing that others said', async () => {
  const { id } = await assigned(cast);
  await answer(api, cast.lu, id);
  const thinks = { attitude: 'satisfied', result: 'basically', words: '坎下还差七户没通。' } as const;
  await cast.lin.call(suggestions.comment, { id, ...thinks });
  const { version } = await see(cast.xu, id);
  await cast.xu.call(suggestions.rate, {
    id,
    version,
    attitude: 'satisfied',
    result: 'satisfied',
    words: '办得实在。',
  });
  const copyOf = async (phone: TestPhone) => {
    const { parts } = await phone.call(identity.ownData, {});
    return parts.find(({ key }) => key === 'suggestions.suggestions');
  };
  const lead = await copyOf(cast.xu);
  expect(lead?.entries[0]?.lines.join()).toMatch(/您写的办法：先查水、送水.*态度满意，结果满意：办得实在/);
  expect(JSON.stringify(lead)).not.toContain('坎下还差七户');
  const signer = await copyOf(cast.lin);
  expect(signer?.entries[0]?.lines.join()).toMatch(/态度满意，结果基本满意：坎下还差七户没通。/);
  expect(JSON.stringify(signer?.entries)).not.toMatch(/您写的|办得实在/);
  expect(await copyOf(cast.chen)).toBeUndefined();
});

test('who does not rate is reminded, and then left out; a co-signer who says nothing does not hold it up', async () => {
  const { id } = await assigned(cast);
  await answer(api, cast.lu, id);
  await passDays(10);
  const { version, may } = await see(cast.xu, id);
  expect(may).toEqual(['rate']);
  expect(version).toBeGreaterThan(0);
  await passDays(12);
  expect(await titles(cast.xu)).toContain('还没评的建议，请您评');
  expect(await see(cast.xu, id)).toMatchObject({ state: 'answered' });
  await passDays(16);
  expect(await see(cast.xu, id)).toMatchObject({ state: 'closed', outcome: 'unrated', rating: null });
});

test('of two at the same moment one does it, and the other hears so', async () => {
  const { xu, lin, admin, lu } = cast;
  const one = await submitted(cast);
  const ends = await Promise.all([
    endOf(admin.call(suggestions.assign, { id: one.id, version: one.version, departmentId: housing() })),
    endOf(xu.call(suggestions.withdraw, { id: one.id })),
    endOf(
      admin.call(suggestions.redirect, { id: one.id, version: one.version, to: 'hotline', reason: '打 12345 更快。' }),
    ),
  ]);
  expect(ends.filter((end) => end === null)).toHaveLength(1);
  for (const end of ends) expect([null, 'suggestion_changed', 'suggestion_elsewhere']).toContain(end);
  // A signature and a change of the words: signed were the old words or none.
  const draft = await xu.call(suggestions.draft, writtenFor({ cosigners: [idOf('单示例')] }));
  await Promise.all([
    endOf(lin.call(suggestions.sign, { id: draft.id, textVersion: 1 })),
    endOf(
      xu.call(suggestions.edit, {
        id: draft.id,
        textVersion: 1,
        ...writtenFor({ cosigners: [idOf('单示例')], title: '坎下接通自来水' }),
      }),
    ),
  ]);
  expect(await see(xu, draft.id)).toMatchObject({ textVersion: 2, cosigners: [{ state: 'asked' }] });
  // Two numbers are never the same.
  const drafts = await Promise.all([1, 2, 3].map(() => xu.call(suggestions.draft, writtenFor())));
  const sent = await Promise.all(drafts.map(({ id }) => xu.call(suggestions.submit, { id, textVersion: 1 })));
  expect(new Set(sent.map(({ number }) => number)).size).toBe(3);
  // The rating and the department's further word on it.
  const { id } = await assigned(cast, housing(), { signers: [] });
  await answer(api, lu, id);
  const { version } = await see(xu, id);
  const rates = await Promise.all([
    endOf(xu.call(suggestions.rate, { id, version, ...satisfied })),
    endOf(xu.call(suggestions.rate, { id, version, ...dissatisfied })),
  ]);
  expect(rates.filter((end) => end === null)).toHaveLength(1);
});

test('who may write and sign: serving deputies of the county, with what is in their own hands', async () => {
  const { xu, mao, chen } = cast;
  expect(await chen.problem(suggestions.draft, writtenFor())).toBe('not_allowed');
  expect(await mao.problem(suggestions.draft, writtenFor())).toBe('not_county_deputy');
  for (const name of ['毛范例', '范旧例', '徐示例'])
    expect(await xu.problem(suggestions.draft, writtenFor({ cosigners: [idOf(name)] }))).toBe('not_county_deputy');
  const { id: foreign } = await chen.call(requests.submit, matterFor('毛范例'));
  expect(await xu.problem(suggestions.draft, writtenFor({ requests: [foreign] }))).toBe('request_not_theirs');
  expect(await xu.problem(suggestions.draft, writtenFor({ disclosure: 'title' }))).toBe('not_disclosed_why');
  const offered = await xu.call(suggestions.offers, {});
  expect(offered.may).toBe(true);
  expect(offered.deputies.map(({ name }) => name)).toEqual(expect.arrayContaining(['单示例', '曾范例']));
  expect((await mao.call(suggestions.offers, {})).may).toBe(false);
});

test('what another deputy has by now stays in a draft that is put right, and nobody has to sign it anew', async () => {
  const { xu, lin, chen } = cast;
  const { id: requestId } = await chen.call(requests.submit, matterFor('徐示例'));
  const cosigners = [idOf('单示例')];
  const { id } = await xu.call(suggestions.draft, writtenFor({ cosigners, requests: [requestId] }));
  await lin.call(suggestions.sign, { id, textVersion: 1 });
  await xu.call(requests.pass, { id: requestId, deputyId: idOf('毛范例'), words: '毛代表熟悉。' });
  const before = await see(xu, id);
  expect(before.requests).toMatchObject([{ id: null }]);
  // The form sends back what it could show.
  const after = await xu.call(suggestions.edit, { id, textVersion: 1, ...writtenFor({ cosigners }) });
  expect(after.requests).toEqual(before.requests);
  expect(after.cosigners).toMatchObject([{ name: '单示例', state: 'signed' }]);
});

test('a resident who takes theirs back is not quoted any more, and their name never is', async () => {
  const { xu, chen, lu } = cast;
  const words = '我叫陈试用，电话 13800001234，井水发黄，烧开有一层白。';
  const { id: requestId } = await chen.call(requests.submit, matterFor('徐示例', { words, name: '陈试用' }));
  const { id } = await assigned(cast, housing(), { requests: [requestId] });
  const read = await see(lu, id);
  expect(read.requests).toMatchObject([{ id: null, words: expect.stringContaining('井水发黄') }]);
  expect(JSON.stringify(read)).not.toMatch(/陈试用|13800001234/);
  await chen.call(requests.withdraw, { id: requestId });
  expect((await see(lu, id)).requests).toEqual([]);
  expect((await see(xu, id)).requests).toEqual([]);
});

/** The county’s mandate of this deputy ends yesterday, or goes on again. */
async function endTerm(name: string, ended: string): Promise<void> {
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('mandate').set({ ends_on: ended }).where('deputy_id', '=', idOf(name)).execute(),
  );
}

test('a co-signer who leaves is asked nothing more; a lead who leaves hands over, or it ends without a rating; a draft ends', async () => {
  const draft = await cast.xu.call(suggestions.draft, writtenFor({ cosigners: [idOf('单示例')] }));
  await cast.lin.call(suggestions.sign, { id: draft.id, textVersion: 1 });
  const handed = await assigned(cast, housing(), { signers: ['lin', 'jian'] });
  const alone = await assigned(cast, housing(), { signers: [] });
  await answer(api, cast.lu, alone.id);
  await answer(api, cast.lu, handed.id);
  await endTerm('曾范例', addDays(today(), -1));
  await passDays(1);
  const left = await see(cast.xu, handed.id);
  expect(left.cosigners.map(({ state }) => state)).toEqual(['signed', 'left']);
  await cast.lin.call(suggestions.comment, { id: handed.id, ...satisfied });
  expect((await see(cast.xu, handed.id)).may).toEqual(['rate']);
  await endTerm('徐示例', addDays(today(), -1));
  await passDays(1);
  expect(await see(cast.lin, draft.id).catch(({ code }) => code)).toMatchObject({ state: 'withdrawn' });
  expect(await see(cast.admin, alone.id)).toMatchObject({ state: 'closed', outcome: 'unrated' });
  const taken = await see(cast.lin, handed.id);
  expect(taken).toMatchObject({ viewer: 'lead', lead: { name: '单示例' }, may: ['rate'] });
  // Who leads it now does not sign it beside themselves.
  expect(taken.cosigners).toMatchObject([{ name: '曾范例', state: 'left' }]);
  expect(await titles(cast.lin)).toContain('这件建议改由您领衔');
  await cast.lin.call(suggestions.rate, { id: handed.id, version: taken.version, ...satisfied });
  for (const name of ['曾范例', '徐示例']) await endTerm(name, '2030-12-31');
  // Nobody reads a roster that is older than half a minute.
  api.clock.advance(31_000);
});

test('what a dissolved department has goes back to the office, and a second round too', async () => {
  const open = await assigned(cast, transport(), { signers: [] });
  const answered = await assigned(cast, transport(), { signers: [] });
  await answer(api, cast.fang, answered.id);
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .updateTable('department')
      .set({ ended_on: addDays(today(), -1) })
      .where('id', '=', transport())
      .execute(),
  );
  await passDays(1);
  expect(await see(cast.xu, open.id)).toMatchObject({ state: 'to_assign', departmentName: null, dueOn: open.dueOn });
  const { version } = await see(cast.xu, answered.id);
  const again = await cast.xu.call(suggestions.rate, { id: answered.id, version, ...dissatisfied });
  expect(again).toMatchObject({ state: 'to_assign', round: 2, departmentName: null });
  const gone = { id: again.id, version: again.version, departmentId: transport() };
  expect(await cast.admin.problem(suggestions.assign, gone)).toBe('suggestion_department_unknown');
  const next = await cast.admin.call(suggestions.assign, { ...gone, departmentId: housing() });
  expect(next).toMatchObject({ state: 'with_department', dueOn: again.dueOn });
});
