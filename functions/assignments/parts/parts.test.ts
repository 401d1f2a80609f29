import * as assignments from '../../../shared/assignments/contract';
import { addDays, dayOf, SOON_DAYS } from '../../../shared/kernel/days';
import * as notifications from '../../../shared/notifications/contract';
import * as requests from '../../../shared/requests/contract';
import { departmentsNamed, seedDepartments } from '../../local/seed/departments';
import { matterFor, testApi } from '../../testing/api';
import { endDepartment } from '../../testing/departments';
import type { TestPhone } from '../../testing/phone';

/** A matter that one department leads and others work on: who is asked, who says what by when, and who reads it. */
const api = testApi();
const [housing = '', transport = '', schools = '', welfare = '', farms = '', health = ''] = [
  '县住建局',
  '县交通运输局',
  '县教育局',
  '县民政局',
  '县农业农村局',
  '县卫生健康局',
].flatMap((name) => departmentsNamed([name]));
const WORDS = '我叫陈试用，电话 13800001234，村口的路灯坏了三盏，老人晚上看不见。';
const POLES = '灯杆要不要挪，请看一看。';
const SAID = '路灯这一段灯杆不用挪，电缆已经换好了。';

let chen: TestPhone;
let xu: TestPhone;
let clerk: TestPhone;
let lu: TestPhone;
let fang: TestPhone;
const signInAgain = async () => {
  const keys = ['chen', 'xu', 'clerk', 'lu', 'fang'];
  const phones = await Promise.all(keys.map((key) => api.signedIn(key)));
  [chen, xu, clerk, lu, fang] = phones as [TestPhone, TestPhone, TestPhone, TestPhone, TestPhone];
};
beforeAll(() => seedDepartments(api.services));
beforeEach(signInAgain);

const page = (phone: TestPhone, id: string) => phone.call(requests.follow, { id });
const seenBy = async (phone: TestPhone, id: string) => (await page(phone, id)).events[0]?.id ?? '';
const advice = (...ids: string[]) => ids.map((departmentId) => ({ departmentId, words: POLES }));

async function referred(): Promise<string> {
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { words: WORDS }));
  await xu.call(requests.refer, { id, departmentId: housing, words: '请去看看灯杆。' });
  return id;
}
type Together = { kind: 'advice' | 'part'; parts: { departmentId: string; words: string }[] };
const assign = async (id: string, together?: Together, departmentId = housing) =>
  clerk.call(requests.assign, { id, seen: await seenBy(clerk, id), departmentId, together });
async function assigned(together?: Together): Promise<string> {
  const id = await referred();
  await assign(id, together);
  return id;
}
const held = async (id: string) => {
  const { assignmentId } = await page(lu, id);
  return lu.call(assignments.show, { id: assignmentId ?? '' });
};
const seen = async (id: string) => {
  const { id: assignment, version } = await held(id);
  return { id: assignment, version };
};
const partOf = async (phone: TestPhone, id: string) => {
  const { partId } = await page(phone, id);
  return phone.call(assignments.part, { id: partId ?? '' });
};
const give = async (phone: TestPhone, id: string, words = SAID) => {
  const { id: part, version } = await partOf(phone, id);
  return phone.call(assignments.giveOpinion, { id: part, version, words });
};
const answer = async (id: string) =>
  lu.call(assignments.answer, { ...(await seen(id)), resultClass: 'A', words: '灯都换好了，也都亮了，请看看。' });
/** All that they were told: one line a day has the day's beginning as its place. */
async function toldOf(phone: TestPhone) {
  const first = await phone.call(notifications.list, {});
  const items = [...first.items];
  for (let { next } = first; next; ) {
    const page = await phone.call(notifications.list, { cursor: next });
    items.push(...page.items);
    next = page.next;
  }
  return items;
}

/** What they were told of a part; without its id of the last one. */
const told = async (phone: TestPhone, part?: string) =>
  (await toldOf(phone))
    .filter(({ kind, subject }) => kind === 'assignment_part' && (!part || subject?.id === part))
    .map(({ title }) => title);

