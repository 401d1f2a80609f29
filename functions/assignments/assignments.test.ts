import * as assignments from '../../shared/assignments/contract';
import { addDays, dayOf } from '../../shared/kernel/days';
import type { ProblemCode } from '../../shared/kernel/problems';
import * as notifications from '../../shared/notifications/contract';
import * as requests from '../../shared/requests/contract';
import { departmentsNamed, seedDepartments } from '../local/seed/departments';
import { matterFor, testApi } from '../testing/api';
import { endDepartment } from '../testing/departments';
import type { TestPhone } from '../testing/phone';

/** A matter that is handed to departments: who may do what when, and what they know of whose it is. */
const api = testApi();
const DAY_MS = 86_400_000;
const [housing = '', transport = '', schools = ''] = ['县住建局', '县交通运输局', '县教育局'].flatMap((name) =>
  departmentsNamed([name]),
);
const WORDS = '我叫陈试用，电话 13800001234，村口的路灯坏了三盏，老人晚上看不见。';

let chen: TestPhone;
let xu: TestPhone;
let clerk: TestPhone;
let admin: TestPhone;
let lu: TestPhone;
let fang: TestPhone;
const signInAgain = async () => {
  const keys = ['chen', 'xu', 'clerk', 'admin', 'lu', 'fang'];
  [chen, xu, clerk, admin, lu, fang] = (await Promise.all(keys.map((key) => api.signedIn(key)))) as [
    TestPhone,
    TestPhone,
    TestPhone,
    TestPhone,
    TestPhone,
    TestPhone,
  ];
};
beforeAll(() => seedDepartments(api.services));
beforeEach(signInAgain);

const page = (phone: TestPhone, id: string) => phone.call(requests.follow, { id });
const seenBy = async (phone: TestPhone, id: string) => (await page(phone, id)).events[0]?.id ?? '';

async function referred(changes: object = {}): Promise<string> {
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { words: WORDS, ...changes }));
  await xu.call(requests.refer, { id, departmentId: housing, words: '请去看看灯杆。' });
  return id;
}

async function assign(by: TestPhone, id: string, departmentId: string): Promise<void> {
  await by.call(requests.assign, { id, seen: await seenBy(by, id), departmentId });
}

/** What somebody of a department has of a matter. */
async function held(phone: TestPhone, id: string): Promise<assignments.Assignment> {
  const { assignmentId } = await page(phone, id);
  return phone.call(assignments.show, { id: assignmentId ?? '' });
}
const seen = async (phone: TestPhone, id: string) => {
  const { id: assignment, version } = await held(phone, id);
  return { id: assignment, version };
};
const giveBack = async (phone: TestPhone, id: string) =>
  phone.call(assignments.giveBack, { ...(await seen(phone, id)), reason: '井盖归别的部门管，请转给他们。' });

