import { randomUUID } from 'node:crypto';
import readXlsx from 'read-excel-file/node';
import { me } from '../../../shared/identity/contract';
import { addDays, dayOf } from '../../../shared/kernel/days';
import * as notifications from '../../../shared/notifications/contract';
import * as promises from '../../../shared/promises/contract';
import { exportReports, printReport } from '../../../shared/promises/contract/office';
import { departmentsNamed, seedDepartments } from '../../local/seed/departments';
import { COUNTY, deputyNamed, testApi } from '../../testing/api';
import { readDocx } from '../../testing/docx';
import type { TestPhone } from '../../testing/phone';
import { dayIn, promised } from '../testing/promise';
import { handIn, handingInOf, promisedFor, reportOf, serveOn, WHOLE, WORD } from '../testing/report';

/** What departments report in the last quarter of what they promised, and what deputies say of it. Each test is of a year of its own. */
const api = testApi();
const DAY_MS = 86_400_000;
type Name = 'fang' | 'lu' | 'cao' | 'admin' | 'clerk' | 'chen' | 'xu' | 'mao';
const people = {} as Record<Name, TestPhone>;
let year = 2026;

beforeAll(async () => {
  await seedDepartments(api.services);
  await api.verifyPhone(await api.signedIn('cao'), 'cao');
});
beforeEach(async () => {
  // Three years apart, so that nothing of the test before is in this one's report.
  year += 3;
  await serveOn(api, ['徐示例', '毛范例'], `${year + 1}-12-31`);
  await at(`${year}-09-20`);
});

async function at(day: string) {
  api.clock.set(`${day}T02:00:00Z`);
  for (const key of ['fang', 'lu', 'cao', 'admin', 'clerk', 'chen', 'xu', 'mao'] as const)
    people[key] = await api.signedIn(key);
}
const runWatch = () => api.runSchedule('promises.watch-reports');
async function passDays(days: number) {
  await at(dayOf(new Date(api.clock.now().getTime() + days * DAY_MS)));
  await api.runSchedule('promises.watch');
  await runWatch();
}
/** The county's day has come. @returns the id of the department's report */
async function opened(department?: string): Promise<string> {
  await at(`${year}-10-09`);
  await runWatch();
  return (await reportOf(api, department))?.id ?? 'none';
}
const see = (phone: TestPhone, id: string) => phone.call(promises.report, { id });
const news = async (phone: TestPhone, id: string) =>
  (await phone.call(notifications.list, {})).items
    .filter(({ subject }) => subject?.id === id)
    .map(({ title }) => title);
const rate = async (
  phone: TestPhone,
  id: string,
  rating: 'satisfied' | 'basically' | 'dissatisfied' = 'satisfied',
  words?: string,
) => phone.call(promises.giveReceipt, { id, round: (await see(phone, id)).round, rating, words });
const setDepartment = (name: string, ended_on: string | null) =>
  api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .updateTable('department')
      .set({ ended_on })
      .where('id', 'in', departmentsNamed([name]))
      .execute(),
  );
/** The state of a promise and its day, without all that leads to it. */
const setPromise = (id: string, changes: { state: 'kept' | 'not_kept' | 'said_done'; done_on?: string }) =>
  api.store.owner.inTenant(COUNTY, (tx) => tx.updateTable('promise').set(changes).where('id', '=', id).execute());

test('from the county’s day on one report for each department that promised this year or last; told once', async () => {
  await at(`${year - 1}-02-01`);
  await promised(api, { dueOn: dayIn(api, 30) });
  await at(`${year}-09-30`);
  await runWatch();
  expect(await reportOf(api)).toBeUndefined();
  const id = await opened();
  const shown = await see(people.fang, id);
  expect(shown).toMatchObject({ state: 'open', year, round: 0, late: 0, words: null, acts: ['hand_in'] });
  expect(shown.lines).toHaveLength(1);
  await runWatch();
  await runWatch();
  expect(await news(people.fang, id)).toEqual(['年终承诺报告，要交了']);
  // Another department promised nothing in these years.
  expect(await reportOf(api, '县住建局')).toBeUndefined();
  // What is promised later is in the report, and opens none for who had not.
  await promised(api, { dueOn: dayIn(api, 30) });
  await promised(api, { dueOn: dayIn(api, 30), department: '县住建局' });
  await passDays(1);
  expect((await see(people.fang, id)).lines).toHaveLength(2);
  expect(await reportOf(api, '县住建局')).toBeUndefined();
  // Older ones are in none.
  await at(`${year + 2}-10-09`);
  await runWatch();
  expect(await reportOf(api)).toBeUndefined();
});