test('assigned with co-handlers: one says, one does not, and the answer says what who said', async () => {
  const id = await assigned({ kind: 'advice', parts: advice(transport, schools) });
  expect((await told(fang))[0]).toBe('请您部门一起办');
  const due = addDays(dayOf(api.clock.now()), 30);
  const { items, open } = await fang.call(assignments.parts, { box: 'open' });
  expect(open).toBeGreaterThan(0);
  expect(items.find(({ subject }) => subject.id === id)).toMatchObject({
    kind: 'advice',
    leadName: '县住建局',
    asks: POLES,
    state: 'asked',
    dueOn: due,
    acts: ['give'],
  });
  // Whoever waits for the answer reads who works on it, and nothing of what they say to one another.
  const before = await page(chen, id);
  expect(before.parts?.map(({ departmentName, state, asks }) => [departmentName, state, asks])).toEqual([
    ['县交通运输局', 'asked', null],
    ['县教育局', 'asked', null],
  ]);
  const given = await give(fang, id);
  expect(given).toMatchObject({ state: 'given', words: SAID, acts: ['change'] });
  expect((await told(lu))[0]).toBe('一起办的部门给了意见');
  expect(JSON.stringify(await page(chen, id))).not.toContain('电缆');
  for (const phone of [lu, clerk, xu]) expect(JSON.stringify(await page(phone, id))).toContain('电缆');
  // Written anew as long as the lead has not answered; the lead can't leave it out.
  const anew = `${SAID}还差一盏。`;
  await give(fang, id, anew);
  const [first, second] = (await held(id)).parts ?? [];
  expect([first?.words, second?.words]).toEqual([anew, null]);
  expect(await lu.problem(assignments.withdrawPart, { id: first?.id ?? '', version: first?.version ?? 0 })).toBe(
    'part_given',
  );
  await answer(id);
  const { answer: answered, parts } = await page(chen, id);
  expect(answered?.said).toEqual([
    { departmentName: '县交通运输局', kind: 'advice', words: anew },
    { departmentName: '县教育局', kind: 'advice', words: null },
  ]);
  expect(parts?.map(({ state }) => state)).toEqual(['carried']);
  // Too late to say something else.
  expect((await partOf(fang, id)).acts).toEqual([]);
  expect(await fang.problem(assignments.giveOpinion, { id: given.id, version: 3, words: SAID })).toBe('part_elsewhere');
  const carried = await partOf(fang, id);
  expect(await fang.problem(assignments.giveOpinion, { id: carried.id, version: carried.version, words: SAID })).toBe(
    'part_elsewhere',
  );
  expect((await fang.call(assignments.parts, { box: 'done' })).items[0]).toMatchObject({ state: 'carried' });
  // Not solved: asked anew, by the lead itself.
  await chen.call(requests.rate, { id, round: 1, outcome: 'not_solved' });
  await lu.call(assignments.involve, { ...(await seen(id)), parts: advice(transport) });
  expect((await page(chen, id)).parts?.map(({ state }) => state)).toEqual(['carried', 'asked']);
  expect(await partOf(fang, id)).toMatchObject({ state: 'asked', acts: ['give'] });
});

test('the lead asks by itself, which takes it', async () => {
  const id = await assigned();
  const after = await lu.call(assignments.involve, { ...(await seen(id)), parts: advice(transport) });
  expect(after).toMatchObject({ state: 'accepted', parts: [{ departmentName: '县交通运输局', acts: ['withdraw'] }] });
  expect((await page(chen, id)).events.map(({ kind }) => kind)).toContain('accepted');
  const part = after.parts?.[0];
  const of = { id: part?.id ?? '', version: part?.version ?? 0 };
  await lu.call(assignments.withdrawPart, of);
  expect((await told(fang))[0]).toBe('不用您部门一起办了');
  expect(await fang.problem(requests.follow, { id })).toBe('not_found');
  expect((await fang.call(assignments.parts, { box: 'done' })).items[0]).toMatchObject({ state: 'withdrawn' });
  expect(await lu.problem(assignments.withdrawPart, { ...of, version: of.version + 1 })).toBe('part_elsewhere');
  // The same department may be asked again after that.
  await lu.call(assignments.involve, { ...(await seen(id)), parts: advice(transport) });
});

test('four at the most, nobody twice, never the lead, and only departments that are there', async () => {
  const id = await assigned({ kind: 'advice', parts: advice(transport) });
  const refused = async (...ids: string[]) =>
    lu.problem(assignments.involve, { ...(await seen(id)), parts: advice(...ids) });
  expect(await refused(housing)).toBe('part_of_lead');
  expect(await refused(transport)).toBe('part_twice');
  expect(await refused(schools, schools)).toBe('part_twice');
  expect(await refused(schools, welfare, farms, health)).toBe('parts_full');
  expect(await refused('01890000-0000-7000-8000-000000000001')).toBe('part_department_unknown');
  expect(await refused()).toBe('invalid_input');
  // Nothing of it is half done.
  expect(await held(id)).toMatchObject({ state: 'offered', parts: [{ departmentName: '县交通运输局' }] });
  await lu.call(assignments.involve, { ...(await seen(id)), parts: advice(schools, welfare, farms) });
  expect((await held(id)).acts).not.toContain('involve');
  expect(await refused(health)).toBe('parts_full');
  const other = await referred();
  const twice = { kind: 'advice' as const, parts: advice(housing) };
  const step = { id: other, seen: await seenBy(clerk, other), departmentId: housing };
  expect(await clerk.problem(requests.assign, { ...step, together: twice })).toBe('part_of_lead');
  expect(await page(clerk, other)).toMatchObject({ state: 'with_station' });
});