test('from the deputy over the station to the department, answered, not solved, and done again', async () => {
  const id = await referred();
  const { clock } = await page(chen, id);
  expect(await page(clerk, id)).toMatchObject({
    state: 'with_station',
    wish: { departmentId: housing, words: '请去看看灯杆。' },
  });
  expect((await clerk.call(requests.worklist, { box: 'to_assign' })).items[0]).toMatchObject({
    id,
    reasons: ['to_assign'],
  });
  await assign(clerk, id, housing);
  expect(await page(chen, id)).toMatchObject({
    state: 'with_department',
    departmentName: '县住建局',
    acceptBy: expect.any(String),
    clock: { dueOn: clock.dueOn },
  });
  const { items } = await lu.call(assignments.inbox, { box: 'new' });
  expect(items[0]).toMatchObject({ subject: { context: 'requests', id }, dueOn: clock.dueOn, state: 'offered' });
  expect(items[0]?.acts).toEqual(['accept', 'return', 'progress', 'ask', 'extend', 'involve', 'answer']);
  await lu.call(assignments.accept, await seen(lu, id));
  expect(await page(chen, id)).toMatchObject({ acceptBy: null });
  await lu.call(assignments.progress, { ...(await seen(lu, id)), words: '昨天去看过了，在等灯。' });
  expect(await page(chen, id)).toMatchObject({ state: 'with_department', clock: { stoppedOn: null } });
  const answered = await lu.call(assignments.answer, {
    ...(await seen(lu, id)),
    resultClass: 'B',
    words: '灯买好了，下个月初装上去。',
  });
  expect(answered).toMatchObject({ state: 'answered', acts: ['progress'] });
  expect(await page(chen, id)).toMatchObject({
    state: 'answered',
    may: expect.arrayContaining(['rate']),
    answer: { words: '灯买好了，下个月初装上去。', by: { departmentName: '县住建局', resultClass: 'B' } },
  });
  await chen.call(requests.rate, { id, round: 1, outcome: 'not_solved' });
  const again = await page(chen, id);
  expect(again).toMatchObject({ state: 'with_department', round: 2, departmentName: '县住建局' });
  expect(await held(lu, id)).toMatchObject({
    state: 'accepted',
    acts: ['progress', 'ask', 'extend', 'involve', 'answer'],
  });
  const { items: working } = await lu.call(assignments.inbox, { box: 'working' });
  expect(working.find(({ subject }) => subject.id === id)).toMatchObject({ dueOn: again.clock.dueOn });
  expect(await lu.call(assignments.counts, {})).toMatchObject({ boxes: { working: expect.any(Number) }, late: 0 });
});

test('a department reads the matter, and nothing of whose it is', async () => {
  const id = await referred({ where: '陈试用家门口', name: '陈试用' });
  await xu.call(requests.note, { id, words: '这户去年也报过。' });
  await assign(clerk, id, housing);
  const seenByDepartment = await page(lu, id);
  expect(seenByDepartment).toMatchObject({ viewer: 'department', name: null, enteredBy: null, contact: null, may: [] });
  expect(seenByDepartment.words).toContain('路灯坏了三盏');
  await chen.call(requests.supplement, { id, words: '陈试用补充，电话 13800001234，灯在文化礼堂东边。' });
  const told = await lu.call(notifications.list, {});
  for (const what of [await page(lu, id), await lu.call(assignments.inbox, { box: 'new' }), told]) {
    const all = JSON.stringify(what);
    for (const hidden of ['陈试用', '13800001234', '去年也报过', '余大伯']) expect(all).not.toContain(hidden);
  }
  const entered = await clerk.call(requests.enterFor, { ...matterFor('徐示例'), name: '占阿姨', deputyId: undefined });
  await xu.call(requests.take, { id: entered.id });
  await xu.call(requests.ask, { id: entered.id, words: '占阿姨家是哪一幢？' });
  await clerk.call(requests.supplement, { id: entered.id, words: '占阿姨说是 3 幢，电话 13800001234。' });
  await xu.call(requests.refer, { id: entered.id });
  await assign(clerk, entered.id, housing);
  const ofVisitor = await page(lu, entered.id);
  const clerkName = (await page(xu, entered.id)).enteredBy ?? '';
  expect(clerkName).not.toBe('');
  for (const hidden of ['占阿姨', '13800001234', clerkName]) expect(JSON.stringify(ofVisitor)).not.toContain(hidden);
  // The deputy and the station go on reading what was written.
  expect((await page(clerk, id)).words).toBe(WORDS);
  // Nobody of another department, nor of this one once it is elsewhere.
  expect(await fang.problem(requests.follow, { id })).toBe('not_found');
  const { id: assignment } = await held(lu, id);
  expect(await fang.problem(assignments.show, { id: assignment })).toBe('not_found');
  expect(await chen.problem(assignments.show, { id: assignment })).toBe('not_allowed');
  await giveBack(lu, id);
  expect(await lu.problem(requests.follow, { id })).toBe('not_found');
  const { items } = await lu.call(assignments.inbox, { box: 'gone' });
  expect(items[0]).toMatchObject({ subject: { id }, state: 'returned', acts: [] });
});