test('nothing is typed twice: the ledger says how each stands, and what is not kept needs a word', async () => {
  const ids: string[] = [];
  for (let at = 0; at < 5; at += 1) ids.push(await promised(api, { dueOn: dayIn(api, at < 4 ? 2 : 60) }));
  await setPromise(ids[0] ?? '', { state: 'kept', done_on: dayIn(api, 1) });
  await setPromise(ids[1] ?? '', { state: 'kept', done_on: dayIn(api, 5) });
  await setPromise(ids[2] ?? '', { state: 'not_kept' });
  await setPromise(ids[3] ?? '', { state: 'said_done', done_on: dayIn(api, 1) });
  const id = await opened();
  const shown = await see(people.fang, id);
  const standing = new Map(shown.lines.map((line) => [line.promiseId, line.standing]));
  expect(ids.map((one) => standing.get(one))).toEqual(['kept', 'kept_late', 'broken', 'to_look', 'open']);
  expect(shown.figures).toEqual({
    made: 5,
    kept: 1,
    kept_late: 1,
    broken: 1,
    to_look: 1,
    open: 1,
    due: 0,
    putOff: 0,
  });
  const sent = handingInOf(shown);
  expect(sent.lines.map(({ promiseId }) => promiseId).sort()).toEqual([ids[2], ids[4]].sort());
  const problem = (changes: object) => people.fang.problem(promises.handInReport, { ...sent, ...changes });
  expect(await problem({ lines: sent.lines.slice(1) })).toBe('promise_changed');
  expect(await problem({ lines: [] })).toBe('promise_changed');
  expect(await problem({ lines: [...sent.lines, { promiseId: ids[0], version: 1, words: WORD }] })).toBe(
    'promise_changed',
  );
  expect(await problem({ lines: sent.lines.map((line) => ({ ...line, version: 7 })) })).toBe('promise_changed');
  expect(await people.lu.problem(promises.handInReport, sent)).toBe('not_found');
  expect(await people.admin.problem(promises.handInReport, sent)).toBe('not_allowed');
  // Nobody brought these: there is nobody to rate it.
  const handedIn = await people.fang.call(promises.handInReport, sent);
  expect(handedIn).toMatchObject({ state: 'rated', words: WHOLE, deputies: 0, rateBy: null });
  expect(handedIn.tally).toEqual({ satisfied: 0, basically: 0, dissatisfied: 0, given: 0, none: 0 });
  expect(await people.fang.problem(promises.handInReport, sent)).toBe('promise_elsewhere');
  expect(await people.admin.problem(promises.returnReport, { id, version: handedIn.version, reason: WORD })).toBe(
    'report_not_dissatisfied',
  );
  expect(await news(people.admin, id)).toContain('有部门交了年终报告');
});

test('what was handed in stays as it was; what becomes of a promise later stands beside it', async () => {
  const promise = await promised(api, { dueOn: dayIn(api, 40) });
  const id = await opened();
  await handIn(people.fang, id);
  const before = await see(people.fang, id);
  expect(before.lines).toMatchObject([{ standing: 'open', said: WORD, now: null, owes: true }]);
  await setPromise(promise, { state: 'kept', done_on: dayIn(api, 0) });
  const after = await see(people.admin, id);
  expect(after.lines).toMatchObject([{ standing: 'open', now: { standing: 'kept', dueOn: before.lines[0]?.dueOn } }]);
  expect(after.figures).toEqual(before.figures);
  const { reports } = await people.admin.call(promises.reports, { year: String(year) });
  expect(reports.find((one) => one.id === id)?.figures).toEqual(before.figures);
  // Not even the program itself can change the paper.
  await expect(
    api.services.database.inTenant(COUNTY, (tx) =>
      tx.updateTable('promise_report_paper').set({ words: 'x' }).where('report_id', '=', id).execute(),
    ),
  ).rejects.toThrow(/permission denied/);
});

