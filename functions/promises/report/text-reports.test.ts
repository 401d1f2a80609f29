import { sql } from 'kysely';
import * as notifications from '../../../shared/notifications/contract';
import * as promises from '../../../shared/promises/contract';
import { allSchedules } from '../../app';
import { departmentsNamed, seedDepartments } from '../../local/seed/departments';
import { runSchedule } from '../../platform/schedules';
import { COUNTY, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';
import { dayIn, promised } from '../testing/promise';
import { handIn, promisedFor, reportOf, serveOn } from '../testing/report';

/** A department without WeChat: what it hears of its year-end report by short message. Each test is of a year of its own. */
const api = testApi();
const [transport = ''] = departmentsNamed(['县交通运输局']);
/** 曹试办, of 县交通运输局 and 县民政局, who never came with WeChat. */
const CAO = '+8613800000013';
const REPORT = '1000002';
const MINUTE = 60_000;
let year = 2026;
let fang: TestPhone;

const asOwner = async <T>(statement: ReturnType<typeof sql<T>>) =>
  (await api.store.owner.inTenant(COUNTY, (tx) => statement.execute(tx))).rows;
/** The county's settings hold within a minute. */
const turn = async (on: boolean) => {
  await asOwner(sql`update county set settings = settings || ${JSON.stringify({ departmentSms: on })}::jsonb`);
  await api.clock.advance(MINUTE);
};
const at = async (day: string, time = '02:00') => {
  await api.clock.set(`${day}T${time}:00Z`);
  fang = await api.signedIn('fang');
};
const tell = () => api.runSchedule('promises.text-reports');
const sendTexts = () => api.runSchedule('notifications.sendTexts');
/** What the clock brings in an hour of the day. */
const hour = async () => {
  await tell();
  await sendTexts();
};
const sent = () =>
  api.sms.texts.filter(({ templateId }) => templateId === REPORT).map(({ phone, params }) => [phone, ...params]);
const states = async () =>
  (
    await asOwner<{ state: string; fault: string | null }>(
      sql`select state, fault from text_message where kind = 'report' order by id`,
    )
  ).map(({ state, fault }) => [state, fault]);
const idOf = async (department?: string) => (await reportOf(api, department))?.id ?? 'none';
/** Each report of the year has this last day. */
const dueOn = (day: string) => asOwner(sql`update promise_report set due_on = ${day} where year = ${year}`);

beforeAll(async () => {
  await seedDepartments(api.services);
});
beforeEach(async () => {
  year += 3;
  await serveOn(api, ['徐示例', '毛范例'], `${year + 1}-12-31`);
  await at(`${year}-09-20`);
  await promisedFor(api, '徐示例', { dueOn: dayIn(api, 200) });
  await asOwner(sql`delete from text_message`);
  await asOwner(sql`delete from outbox where topic = 'notifications.text'`);
  await asOwner(sql`update promise_report set state = 'closed'`);
  api.sms.mend();
  api.sms.texts.length = 0;
  await at(`${year}-10-08`);
  await turn(true);
  await api.runSchedule('promises.watch-reports');
  await dueOn(`${year}-11-20`);
});

test('before the day, on the day, and where it was sent back: each once, however often the clock comes round', async () => {
  await hour();
  expect(sent()).toEqual([]);
  await at(`${year}-11-13`);
  for (let more = 0; more < 3; more += 1) await hour();
  await at(`${year}-11-14`);
  await hour();
  expect(sent()).toEqual([[CAO, '1', '0', '11', '20']]);
  await at(`${year}-11-20`);
  await hour();
  await at(`${year}-11-23`);
  await hour();
  expect(sent()).toHaveLength(2);
  const id = await idOf();
  await handIn(fang, id);
  const xu = await api.signedIn('xu');
  await xu.call(promises.giveReceipt, { id, round: 1, rating: 'dissatisfied', words: '没写清楚。' });
  const admin = await api.signedIn('admin');
  const { version } = await admin.call(promises.report, { id });
  await hour();
  await admin.call(promises.returnReport, { id, version, reason: '写清楚哪天做完。' });
  await hour();
  await hour();
  const due = (await reportOf(api))?.due_on ?? '';
  const day = [Number(due.slice(5, 7)), Number(due.slice(8))].map(String);
  expect(sent().slice(2)).toEqual([[CAO, '0', '1', ...day]]);
  await at(due);
  await hour();
  expect(sent().slice(3)).toEqual([[CAO, '0', '1', ...day]]);
  expect(await states()).toEqual(Array(4).fill(['sent', null]));
});

test('not at night, not where the county does not send any, and none for who has an account', async () => {
  await at(`${year}-11-14`, '14:00');
  await hour();
  await at(`${year}-11-15`);
  await turn(false);
  await hour();
  expect(await states()).toEqual([]);
  await turn(true);
  await hour();
  // Of the department are also who has come with WeChat.
  expect(sent().map(([phone]) => phone)).toEqual([CAO]);
});

test('one number of two departments has one message, of both; what is new on that day it hears on the next', async () => {
  await at(`${year}-11-14`);
  await asOwner(sql`insert into promise_report (jurisdiction, id, department_id, year, state, round, due_on, version, created_at, changed_at)
    select jurisdiction, gen_random_uuid(), ${departmentsNamed(['县民政局'])[0]}::uuid, year, 'returned', 1, '${sql.raw(`${year}-12-20`)}', 1, created_at, changed_at
    from promise_report where year = ${year} and department_id = ${transport}::uuid`);
  await hour();
  expect(sent()).toEqual([[CAO, '1', '1', '11', '20']]);
  // Sent back once more, as far as the message knows.
  await asOwner(sql`update promise_report set texted = null where year = ${year} and state = 'returned'`);
  await hour();
  expect(sent()).toHaveLength(1);
  await at(`${year}-11-15`);
  await hour();
  await hour();
  expect(sent()).toEqual(Array(2).fill([CAO, '1', '1', '11', '20']));
});

test('handed in before it went: it does not go; what is owed of another department still does', async () => {
  await at(`${year}-11-14`);
  await tell();
  await handIn(fang, await idOf());
  await sendTexts();
  expect([sent(), await states()]).toEqual([[], [['dropped', null]]]);
});

test('… and with something else to hand in, it goes', async () => {
  await at(`${year}-11-14`);
  await asOwner(sql`insert into promise_report (jurisdiction, id, department_id, year, state, round, due_on, version, created_at, changed_at)
    select jurisdiction, gen_random_uuid(), ${departmentsNamed(['县民政局'])[0]}::uuid, year, 'open', 0, due_on, 1, created_at, changed_at
    from promise_report where year = ${year} and department_id = ${transport}::uuid`);
  await tell();
  await handIn(fang, await idOf());
  await sendTexts();
  expect(sent()).toHaveLength(1);
});

test('away for an hour it goes once Tencent is back, once; refused, the office and colleagues see it', async () => {
  await at(`${year}-11-14`);
  api.sms.faults.away = true;
  await hour();
  expect(await states()).toEqual([['waiting', 'away']]);
  api.sms.mend();
  for (let minute = 0; minute < 70; minute += 1) {
    await api.clock.advance(MINUTE);
    await sendTexts();
  }
  expect([sent().length, await states()]).toEqual([1, [['sent', null]]]);
  await at(`${year}-11-20`);
  api.sms.faults.numbers = { [CAO]: 'FailedOperation.PhoneNumberInBlacklist' };
  await hour();
  const last = { state: 'refused', fault: 'stopped', on: `${year}-11-20` };
  for (const key of ['admin', 'fang']) {
    const { texts } = await (await api.signedIn(key)).call(notifications.texts, {});
    expect(texts.map((one) => one.last)).toContainEqual(last);
  }
  // A message that arrived on the same day, later, does not cover it.
  await asOwner(sql`insert into text_message (jurisdiction, id, membership_id, kind, day, params, state, changed_at)
    select jurisdiction, gen_random_uuid(), membership_id, 'digest', day, params, 'sent', changed_at from text_message where state = 'refused'`);
  expect((await fang.call(notifications.texts, {})).texts.map((one) => one.last)).toContainEqual(last);
});

test('two clocks at once, and one that ended halfway: nothing goes twice', async () => {
  await at(`${year}-11-14`);
  const schedule = (await allSchedules())['promises.text-reports'];
  if (!schedule) throw new Error('no such schedule');
  await Promise.all([runSchedule('a', schedule, api.services), runSchedule('b', schedule, api.services)]);
  await asOwner(sql`update text_message set state = 'sending'`);
  await sendTexts();
  await hour();
  expect([sent(), await states()]).toEqual([[], [['failed', 'unsure']]]);
});

test('no template of its own: nothing is sent, and the office sees that', async () => {
  await at(`${year}-11-14`);
  await tell();
  const { sms } = api.services;
  if (sms) Object.assign(sms, { has: (kind: string) => kind !== 'report' });
  await sendTexts();
  if (sms) Object.assign(sms, { has: () => true });
  expect([sent(), await states()]).toEqual([[], [['failed', 'settings']]]);
});

test('a promise alone, public and of nobody’s matter, is texted of as well', async () => {
  await promised(api, { dueOn: dayIn(api, 100) });
  await at(`${year}-11-14`);
  await hour();
  expect(sent()).toHaveLength(1);
});