test('two returns, and the office names one that can’t give it back; the clock never begins anew', async () => {
  const id = await referred();
  const { clock } = await page(chen, id);
  const refusedAt = async (by: TestPhone, departmentId: string): Promise<ProblemCode> =>
    by.problem(requests.assign, { id, seen: await seenBy(by, id), departmentId });
  await assign(clerk, id, transport);
  await giveBack(fang, id);
  api.clock.advance(DAY_MS);
  await signInAgain();
  await assign(clerk, id, housing);
  await giveBack(lu, id);
  expect(await page(clerk, id)).toMatchObject({ state: 'with_station', returns: 2, clock: { dueOn: clock.dueOn } });
  expect(await refusedAt(clerk, transport)).toBe('office_decides');
  expect((await admin.call(notifications.list, {})).items[0]).toMatchObject({
    kind: 'request_to_assign',
    subject: { id },
  });
  await assign(admin, id, transport);
  expect(await held(fang, id)).toMatchObject({
    final: true,
    acts: ['accept', 'progress', 'ask', 'extend', 'involve', 'answer'],
  });
  expect(await fang.problem(assignments.giveBack, { ...(await seen(fang, id)), reason: '还是不归我们管。' })).toBe(
    'return_final',
  );
  expect((await page(chen, id)).clock.dueOn).toBe(clock.dueOn);
});

test('it is given back within the county’s days, and not after it was taken', async () => {
  const late = await referred();
  const taken = await referred();
  for (const id of [late, taken]) await assign(clerk, id, housing);
  await lu.call(assignments.accept, await seen(lu, taken));
  const reason = '这条路归交通局管，请转给他们。';
  expect(await lu.problem(assignments.giveBack, { ...(await seen(lu, taken)), reason })).toBe('return_after_accepting');
  // Five working days are over after eight at the most, 国庆 and 春节 aside.
  api.clock.advance(9 * DAY_MS);
  await signInAgain();
  expect(await held(lu, late)).toMatchObject({ acts: ['accept', 'progress', 'ask', 'extend', 'involve', 'answer'] });
  expect(await lu.problem(assignments.giveBack, { ...(await seen(lu, late)), reason })).toBe('return_too_late');
});

test('of two at the same moment one does it, and the other hears so', async () => {
  const id = await referred();
  await assign(clerk, id, housing);
  const was = await seen(lu, id);
  const endOf = (done: Promise<unknown>): Promise<ProblemCode | null> =>
    done.then(
      () => null,
      ({ code }) => code,
    );
  const at = await seenBy(clerk, id);
  const ends = await Promise.all([
    endOf(lu.call(assignments.accept, was)),
    endOf(lu.call(assignments.giveBack, { ...was, reason: '不归我们管，请转给别的部门。' })),
    endOf(clerk.call(requests.takeBack, { id, seen: at, words: '分错了部门。' })),
  ]);
  expect(ends.filter((end) => end === null)).toHaveLength(1);
  for (const end of ends.filter((one) => one !== null))
    expect([
      'assignment_changed',
      'assignment_elsewhere',
      'return_after_accepting',
      'moved_since',
      'not_found',
      'not_now',
    ]).toContain(end);
  const { events, state } = await page(chen, id);
  expect(events.filter(({ kind }) => ['accepted', 'returned', 'taken_back'].includes(kind))).toHaveLength(1);
  expect(state).toBe(ends[0] === null ? 'with_department' : 'with_station');
});

test('a second clerk hears that the first has assigned it', async () => {
  const id = await referred();
  const before = await seenBy(admin, id);
  await assign(clerk, id, housing);
  expect(await admin.problem(requests.assign, { id, seen: before, departmentId: transport })).not.toBeNull();
  expect(await page(admin, id)).toMatchObject({ departmentName: '县住建局' });
  expect(await clerk.problem(requests.assign, { id, seen: before, departmentId: schools })).toBe('not_now');
});