test('the deputies from whose matters it comes rate it; nobody reads a rating before all have given theirs', async () => {
  await promisedFor(api, '徐示例');
  await promisedFor(api, '徐示例');
  await promisedFor(api, '毛范例');
  await promised(api);
  const id = await opened();
  // Before it is handed in it is none of theirs.
  expect(await people.xu.problem(promises.report, { id })).toBe('not_found');
  expect(await handIn(people.fang, id)).toMatchObject({ state: 'handed_in', deputies: 2, given: 0 });
  expect(await news(people.xu, id)).toEqual(['部门交了年终报告，请您评']);
  // Their own and what is public; of the rest how many there are.
  expect(await see(people.xu, id)).toMatchObject({ asked: true, acts: ['rate'], hidden: 1 });
  expect((await see(people.xu, id)).lines).toHaveLength(3);
  expect((await people.xu.call(promises.reports, {})).reports).toMatchObject([{ id, asked: true }]);
  expect(await people.chen.problem(promises.reports, {})).toBe('not_allowed');
  expect(await people.xu.problem(promises.giveReceipt, { id, round: 1, rating: 'dissatisfied' })).toBe('receipt_why');
  expect(await people.xu.problem(promises.giveReceipt, { id, round: 2, rating: 'satisfied' })).toBe('promise_changed');
  expect(await rate(people.xu, id, 'dissatisfied', '路灯还是不亮。')).toMatchObject({ state: 'handed_in', given: 1 });
  expect(await people.xu.problem(promises.giveReceipt, { id, round: 1, rating: 'satisfied' })).toBe(
    'receipt_given_before',
  );
  for (const phone of [people.fang, people.admin, people.mao]) {
    const shown = await see(phone, id);
    expect(shown).toMatchObject({ given: 1, tally: null, receipts: [] });
    expect(JSON.stringify(shown)).not.toContain('路灯还是不亮');
    expect(JSON.stringify(shown)).not.toContain('dissatisfied');
  }
  expect((await see(people.xu, id)).mine).toEqual({ rating: 'dissatisfied', words: '路灯还是不亮。' });
  expect(await rate(people.mao, id)).toMatchObject({ state: 'rated', acts: [] });
  const shown = await see(people.fang, id);
  expect(shown.tally).toEqual({ satisfied: 1, basically: 0, dissatisfied: 1, given: 2, none: 0 });
  expect(shown.receipts.map(({ deputyName, rating }) => [deputyName, rating])).toEqual(
    expect.arrayContaining([
      ['徐示例', 'dissatisfied'],
      ['毛范例', 'satisfied'],
    ]),
  );
  expect(await news(people.fang, id)).toContain('代表评完了年终报告');
  // Exactly half is no majority.
  expect(await people.admin.problem(promises.returnReport, { id, version: shown.version, reason: WORD })).toBe(
    'report_not_dissatisfied',
  );
});

test('who does not rate is reminded, then left out and counted apart; by majority it goes back once', async () => {
  await promisedFor(api, '徐示例');
  await promisedFor(api, '毛范例');
  const id = await opened();
  const { rateBy } = await handIn(people.fang, id);
  await rate(people.xu, id, 'dissatisfied', '没有看见改。');
  await at(rateBy ?? '');
  await runWatch();
  await runWatch();
  expect((await news(people.mao, id)).filter((title) => title.includes('最后一天'))).toHaveLength(1);
  expect(await news(people.xu, id)).not.toContain('年终报告等您评，今天是最后一天');
  await passDays(1);
  const rated = await see(people.admin, id);
  expect(rated).toMatchObject({ state: 'rated', acts: ['return'] });
  expect(rated.tally).toEqual({ satisfied: 0, basically: 0, dissatisfied: 1, given: 1, none: 1 });
  expect(await people.mao.problem(promises.giveReceipt, { id, round: 1, rating: 'satisfied' })).toBe(
    'promise_elsewhere',
  );
  expect(await people.admin.problem(promises.returnReport, { id, version: 1, reason: WORD })).toBe('promise_changed');
  const back = await people.admin.call(promises.returnReport, { id, version: rated.version, reason: '照片里没有。' });
  expect(back).toMatchObject({ state: 'returned', handedInOn: null });
  expect(await news(people.fang, id)).toContain('年终报告退回，请重报');
  expect((await see(people.fang, id)).events.at(-1)).toMatchObject({ kind: 'returned', words: '照片里没有。' });
  // What was said of the first one is read by all of them now.
  expect((await see(people.fang, id)).receipts).toHaveLength(2);
  expect(await handIn(people.fang, id)).toMatchObject({ state: 'handed_in', round: 2, given: 0 });
  expect((await see(people.mao, id)).receipts).toMatchObject([{ round: 1 }, { round: 1 }]);
  await rate(people.xu, id, 'dissatisfied', '还是没有。');
  await rate(people.mao, id, 'dissatisfied', '没有去看。');
  const twice = await see(people.admin, id);
  expect(twice).toMatchObject({ state: 'rated', acts: [], tally: { dissatisfied: 2, none: 0 } });
  expect(await people.admin.problem(promises.returnReport, { id, version: twice.version, reason: WORD })).toBe(
    'report_returned_before',
  );
});

