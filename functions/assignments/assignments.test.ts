import * as assignments from '../../shared/assignments/contract';
import { addDays, dayOf } from '../../shared/kernel/days';
import type { ProblemCode } from '../../shared/kernel/problems';
import * as notifications from '../../shared/notifications/contract';
import * as requests from '../../shared/requests/contract';
import { allSchedules } from '../app';
import { departmentsNamed, seedDepartments } from '../local/seed/departments';
import { runSchedule } from '../platform/schedules';
import { COUNTY, matterFor, testApi } from '../testing/api';
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
  expect(items[0]?.acts).toEqual(['accept', 'return', 'progress', 'answer']);
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
  expect(await held(lu, id)).toMatchObject({ state: 'accepted', acts: ['progress', 'answer'] });
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
  expect(await held(fang, id)).toMatchObject({ final: true, acts: ['accept', 'progress', 'answer'] });
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
  expect(await held(lu, late)).toMatchObject({ acts: ['accept', 'progress', 'answer'] });
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
  const digest = (await allSchedules())['assignments.digest'];
  for (let twice = 0; digest && twice < 2; twice += 1) await runSchedule('assignments.digest', digest, api.services);
  const told = async (phone: TestPhone) => {
    const { items } = await phone.call(notifications.list, {});
    return items.filter(({ kind, at }) => kind === 'department_digest' && at >= morning).map(({ body }) => body);
  };
  expect(await told(lu)).toEqual([expect.stringMatching(/件等您收下/)]);
  expect(await told(chen)).toEqual([]);
  api.clock.set(`${addDays(dayOf(api.clock.now()), 1)}T14:00:00Z`);
  await signInAgain();
  if (digest) await runSchedule('assignments.digest', digest, api.services);
  expect(await told(lu)).toHaveLength(1);
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
  const yesterday = new Date(api.clock.now().getTime() - DAY_MS).toISOString().slice(0, 10);
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('department').set({ ended_on: yesterday }).where('id', '=', transport).execute(),
  );
  api.clock.advance(31_000);
  const schedule = (await allSchedules())['requests.leave-ended-departments'];
  if (schedule) await runSchedule('requests.leave-ended-departments', schedule, api.services);
  expect(await page(chen, open)).toMatchObject({ state: 'with_station', departmentName: null });
  await chen.call(requests.rate, { id: answered, round: 1, outcome: 'not_solved' });
  expect(await page(chen, answered)).toMatchObject({ state: 'with_station', round: 2, departmentName: null });
  expect(
    await clerk.problem(requests.assign, { id: open, seen: await seenBy(clerk, open), departmentId: transport }),
  ).toBe('no_such_department');
});