test('each its part: the lead answers when every part is done, or not needed', async () => {
  const parts = [
    { departmentId: transport, words: '灯杆挪到路边。' },
    { departmentId: schools, words: '跟学校说好放学的路。' },
  ];
  const id = await assigned({ kind: 'part', parts });
  // Needed for the answer: before it.
  const { clock } = await page(chen, id);
  expect((await held(id)).parts?.map(({ dueOn }) => dueOn <= clock.dueOn)).toEqual([true, true]);
  expect((await held(id)).acts).not.toContain('answer');
  const late = { ...(await seen(id)), resultClass: 'A', words: '都办好了，请看一看行不行。' } as const;
  expect(await lu.problem(assignments.answer, late)).toBe('parts_missing');
  await give(fang, id, '灯杆都挪到路边了，请看看。');
  expect((await held(id)).acts).not.toContain('answer');
  const open = (await page(clerk, id)).parts?.find(({ departmentName }) => departmentName === '县教育局');
  expect(open?.acts).toEqual(['withdraw']);
  await clerk.call(assignments.withdrawPart, { id: open?.id ?? '', version: open?.version ?? 0 });
  expect((await held(id)).acts).toContain('answer');
  await answer(id);
  expect((await page(chen, id)).answer?.said).toEqual([
    { departmentName: '县交通运输局', kind: 'part', words: '灯杆都挪到路边了，请看看。' },
  ]);
});

test('a co-handler reads the matter as the lead does, and does nothing of what is the lead’s', async () => {
  const id = await assigned({ kind: 'advice', parts: advice(transport) });
  await clerk.call(requests.hideWords, { id, words: '村口', hidden: true });
  const read = await page(fang, id);
  expect(read).toMatchObject({ viewer: 'department', name: null, contact: null, enteredBy: null, may: [] });
  expect(read.assignmentId).toBeUndefined();
  await give(fang, id, '村口那几盏，打 13800001234 问过，我们看过了。');
  const mine = await page(fang, id);
  expect(mine.parts?.[0]?.words).toBe('村口那几盏，打 13800001234 问过，我们看过了。');
  const { items } = await fang.call(assignments.parts, { box: 'open' });
  // What it wrote itself it reads as it wrote it.
  const others = [{ ...mine, parts: [] }, items.map((one) => ({ ...one, words: null }))];
  const led = [await page(lu, id), await held(id), await lu.call(notifications.list, {})];
  const all = JSON.stringify([...others, await fang.call(notifications.list, {}), ...led]);
  for (const hidden of ['陈试用', '13800001234', '村口']) expect(all).not.toContain(hidden);
  const of = await seen(id);
  expect(await fang.problem(assignments.accept, of)).toBe('not_found');
  expect(await fang.problem(assignments.show, { id: of.id })).toBe('not_found');
  expect(await fang.problem(assignments.giveBack, { ...of, reason: '不归我们管，请转给他们。' })).toBe('not_found');
  expect(await fang.problem(assignments.involve, { ...of, parts: advice(schools) })).toBe('not_found');
  const own = await partOf(fang, id);
  expect(await fang.problem(assignments.withdrawPart, { id: own.id, version: own.version })).toBe('not_found');
  // Nor does the lead speak for it, nor somebody at the station, nor another resident.
  const words = '我们替他们说一句，都好了。';
  expect(await lu.problem(assignments.giveOpinion, { id: own.id, version: own.version, words })).toBe('not_found');
  expect(await clerk.problem(assignments.giveOpinion, { id: own.id, version: own.version, words })).toBe('not_allowed');
  expect(await lu.problem(assignments.part, { id: own.id })).toBe('not_found');
  expect(await chen.problem(assignments.withdrawPart, { id: own.id, version: own.version })).toBe('not_allowed');
});

test('of two colleagues at the same moment one says it; a retry says it once', async () => {
  const id = await assigned({ kind: 'advice', parts: advice(transport) });
  const { id: part, version } = await partOf(fang, id);
  const said = () => fang.call(assignments.giveOpinion, { id: part, version, words: SAID });
  const ends = await Promise.allSettled([said(), said()]);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'part_changed' } });
  // The answer and a last word at the same moment: what is said is in it, or comes too late.
  const now = await partOf(fang, id);
  const last = '最后再说一句，灯杆不用挪。';
  const [, changed] = await Promise.allSettled([
    answer(id),
    fang.call(assignments.giveOpinion, { id: part, version: now.version, words: last }),
  ]);
  const { answer: answered } = await page(chen, id);
  expect(answered?.said?.[0]?.words).toBe(changed?.status === 'fulfilled' ? last : SAID);
});