test('once a day a department hears what it owes, and on a day with nothing it hears nothing', async () => {
  const id = await referred();
  await assign(clerk, id, housing);
  const morning = `${addDays(dayOf(api.clock.now()), 1)}T01:00:00.000Z`;
  api.clock.set(morning);
  await signInAgain();
  for (let twice = 0; twice < 2; twice += 1) await api.runSchedule('assignments.digest');
  const told = async (phone: TestPhone) => {
    const { items } = await phone.call(notifications.list, {});
    return items.filter(({ kind, at }) => kind === 'department_digest' && at >= morning).map(({ body }) => body);
  };
  expect(await told(lu)).toEqual([expect.stringMatching(/件等您收下/)]);
  expect(await told(chen)).toEqual([]);
  api.clock.set(`${addDays(dayOf(api.clock.now()), 1)}T14:00:00Z`);
  await signInAgain();
  await api.runSchedule('assignments.digest');
  expect(await told(lu)).toHaveLength(1);
});

const tomorrow = (days: number) => addDays(dayOf(api.clock.now()), days);
const decide = async (by: TestPhone, id: string, granted: boolean, words?: string) =>
  by.call(requests.decideAsked, { id, seen: await seenBy(by, id), granted, ...(words ? { words } : {}) });

test('a department asks through the station; while the resident has the word no clock runs', async () => {
  const id = await referred();
  await assign(clerk, id, housing);
  const before = await held(lu, id);
  await lu.call(assignments.ask, { ...(await seen(lu, id)), words: '坏的三盏是哪一种灯杆？拍一张就行。' });
  // The resident reads nothing of it before the station has: the clock runs.
  expect(await page(chen, id)).toMatchObject({ state: 'with_department', asks: null, clock: { stoppedOn: null } });
  expect(JSON.stringify(await page(chen, id))).not.toContain('灯杆？');
  expect(await held(lu, id)).toMatchObject({ state: 'offered', question: 'asked' });
  expect((await held(lu, id)).acts).not.toContain('ask');
  expect(await lu.problem(assignments.ask, { ...(await seen(lu, id)), words: '还有几盏亮着？' })).toBe(
    'assignment_waits',
  );
  const line = (await clerk.call(requests.worklist, { box: 'to_assign' })).items.find((item) => item.id === id);
  expect(line?.reasons).toEqual(['asks_question']);
  expect(await page(clerk, id)).toMatchObject({
    asks: { what: 'question', words: '坏的三盏是哪一种灯杆？拍一张就行。', until: null },
    may: expect.arrayContaining(['decideAsked']),
  });
  await decide(clerk, id, true);
  const asked = await page(chen, id);
  expect(asked).toMatchObject({
    state: 'asked',
    question: { words: '坏的三盏是哪一种灯杆？拍一张就行。', by: '县住建局' },
    lapsesOn: tomorrow(7),
    clock: { stoppedOn: tomorrow(0) },
  });
  expect((await clerk.call(requests.worklist, { box: 'to_assign' })).items.map((item) => item.id)).not.toContain(id);
  // The deputy does not answer for the department, nor gives it away.
  expect(await xu.problem(requests.answer, { id, round: 1, words: '我去看看。' })).toBe('not_with_deputy');
  expect(await held(lu, id)).toMatchObject({ question: 'forwarded' });
  api.clock.advance(3 * DAY_MS);
  await signInAgain();
  await chen.call(requests.supplement, { id, words: '是前年装的太阳能灯。' });
  expect(await page(chen, id)).toMatchObject({ state: 'with_department', question: null });
  const after = await held(lu, id);
  expect(after).toMatchObject({ state: 'offered', question: null });
  // The days that were left are left again: to answer, and to say whether it is theirs.
  const { clock } = await page(chen, id);
  expect([clock.left, clock.dueOn > asked.clock.dueOn]).toEqual([asked.clock.left, true]);
  expect(after.acceptBy > before.acceptBy).toBe(true);
  // Twice, and no more.
  await lu.call(assignments.ask, { ...(await seen(lu, id)), words: '哪几天有人在？' });
  await decide(clerk, id, true);
  await chen.call(requests.supplement, { id, words: '都在。' });
  expect((await held(lu, id)).acts).not.toContain('ask');
  expect(await lu.problem(assignments.ask, { ...(await seen(lu, id)), words: '还有一句。' })).toBe('questions_used');
  await lu.call(assignments.answer, { ...(await seen(lu, id)), resultClass: 'A', words: '灯都换好了，也都亮了。' });
});

