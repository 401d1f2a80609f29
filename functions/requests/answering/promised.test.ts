import * as assignments from '../../../shared/assignments/contract';
import { addDays, dayOf } from '../../../shared/kernel/days';
import * as notifications from '../../../shared/notifications/contract';
import * as promises from '../../../shared/promises/contract';
import * as requests from '../../../shared/requests/contract';
import { departmentsNamed, seedDepartments } from '../../local/seed/departments';
import { COUNTY, deputyNamed, matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';
import { serveUntil } from '../testing/story';

/** A department answers with what it will do by which day: its resident is asked whether it is solved when that is kept or due. */
const api = testApi();
const DAY_MS = 86_400_000;
const [housing = ''] = departmentsNamed(['县住建局']);
const WORDS = '电缆换好了，亮了四盏。最里面那盏要换新杆。';
const WHY = '看过了，都亮了。';

type Name = 'chen' | 'xu' | 'clerk' | 'clerk2' | 'admin' | 'lu';
const people = {} as Record<Name, TestPhone>;
const signInAll = async () => {
  for (const key of ['chen', 'xu', 'clerk', 'clerk2', 'admin', 'lu'] as const) people[key] = await api.signedIn(key);
};
beforeAll(() => seedDepartments(api.services));
beforeEach(async () => {
  api.clock.set('2026-11-18T02:00:00Z');
  await signInAll();
});

const inDays = (days: number) => addDays(dayOf(api.clock.now()), days);
const page = (phone: TestPhone, id: string) => phone.call(requests.follow, { id });
const news = async (phone: TestPhone, id: string) =>
  (await phone.call(notifications.list, {})).items.filter(({ subject }) => subject?.id === id);
const bodies = async (phone: TestPhone, id: string) => (await news(phone, id)).map(({ body }) => body);

async function passDays(days: number) {
  api.clock.advance(days * DAY_MS);
  await api.runSchedules();
  await signInAll();
}

const runAsking = () => api.runSchedule('requests.ask-when-due');

async function assigned(): Promise<string> {
  const { id } = await people.chen.call(requests.submit, matterFor('徐示例'));
  await people.xu.call(requests.refer, { id });
  await people.clerk.call(requests.assign, {
    id,
    seen: (await page(people.clerk, id)).events[0]?.id ?? '',
    departmentId: housing,
  });
  return id;
}

const held = async (id: string) => {
  const { assignmentId } = await page(people.lu, id);
  const { version } = await people.lu.call(assignments.show, { id: assignmentId ?? '' });
  return { id: assignmentId ?? '', version };
};
const answerOf = async (id: string, days: readonly number[], resultClass: 'A' | 'B' = 'B') => ({
  ...(await held(id)),
  resultClass,
  words: WORDS,
  promises: days.map((day) => ({ words: `换新灯杆，第 ${day} 天亮`, dueOn: inDays(day) })),
});
async function answered(...days: number[]): Promise<string> {
  const id = await assigned();
  await people.lu.call(assignments.answer, await answerOf(id, days));
  return id;
}

/** What the department promised for it, as it stands now. */
async function promisesOf(id: string) {
  const shown = (await page(people.chen, id)).promises ?? [];
  const { promises: worked } = await people.admin.call(promises.waiting, {});
  return shown.map((one) => ({ version: 1, ...one, ...worked.find((each) => each.id === one.id) }));
}
async function keep(id: string, at: number) {
  const { id: promise, version } = (await promisesOf(id))[at] ?? { id: '', version: 0 };
  const done = await people.lu.call(promises.sayDone, { id: promise, version, words: WHY });
  return people.clerk.call(promises.look, { id: promise, version: done.version, words: WHY, done: true });
}

test('class B with a promise: its resident is told what is promised, and asked on its day, once', async () => {
  const id = await answered(19);
  const day = inDays(19);
  expect(await page(people.chen, id)).toMatchObject({
    state: 'answered',
    questionOn: day,
    lapsesOn: addDays(day, 30),
    may: expect.arrayContaining(['rate']),
    promises: [{ words: '换新灯杆，第 19 天亮', dueOn: day, state: 'promised', departmentName: '县住建局' }],
  });
  const [said] = await bodies(people.chen, id);
  expect(said).toMatch(/^县住建局答复了，答应.*前换新灯杆，第 19 天亮。.*再问您；现在想说，也能说$/);
  await passDays(18);
  expect(await page(people.chen, id)).toMatchObject({ questionOn: day });
  expect((await page(people.chen, id)).events[0]?.kind).toBe('department_answered');
  await passDays(1);
  expect(await page(people.chen, id)).toMatchObject({ state: 'answered', questionOn: null, lapsesOn: inDays(30) });
  expect((await page(people.chen, id)).events[0]).toMatchObject({ kind: 'question_due', byName: '县住建局' });
  expect((await bodies(people.chen, id))[0]).toBe('县住建局答应的，到时候了。解决了吗，请您说一声');
  expect(await bodies(people.xu, id)).toContain('县住建局答应的，到时候了，等居民说');
  const told = (await news(people.chen, id)).length;
  await runAsking();
  await runAsking();
  expect((await news(people.chen, id)).length).toBe(told);
  // Its day over and not kept: who follows it hears that, too.
  await passDays(1);
  await passDays(0);
  const [promise] = await promisesOf(id);
  expect(promise).toMatchObject({ state: 'not_kept' });
  for (const phone of [people.chen, people.xu]) {
    const titles = (await news(phone, promise?.id ?? '')).map(({ title }) => title);
    expect(titles).toEqual(['您等的事，过了日子没做到']);
  }
});

test('kept early: asked at once; of two the last one counts, and what is kept first brings the day nearer', async () => {
  const id = await answered(10, 20);
  expect(await page(people.chen, id)).toMatchObject({ questionOn: inDays(20) });
  await passDays(10);
  // The first is due.
  const [first, second] = await promisesOf(id);
  const look = { id: first?.id ?? '', version: first?.version ?? 0, words: WHY, done: true };
  await people.clerk.call(promises.look, look);
  expect(await page(people.chen, id)).toMatchObject({ questionOn: second?.dueOn });
  await keep(id, 1);
  expect(await page(people.chen, id)).toMatchObject({ questionOn: null, lapsesOn: inDays(30) });
  expect((await page(people.chen, id)).events[0]?.kind).toBe('question_due');
  await passDays(10);
  expect((await page(people.chen, id)).events.filter(({ kind }) => kind === 'question_due')).toHaveLength(1);
});

test('the later one kept first: its resident is asked on the day of the other', async () => {
  const id = await answered(10, 20);
  await keep(id, 1);
  expect(await page(people.chen, id)).toMatchObject({ questionOn: inDays(10), lapsesOn: inDays(40) });
  expect((await page(people.chen, id)).events[0]).toMatchObject({ kind: 'question_moved', until: inDays(10) });
});

test('more days are granted: asked later, and its resident hears when', async () => {
  const id = await answered(10);
  const [promise] = await promisesOf(id);
  const later = inDays(25);
  const of = { id: promise?.id ?? '' };
  await people.lu.call(promises.askExtension, { ...of, version: 1, dueOn: later, reason: '灯杆还没到。' });
  expect(await page(people.chen, id)).toMatchObject({ questionOn: inDays(10) });
  await people.admin.call(promises.decideExtension, { ...of, version: 2, granted: true });
  expect(await page(people.chen, id)).toMatchObject({ questionOn: later, lapsesOn: addDays(later, 30) });
  expect((await bodies(people.chen, id))[0]).toMatch(/答应的日子变了.*再问您；现在想说，也能说$/);
  await passDays(10);
  expect(await page(people.chen, id)).toMatchObject({ questionOn: later });
});

test('rated before: never asked, and what is promised of the round before asks nothing of the next', async () => {
  const solved = await answered(5);
  await people.chen.call(requests.rate, { id: solved, round: 1, outcome: 'solved' });
  const id = await answered(5);
  await people.chen.call(requests.rate, { id, round: 1, outcome: 'not_solved' });
  expect(await page(people.chen, id)).toMatchObject({ state: 'with_department', questionOn: null });
  api.clock.advance(60_000);
  await people.lu.call(assignments.answer, await answerOf(id, [30]));
  expect(await page(people.chen, id)).toMatchObject({ round: 2, questionOn: inDays(30) });
  // What was promised first is kept late, which is not what is waited for.
  await keep(id, 0);
  expect(await page(people.chen, id)).toMatchObject({ questionOn: inDays(30), promises: [{ state: 'kept' }, {}] });
  await passDays(6);
  expect((await page(people.chen, solved)).events.map(({ kind }) => kind)).not.toContain('question_due');
  expect((await page(people.chen, id)).events.map(({ kind }) => kind)).not.toContain('question_due');
});

test('said more while it is waited for: silence counts from the day of the question all the same', async () => {
  const id = await answered(40);
  await passDays(2);
  await people.chen.call(requests.supplement, { id, words: '旁边那盏也不亮了。' });
  expect(await page(people.chen, id)).toMatchObject({
    state: 'answered',
    questionOn: inDays(38),
    lapsesOn: inDays(68),
  });
  await passDays(35);
  expect((await page(people.chen, id)).events.map(({ kind }) => kind)).not.toContain('lapse_told');
});

test('class B needs a promise; a phone of yesterday has no field for one, and a day has to be one', async () => {
  const id = await assigned();
  const answer = await answerOf(id, []);
  await expect(people.lu.problem(assignments.answer, answer)).resolves.toBe('promise_needed');
  for (const dueOn of [inDays(-1), '2026-02-31', '9999-99-99', inDays(800)]) {
    const promised = [{ words: '换新灯杆，灯亮', dueOn }];
    await expect(people.lu.problem(assignments.answer, { ...answer, promises: promised })).resolves.toBe(
      'promise_day_bad',
    );
  }
  expect(await page(people.chen, id)).toMatchObject({ state: 'with_department', promises: [] });
  const { promises: _, ...yesterday } = answer;
  await people.lu.call(assignments.answer, yesterday);
  expect(await page(people.chen, id)).toMatchObject({ state: 'answered', questionOn: null, promises: [] });
  expect((await bodies(people.chen, id))[0]).toBe('县住建局答复了，请您看看');
  // Any class may promise, and none but B has to.
  const other = await assigned();
  await people.lu.call(assignments.answer, await answerOf(other, [0], 'A'));
  expect(await page(people.chen, other)).toMatchObject({ questionOn: inDays(0) });
  const third = await assigned();
  await people.lu.call(assignments.answer, await answerOf(third, [], 'A'));
  expect(await page(people.chen, third)).toMatchObject({ questionOn: null });
});

test('sent twice, and two of the department at once: promised once', async () => {
  const id = await assigned();
  const answer = await answerOf(id, [7]);
  const key = crypto.randomUUID();
  const first = await people.lu.send(assignments.answer, answer, { key });
  const again = await people.lu.send(assignments.answer, answer, { key });
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.body).toEqual(first.body);
  expect((await page(people.chen, id)).promises).toHaveLength(1);
  const other = await assigned();
  const both = await answerOf(other, [7]);
  const ends = await Promise.all([0, 1].map(() => people.lu.send(assignments.answer, both)));
  expect(ends.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await page(people.chen, other)).promises).toHaveLength(1);
});

