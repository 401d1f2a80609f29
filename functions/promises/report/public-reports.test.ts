import * as promises from '../../../shared/promises/contract';
import * as requests from '../../../shared/requests/contract';
import * as suggestions from '../../../shared/suggestions/contract';
import { seedDepartments } from '../../local/seed/departments';
import { writtenFor } from '../../suggestions/testing/suggestion';
import { COUNTY, matterFor, OTHER_COUNTY, testApi } from '../../testing/api';
import { openTestPhone, type TestPhone } from '../../testing/phone';
import { dayIn, promised } from '../testing/promise';
import { handingInOf, promisedFor, reportMade, reportOf, serveOn, WORD } from '../testing/report';

/** What everybody reads of a year-end report on 公开栏, who is not signed in too. Each test is of a year of its own. */
const api = testApi();
type Name = 'fang' | 'lu' | 'admin' | 'xu' | 'mao' | 'chen' | 'clerk';
const people = {} as Record<Name, TestPhone>;
let year = 2026;

beforeAll(() => seedDepartments(api.services));
beforeEach(async () => {
  year += 3;
  await serveOn(api, ['徐示例', '毛范例'], `${year + 1}-12-31`);
  await at(`${year}-09-20`);
});

async function at(day: string) {
  api.clock.set(`${day}T02:00:00Z`);
  for (const key of ['fang', 'lu', 'admin', 'xu', 'mao', 'chen', 'clerk'] as const)
    people[key] = await api.signedIn(key);
}
async function opened(department?: string): Promise<string> {
  await at(`${year}-10-09`);
  await api.runSchedule('promises.watch-reports');
  return (await reportOf(api, department))?.id ?? 'none';
}
const all = () => api.nobody.call(promises.publicReports, {});
const one = (id: string) => api.nobody.call(promises.publicReport, { id });
const isHidden = async (id: string) => {
  expect(await api.nobody.problem(promises.publicReport, { id })).toBe('not_found');
  expect((await all()).reports.map((report) => report.id)).not.toContain(id);
};
async function handInWith(phone: TestPhone, id: string, words: string) {
  return phone.call(promises.handInReport, { ...handingInOf(await phone.call(promises.report, { id })), words });
}
async function rate(phone: TestPhone, id: string, rating: 'satisfied' | 'dissatisfied') {
  const { round } = await phone.call(promises.report, { id });
  return phone.call(promises.giveReceipt, { id, round, rating, words: WORD });
}
const QUIET = '两年里答应的事，一件一件都看过了。';

test('where there is none, there is none', async () => {
  expect(await all()).toEqual({ year: null, years: [], reports: [] });
  expect(await api.nobody.call(promises.publicReports, { year: '2031' })).toMatchObject({ year: 2031, reports: [] });
});

test('nobody reads of it before all have rated it, nor once it was sent back; then the second paper, in counts', async () => {
  for (const deputy of ['徐示例', '毛范例', '毛范例']) await promisedFor(api, deputy, { dueOn: dayIn(api, 60) });
  const id = await opened();
  await isHidden(id);
  await handInWith(people.fang, id, '第一次写的，没写清楚哪天。');
  await isHidden(id);
  await rate(people.xu, id, 'dissatisfied');
  await isHidden(id);
  await rate(people.mao, id, 'dissatisfied');
  expect(await one(id)).toMatchObject({ words: '第一次写的，没写清楚哪天。', tally: { dissatisfied: 2 } });
  const { version } = await people.admin.call(promises.report, { id });
  await people.admin.call(promises.returnReport, { id, version, reason: '写清楚哪天。' });
  await isHidden(id);
  await handInWith(people.fang, id, '第二次写的，日子写清楚了。');
  await isHidden(id);
  await rate(people.xu, id, 'satisfied');
  await rate(people.mao, id, 'dissatisfied');
  const shown = await one(id);
  expect(shown).toEqual({
    id,
    year,
    departmentName: '县交通运输局',
    handedInOn: `${year}-10-09`,
    made: 3,
    figures: { made: 3, kept: 0, kept_late: 0, to_look: 0, open: 3, due: 0, broken: 0, putOff: 0 },
    words: '第二次写的，日子写清楚了。',
    tally: { satisfied: 1, basically: 0, dissatisfied: 1, given: 2, none: 0 },
  });
  // Neither who rated nor what was promised to whom, nor why it was sent back.
  expect(JSON.stringify([shown, await all()])).not.toMatch(/徐示例|毛范例|公交|写清楚哪天。"|材料没到/);
});

test('of one or two matters that are not public how they stand is not said; with public ones alone it is', async () => {
  await promised(api, { dueOn: dayIn(api, 60) });
  const alone = await promisedFor(api, '徐示例', { dueOn: dayIn(api, 60) });
  await promised(api, { department: '县住建局', dueOn: dayIn(api, 60) });
  const id = await opened();
  const other = (await reportOf(api, '县住建局'))?.id ?? '';
  await handInWith(people.fang, id, QUIET);
  await handInWith(people.lu, other, QUIET);
  await rate(people.xu, id, 'satisfied');
  expect(await one(id)).toMatchObject({ made: 2, figures: null, tally: { satisfied: 1 } });
  expect(await one(other)).toMatchObject({ made: 1, figures: { open: 1 }, tally: { given: 0, none: 0 } });
  await reportMade(api, { state: 'rated', department: '县教育局', year });
  const { reports, years } = await all();
  // In the order of the roll, whoever was first.
  expect(reports.map(({ departmentName }) => departmentName)).toEqual(['县教育局', '县住建局', '县交通运输局']);
  expect(years[0]).toBe(year);
  // Moved since: the paper stays.
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('promise').set({ state: 'not_kept' }).where('id', '=', alone).execute(),
  );
  expect(await one(other)).toMatchObject({ figures: { open: 1, broken: 0 } });
});