test('reminded before its day and on it; over, it goes one level up, once', async () => {
  await promised(api, { dueOn: dayIn(api, 200) });
  const id = await opened();
  const { dueOn } = await see(people.fang, id);
  for (const day of [addDays(dueOn, -7), addDays(dueOn, -6), dueOn, addDays(dueOn, 1), addDays(dueOn, 2)]) {
    await at(day);
    await runWatch();
  }
  expect((await news(people.fang, id)).reverse()).toEqual([
    '年终承诺报告，要交了',
    '年终承诺报告要交，还有 7 天',
    '年终承诺报告要交，今天是最后一天',
    '年终承诺报告过了日子没交',
  ]);
  expect(await news(people.admin, id)).toEqual(['有部门年终报告没交']);
  expect(await see(people.admin, id)).toMatchObject({ state: 'open', late: 2, acts: [] });
  expect(await handIn(people.fang, id)).toMatchObject({ state: 'rated', late: 2 });
});

test('it is the department’s: a colleague hands it in, and who left reads nothing', async () => {
  await promised(api);
  const id = await opened();
  const shown = await see(people.fang, id);
  const [departmentId = ''] = departmentsNamed(['县交通运输局']);
  const { id: person } = await people.fang.call(me, {});
  const withdraw = (withdrawn_at: Date | null) =>
    api.store.owner.inTenant(COUNTY, (tx) =>
      tx
        .updateTable('membership')
        .set({ withdrawn_at })
        .where('person_id', '=', person)
        .where('department_id', '=', departmentId)
        .execute(),
    );
  await withdraw(api.clock.now());
  try {
    people.fang = await api.signedIn('fang');
    expect(await people.fang.problem(promises.report, { id })).toMatch(/not_found|not_allowed/);
    const colleague = people.cao;
    expect(await colleague.call(promises.handInReport, handingInOf(shown))).toMatchObject({ state: 'rated' });
  } finally {
    await withdraw(null);
  }
});

test('a deputy whose term ends before they rate is asked no more; whoever comes after them is not asked', async () => {
  await promisedFor(api, '徐示例');
  await promisedFor(api, '毛范例');
  const id = await opened();
  await handIn(people.fang, id);
  await rate(people.xu, id);
  await serveOn(api, ['毛范例'], dayIn(api, -1));
  // What the county's lists say is as old as half a minute.
  api.clock.advance(60_000);
  await runWatch();
  const shown = await see(people.admin, id);
  expect(shown).toMatchObject({ state: 'rated', deputies: 1 });
  expect(shown.tally).toEqual({ satisfied: 1, basically: 0, dissatisfied: 0, given: 1, none: 0 });
  expect(shown.events.map(({ kind }) => kind)).toContain('deputy_left');
});

test('a deputy who serves no more when it is handed in is not asked at all', async () => {
  await promisedFor(api, '毛范例');
  const id = await opened();
  await serveOn(api, ['毛范例'], dayIn(api, -1));
  api.clock.advance(60_000);
  expect(await handIn(people.fang, id)).toMatchObject({ state: 'rated', deputies: 0 });
});

test('a department that is no more hands nothing in; what it had handed in is rated all the same', async () => {
  await promised(api, { department: '县住建局' });
  await promisedFor(api, '徐示例');
  const gone = await opened('县住建局');
  const id = (await reportOf(api))?.id ?? '';
  await handIn(people.fang, id);
  try {
    for (const name of ['县住建局', '县交通运输局']) await setDepartment(name, dayIn(api, -1));
    api.clock.advance(60_000);
    await runWatch();
    expect(await see(people.admin, gone)).toMatchObject({ state: 'closed', acts: [], late: 0 });
    expect(await news(people.admin, gone)).toContain('有部门没有了，年终报告不用交');
    await rate(people.xu, id, 'dissatisfied', '没有改。');
    const rated = await see(people.admin, id);
    expect(rated).toMatchObject({ state: 'rated', acts: [] });
    expect(await people.admin.problem(promises.returnReport, { id, version: rated.version, reason: WORD })).toBe(
      'report_of_no_department',
    );
  } finally {
    for (const name of ['县住建局', '县交通运输局']) await setDepartment(name, null);
  }
});