test('two promises kept at the same moment: the second knows of the first, and its resident is asked', async () => {
  const id = await answered(10, 20);
  const both = await promisesOf(id);
  for (const { id: promise, version } of both)
    await people.lu.call(promises.sayDone, { id: promise, version, words: WHY });
  await Promise.all(
    both.map(({ id: promise }) =>
      people.clerk.call(promises.look, { id: promise, version: 2, words: WHY, done: true }),
    ),
  );
  expect(await page(people.chen, id)).toMatchObject({ questionOn: null });
  expect((await page(people.chen, id)).events.filter(({ kind }) => kind === 'question_due')).toHaveLength(1);
});

test('whoever it is for and its deputy follow it; nobody else reads it, and nothing of it says what the matter is called', async () => {
  const id = await answered(10);
  const [promise] = await promisesOf(id);
  const one = { id: promise?.id ?? '' };
  await expect(api.nobody.problem(promises.shown, one)).resolves.toBe('not_found');
  for (const phone of [people.chen, people.xu, people.lu, people.clerk, people.admin]) {
    const shown = await phone.call(promises.shownToFollower, one);
    expect(shown).toMatchObject({ subject: { context: 'requests', id }, opinion: null });
    expect(shown.source).toMatch(/^.+ · 路、桥、路灯 · 编号 \d{4} \d{4} \d$/);
  }
  const stranger = await api.signedIn('fang');
  await expect(stranger.problem(promises.shownToFollower, one)).resolves.toBe('not_found');
  await expect(people.clerk2.problem(promises.shownToFollower, one)).resolves.toBe('not_found');
  expect((await people.chen.call(promises.followed, {})).promises).toContain(one.id);
});

test('the department is dissolved, its deputy’s term is over: asked all the same, and the promise stays', async () => {
  const id = await answered(3);
  const yesterday = inDays(-1);
  const end = (ended_on: string | null) =>
    api.store.owner.inTenant(COUNTY, (tx) =>
      tx.updateTable('department').set({ ended_on }).where('id', '=', housing).execute(),
    );
  await end(yesterday);
  await serveUntil(api, deputyNamed('徐示例').id, yesterday);
  await passDays(3);
  expect(await page(people.chen, id)).toMatchObject({
    state: 'answered',
    questionOn: null,
    departmentName: '县住建局',
  });
  expect((await promisesOf(id))[0]).toMatchObject({ departmentName: '县住建局' });
});