test('no resident is named: not by what is known of them, nor what a clerk hides later, nor after they erased it', async () => {
  const matter = await people.chen.call(requests.submit, matterFor('徐示例', { name: '陈示例', nameFor: 'deputy' }));
  await promised(api, {
    isPublic: false,
    subject: { context: 'requests', id: matter.id },
    dueOn: dayIn(api, 60),
    words: '陈示例门前的路，重新铺',
  });
  const id = await opened();
  await handInWith(people.fang, id, '陈示例门前的路铺好了，老槐树下那家也铺了，电话 13812345678。');
  await rate(people.xu, id, 'satisfied');
  expect((await one(id)).words).toBe('〇〇门前的路铺好了，老槐树下那家也铺了，电话 〇〇。');
  // The department and who rates it read what it wrote.
  expect((await people.fang.call(promises.report, { id })).words).toContain('陈示例');
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .updateTable('request')
      .set({ name: null, hidden_words: ['老槐树下'] })
      .where('id', '=', matter.id)
      .execute(),
  );
  expect((await one(id)).words).toBe('〇〇门前的路铺好了，〇〇那家也铺了，电话 〇〇。');
});

test('nor where it was promised with the answer to a suggestion that takes their words along', async () => {
  const { id: matter } = await people.chen.call(
    requests.submit,
    matterFor('徐示例', { words: '老槐树下那家门前的路坏了，请来看看。' }),
  );
  const draft = await people.xu.call(suggestions.draft, writtenFor({ requests: [matter] }));
  await promised(api, { isPublic: false, subject: { context: 'suggestions', id: draft.id }, dueOn: dayIn(api, 60) });
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .updateTable('request')
      .set({ hidden_words: ['老槐树下'] })
      .where('id', '=', matter)
      .execute(),
  );
  const id = await opened();
  await handInWith(people.fang, id, '老槐树下那家门前的路铺好了，都看过了。');
  await rate(people.xu, id, 'satisfied');
  expect((await one(id)).words).toBe('〇〇那家门前的路铺好了，都看过了。');
});

test('what was handed in before it was said that all would read it has no words there', async () => {
  const { id } = await reportMade(api, { state: 'rated', deputies: ['徐示例'], year });
  expect(await one(id)).toMatchObject({ words: expect.any(String), made: 0 });
  await api.store.owner.inTenant(COUNTY, async (tx) => {
    const paper = await tx
      .selectFrom('promise_report_paper')
      .selectAll()
      .where('report_id', '=', id)
      .executeTakeFirst();
    await tx.deleteFrom('promise_report_paper').where('report_id', '=', id).execute();
    const { lines: _, ...row } = paper ?? ({} as never);
    await tx
      .insertInto('promise_report_paper')
      .values({ ...row, lines: '[]', public_words: null })
      .execute();
  });
  expect(await one(id)).toMatchObject({ words: null, tally: { dissatisfied: 1 } });
});

test('another county has none of them', async () => {
  const { id } = await reportMade(api, { state: 'rated', year });
  const there = openTestPhone(api.url, OTHER_COUNTY);
  expect(await there.problem(promises.publicReport, { id })).toBe('not_found');
  expect((await there.call(promises.publicReports, {})).reports).toEqual([]);
});