test('a question nobody answers comes back, and the matter is not put away', async () => {
  const id = await referred();
  await assign(clerk, id, housing);
  await lu.call(assignments.ask, { ...(await seen(lu, id)), words: '哪几天有人在？' });
  await decide(clerk, id, true);
  api.clock.advance(7 * DAY_MS);
  await api.runSchedule('requests.lapse');
  await signInAgain();
  expect(await page(chen, id)).toMatchObject({ state: 'asked' });
  api.clock.advance(DAY_MS);
  await api.runSchedule('requests.lapse');
  await api.runSchedule('requests.lapse');
  await signInAgain();
  const back = await page(chen, id);
  expect(back).toMatchObject({ state: 'with_department', outcome: null, lapsesOn: null });
  expect(back.events.map(({ kind }) => kind).filter((kind) => kind.startsWith('question_'))).toEqual([
    'question_unanswered',
    'question_forwarded',
  ]);
  expect(await held(lu, id)).toMatchObject({ question: null });
});

test('what the station does not pass on the resident never reads, and the department hears why', async () => {
  const id = await referred();
  await assign(clerk, id, housing);
  await lu.call(assignments.ask, { ...(await seen(lu, id)), words: '他家有几口人？' });
  const given = { id, seen: await seenBy(clerk, id), granted: false };
  expect(await clerk.problem(requests.decideAsked, given)).toBe('invalid_input');
  await decide(clerk, id, false, '跟路灯没有关系，不问。');
  expect(JSON.stringify(await page(chen, id))).not.toContain('几口人');
  expect(JSON.stringify(await page(lu, id))).toContain('跟路灯没有关系');
  // It does not count as asked.
  expect(await held(lu, id)).toMatchObject({ question: null, acts: expect.arrayContaining(['ask']) });
  // Of two at the desk the second hears what the first did.
  await lu.call(assignments.ask, { ...(await seen(lu, id)), words: '哪几天有人在？' });
  const seenByBoth = await seenBy(clerk, id);
  await admin.call(requests.decideAsked, { id, seen: seenByBoth, granted: true });
  expect(await clerk.problem(requests.decideAsked, { id, seen: seenByBoth, granted: true })).toBe('moved_since');
  expect(await clerk.problem(requests.decideAsked, { id, seen: await seenBy(clerk, id), granted: true })).toBe(
    'not_now',
  );
});

test('a question ends with whatever the department does meanwhile, or the station', async () => {
  for (const end of ['answer', 'return', 'take back'] as const) {
    const id = await referred();
    await assign(clerk, id, housing);
    await lu.call(assignments.ask, { ...(await seen(lu, id)), words: '哪几天有人在？' });
    await decide(clerk, id, true);
    api.clock.advance(2 * DAY_MS);
    await signInAgain();
    const { clock } = await page(chen, id);
    const now = await seen(lu, id);
    if (end === 'answer')
      await lu.call(assignments.answer, { ...now, resultClass: 'A', words: '去看过了，灯都换好了。' });
    else if (end === 'return') await giveBack(lu, id);
    else await clerk.call(requests.takeBack, { id, seen: await seenBy(clerk, id), words: '分错了，另外找。' });
    const after = await page(chen, id);
    expect([end, after.state, after.question]).toEqual([end, end === 'answer' ? 'answered' : 'with_station', null]);
    if (end !== 'answer') {
      expect([after.clock.left, after.clock.dueOn > clock.dueOn]).toEqual([clock.left, true]);
      await assign(admin, id, transport);
      expect(await held(fang, id)).toMatchObject({ question: null, acts: expect.arrayContaining(['ask']) });
    }
  }
});