test('two of the department at once, and the last two deputies at once: handed in once, ended once', async () => {
  await promisedFor(api, '徐示例');
  await promisedFor(api, '毛范例');
  const id = await opened();
  const sent = handingInOf(await see(people.fang, id));
  const colleague = people.cao;
  const ends = await Promise.all([people.fang, colleague].map((phone) => phone.send(promises.handInReport, sent)));
  expect(ends.map(({ status }) => status).sort()).toEqual([200, 409]);
  const key = randomUUID();
  const receipt = { id, round: 1, rating: 'basically', words: '办了一半。' };
  const both = await Promise.all([
    people.xu.send(promises.giveReceipt, receipt, { key }),
    people.mao.send(promises.giveReceipt, receipt),
  ]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const again = await people.xu.send(promises.giveReceipt, receipt, { key });
  expect(again.status).toBe(200);
  const shown = await see(people.admin, id);
  expect(shown).toMatchObject({ state: 'rated', tally: { basically: 2, given: 2 } });
  expect(shown.events.filter(({ kind }) => kind === 'rated')).toHaveLength(1);
});

test('the office has the year as a workbook in which nothing is a formula, logged; each report is a document', async () => {
  expect(await people.admin.problem(exportReports, { year: 2001 })).toBe('no_reports_in_year');
  await promised(api, { words: '=1+1，补好三处坑', dueOn: dayIn(api, 60) });
  await promisedFor(api, '徐示例');
  await promised(api, { department: '县住建局' });
  const missing = await opened('县住建局');
  const id = (await reportOf(api))?.id ?? '';
  expect(await people.lu.problem(printReport, { id: missing })).toBe('report_not_handed_in');
  await handIn(people.fang, id);
  await rate(people.xu, id, 'basically', '=办了一半。');
  const { url, rows } = await people.admin.call(exportReports, { year });
  const sheets = await readXlsx(Buffer.from(await (await fetch(url)).arrayBuffer()));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['各部门', '每一件', '代表怎么评', '怎么算的']);
  const [departments, lines, receipts] = sheets.map(({ data }) => data as unknown as string[][]);
  expect(departments?.slice(1).map(([name, state]) => [name, state])).toEqual(
    expect.arrayContaining([
      ['县住建局', '还没交'],
      ['县交通运输局', '评过了'],
    ]),
  );
  expect(lines?.map((cells) => cells[2])).toContain("'=1+1，补好三处坑");
  expect(receipts?.at(-1)?.slice(2)).toEqual(['徐示例', '基本满意', "'=办了一半。"]);
  const logged = await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.selectFrom('audit_log').select('detail').where('action', '=', 'promises.exportReports').execute(),
  );
  expect(logged).toEqual([{ detail: { year, rows } }]);
  const paper = await people.fang.call(printReport, { id });
  const { paragraphs } = await readDocx(Buffer.from(await (await fetch(paper.url)).arrayBuffer()));
  expect(paragraphs).toEqual(
    expect.arrayContaining([
      `${year} 年承诺事项办理情况报告`,
      WHOLE,
      '=1+1，补好三处坑',
      '满意 0，基本满意 1，不满意 0。没评的不算进满意不满意。',
    ]),
  );
  expect(await people.lu.problem(printReport, { id })).toBe('not_found');
  expect(await people.xu.problem(printReport, { id })).toBe('not_allowed');
});

test('the fourth quarter begins it, with the county’s own term', async () => {
  const settings = { reportTerm: { days: 3, kind: 'calendar' } };
  const set = (value: object) =>
    api.store.owner.inTenant(COUNTY, (tx) =>
      tx
        .updateTable('county')
        .set({ settings: JSON.stringify(value) })
        .where('jurisdiction', '=', COUNTY)
        .execute(),
    );
  const { settings: before } = await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.selectFrom('county').select('settings').where('jurisdiction', '=', COUNTY).executeTakeFirstOrThrow(),
  );
  await promised(api);
  await set({ ...(before as object), ...settings });
  try {
    await at(`${year}-09-30`);
    await runWatch();
    expect(await reportOf(api)).toBeUndefined();
    await at(`${year}-10-01`);
    await runWatch();
    expect(await reportOf(api)).toMatchObject({ due_on: `${year}-10-04` });
  } finally {
    await set(before as object);
  }
});

test('nobody rates their own department', async () => {
  await promisedFor(api, '毛范例');
  const [department_id = ''] = departmentsNamed(['县交通运输局']);
  const id = await opened();
  const { id: person } = await people.mao.call(me, {});
  await api.store.owner.inTenant(COUNTY, async (tx) => {
    const row = await tx
      .selectFrom('membership')
      .selectAll()
      .where('deputy_id', '=', deputyNamed('毛范例').id)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('membership')
      .values({ ...row, id: randomUUID(), role: 'department', deputy_id: null, department_id, person_id: person })
      .execute();
  });
  expect(await handIn(people.fang, id)).toMatchObject({ state: 'rated', deputies: 0 });
});