test('taken back, returned, or without a department: what is open ends, and who had it hears so', async () => {
  for (const end of ['take back', 'return'] as const) {
    const id = await assigned({ kind: 'advice', parts: advice(transport) });
    await give(fang, id);
    const { id: part } = await partOf(fang, id);
    if (end === 'return')
      await lu.call(assignments.giveBack, { ...(await seen(id)), reason: '井盖归别的部门管，请转给他们。' });
    else await clerk.call(requests.takeBack, { id, seen: await seenBy(clerk, id), words: '分错了部门。' });
    expect((await told(fang))[0]).toBe('一起办的事，不再等您部门');
    expect(await fang.problem(requests.follow, { id })).toBe('not_found');
    expect(await fang.call(assignments.part, { id: part })).toMatchObject({ state: 'withdrawn', acts: [] });
    expect((await page(chen, id)).parts).toEqual([]);
    // The next lead begins anew.
    await assign(id, { kind: 'advice', parts: advice(schools) }, transport);
    expect((await page(chen, id)).parts).toMatchObject([{ departmentName: '县教育局', state: 'asked' }]);
  }
  const id = await assigned({ kind: 'part', parts: advice(schools) });
  const dissolved = (await page(chen, id)).parts?.[0]?.id;
  await endDepartment(api, schools, true);
  await api.runSchedule('assignments.watch-parts');
  await api.runSchedule('assignments.watch-parts');
  expect((await page(chen, id)).parts).toEqual([]);
  expect(await told(lu, dissolved)).toEqual(['一起办的部门撤了']);
  expect((await held(id)).acts).toContain('answer');
  await endDepartment(api, schools, false);
});

test('reminded before and at the day, and past it the lead and the station hear it; nothing twice', async () => {
  const id = await assigned({ kind: 'advice', parts: advice(transport) });
  const { id: part, dueOn } = await partOf(fang, id);
  const on = async (day: string) => {
    api.clock.set(`${day}T01:00:00.000Z`);
    await signInAgain();
    await api.runSchedule('assignments.watch-parts');
    await api.runSchedule('assignments.watch-parts');
  };
  await on(addDays(dueOn, -SOON_DAYS - 1));
  expect(await told(fang, part)).toEqual(['请您部门一起办']);
  await on(addDays(dueOn, -SOON_DAYS));
  await on(dueOn);
  await on(addDays(dueOn, 1));
  expect(await told(fang, part)).toEqual([
    '一起办的事超时了',
    '一起办的事，今天到日子',
    `一起办的事，还有 ${SOON_DAYS} 天`,
    '请您部门一起办',
  ]);
  expect(await told(lu, part)).toEqual(['一起办的部门超时了']);
  expect((await page(clerk, id)).parts).toMatchObject([{ late: true }]);
  await api.runSchedule('assignments.digest');
  await api.runSchedule('requests.digest');
  const line = async (phone: TestPhone, kind: string) =>
    (await toldOf(phone)).find((item) => item.kind === kind)?.body ?? '';
  expect(await line(fang, 'department_digest')).toMatch(/件请您协办/);
  expect(await line(clerk, 'station_digest')).toMatch(/件一起办的部门超时了/);
  // It can still be said.
  expect(await give(fang, id)).toMatchObject({ state: 'given', late: false });
});

test('on the board stands who works on it; what they said stands in the answer that was agreed to, or nowhere', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { words: WORDS, openness: 'public' }));
  await xu.call(requests.refer, { id, departmentId: housing, words: '请去看看灯杆。' });
  await assign(id, { kind: 'advice', parts: advice(transport) });
  await give(fang, id);
  await answer(id);
  await api.runSchedule('requests.check-words');
  const words = '村口的路灯坏了三盏，老人晚上看不见。';
  const agreed = { id, publish: true, title: '村口的路灯坏了', words, answer: '灯都换好了，也都亮了。' };
  await clerk.call(requests.moderate, { ...agreed, seen: await seenBy(clerk, id) });
  const shown = await api.nobody.call(requests.publicMatter, { id });
  expect(shown.parts).toEqual([{ departmentName: '县交通运输局', kind: 'advice' }]);
  expect(JSON.stringify(shown)).not.toContain('电缆');
});

test('whose matter it is does not work on it for a department', async () => {
  // 方示办 of the department says something as a resident.
  const { id } = await fang.call(requests.submit, matterFor('徐示例', { words: '我家门口的路灯也坏了，晚上看不见。' }));
  await xu.call(requests.refer, { id, departmentId: housing, words: '请去看看灯杆。' });
  await assign(id, { kind: 'advice', parts: advice(transport) });
  const { partId, viewer } = await page(fang, id);
  expect(viewer).toBe('resident');
  const part = await fang.call(assignments.part, { id: partId ?? '' });
  const said = { id: part.id, version: part.version, words: SAID };
  expect(await fang.problem(assignments.giveOpinion, said)).toBe('own_assignment');
});