test('more days, once, with consent; the resident is told until when and why', async () => {
  const id = await referred();
  await assign(clerk, id, housing);
  const { dueOn } = (await page(chen, id)).clock;
  const { extendable } = await held(lu, id);
  expect(extendable).toEqual({ from: addDays(dueOn, 1), to: addDays(dueOn, 15) });
  const reason = '灯杆要等厂里发货，月底才到。';
  for (const until of [dueOn, addDays(dueOn, 16)])
    expect(await lu.problem(assignments.extend, { ...(await seen(lu, id)), until, reason })).toBe('extension_day');
  const until = addDays(dueOn, 10);
  const asked = await lu.call(assignments.extend, { ...(await seen(lu, id)), until, reason });
  expect(asked).toMatchObject({ state: 'accepted', extension: 'asked', askedUntil: until, extendable: null });
  expect((await page(chen, id)).clock.dueOn).toBe(dueOn);
  expect(JSON.stringify(await page(chen, id))).not.toContain('厂里发货');
  expect(await page(clerk, id)).toMatchObject({ asks: { what: 'extension', words: reason, until } });
  await decide(clerk, id, true);
  const extended = await page(chen, id);
  expect(extended).toMatchObject({ state: 'with_department', clock: { dueOn: until } });
  expect(extended.events[0]).toMatchObject({ kind: 'extension_granted', words: reason, until, byName: '县住建局' });
  const { items } = await lu.call(assignments.inbox, { box: 'working' });
  expect(items.find(({ subject }) => subject.id === id)).toMatchObject({ dueOn: until, extension: 'granted' });
  expect(await lu.problem(assignments.extend, { ...(await seen(lu, id)), until: addDays(until, 1), reason })).toBe(
    'extension_used',
  );
  // Nor does another department get more of them in the same round.
  await clerk.call(requests.takeBack, { id, seen: await seenBy(clerk, id), words: '分错了，另外找。' });
  await assign(clerk, id, transport);
  expect((await held(fang, id)).acts).not.toContain('extend');
});

test('without consent the day stays; nothing is asked for when it is over', async () => {
  const id = await referred();
  await assign(clerk, id, housing);
  const { dueOn } = (await page(chen, id)).clock;
  const input = { until: addDays(dueOn, 5), reason: '人手不够，想多要几天。' };
  await lu.call(assignments.extend, { ...(await seen(lu, id)), ...input });
  await decide(clerk, id, false, '居民等急了，请先去看。');
  expect((await page(chen, id)).clock.dueOn).toBe(dueOn);
  expect(await held(lu, id)).toMatchObject({ extension: 'refused' });
  expect(await lu.problem(assignments.extend, { ...(await seen(lu, id)), ...input })).toBe('extension_used');
  const late = await referred();
  await assign(clerk, late, housing);
  api.clock.advance(40 * DAY_MS);
  await signInAgain();
  const over = { until: tomorrow(3), reason: '人手不够，想多要几天。' };
  expect(await lu.problem(assignments.extend, { ...(await seen(lu, late)), ...over })).toBe('extension_late');
});

test('of a dissolved department whose question waits the matter goes back to the station', async () => {
  const id = await referred();
  await assign(clerk, id, transport);
  await fang.call(assignments.ask, { ...(await seen(fang, id)), words: '是哪一段路？' });
  await decide(clerk, id, true);
  const { clock } = await page(chen, id);
  api.clock.advance(2 * DAY_MS);
  await endDepartment(api, transport, true);
  await api.runSchedule('requests.leave-ended-departments');
  await signInAgain();
  expect(await page(chen, id)).toMatchObject({ state: 'with_station', clock: { left: clock.left } });
  await endDepartment(api, transport, false);
});

test('what a dissolved department has goes back to the station, and what it answered too when it is not solved', async () => {
  const open = await referred();
  const answered = await referred();
  for (const id of [open, answered]) await assign(clerk, id, transport);
  await fang.call(assignments.answer, {
    ...(await seen(fang, answered)),
    resultClass: 'A',
    words: '已经请人修好了，请看看。',
  });
  await endDepartment(api, transport, true);
  await api.runSchedule('requests.leave-ended-departments');
  expect(await page(chen, open)).toMatchObject({ state: 'with_station', departmentName: null });
  await chen.call(requests.rate, { id: answered, round: 1, outcome: 'not_solved' });
  expect(await page(chen, answered)).toMatchObject({ state: 'with_station', round: 2, departmentName: null });
  expect(
    await clerk.problem(requests.assign, { id: open, seen: await seenBy(clerk, open), departmentId: transport }),
  ).toBe('no_such_department');
});
