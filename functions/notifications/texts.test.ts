import { sql } from 'kysely';
import * as identity from '../../shared/identity/contract';
import * as notifications from '../../shared/notifications/contract';
import * as requests from '../../shared/requests/contract';
import { allSchedules } from '../app';
import { departmentsNamed, seedDepartments } from '../local/seed/departments';
import { runSchedule } from '../platform/schedules';
import { openServices } from '../platform/services';
import { COUNTY, matterFor, testApi } from '../testing/api';
import { START } from '../testing/clock';
import type { TestPhone } from '../testing/phone';

/** A department without WeChat: what becomes of the one line a day. */
const api = testApi();
const [transport = '', welfare = ''] = ['县交通运输局', '县民政局'].flatMap((name) => departmentsNamed([name]));
const MINUTE = 60_000;
/** 曹试办, of both departments, who never came with WeChat. */
const CAO = '+8613800000013';
let admin: TestPhone;

const asOwner = async <T>(statement: ReturnType<typeof sql<T>>) =>
  (await api.store.owner.inTenant(COUNTY, (tx) => statement.execute(tx))).rows;
const turn = async (on: boolean) => {
  await asOwner(sql`update county set settings = settings || ${JSON.stringify({ departmentSms: on })}::jsonb`);
  api.clock.advance(MINUTE);
};
async function run(name: string, services = api.services): Promise<void> {
  const schedule = (await allSchedules())[name];
  if (!schedule) throw new Error(`no schedule is called ${name}`);
  await runSchedule(name, schedule, services);
}
const sendTexts = () => run('notifications.sendTexts');
const day = async () => {
  await run('assignments.digest');
  await sendTexts();
};
/** What a minute after minute brings. */
async function pass(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    api.clock.advance(MINUTE);
    await sendTexts();
  }
}
const waiting = async () =>
  (await asOwner<{ id: string }>(sql`select id from outbox where topic = 'notifications.text'`)).length;
const states = async () =>
  (await asOwner<{ state: string; fault: string | null }>(sql`select state, fault from text_message order by id`)).map(
    ({ state, fault }) => [state, fault],
  );
const shown = async (phone: TestPhone) => (await phone.call(notifications.texts, {})).texts;

beforeAll(async () => {
  await seedDepartments(api.services);
  const [chen, xu, clerk] = await Promise.all(['chen', 'xu', 'clerk'].map((key) => api.signedIn(key)));
  for (const departmentId of [transport, welfare]) {
    const { id } = (await chen?.call(requests.submit, matterFor('徐示例'))) ?? { id: '' };
    await xu?.call(requests.refer, { id, departmentId, words: '请去看看灯杆。' });
    const { events } = (await clerk?.call(requests.follow, { id })) ?? { events: [] };
    await clerk?.call(requests.assign, { id, seen: events[0]?.id ?? '', departmentId });
  }
});
beforeEach(async () => {
  await api.clock.set(START);
  admin = await api.signedIn('admin');
  api.sms.mend();
  api.sms.texts.length = 0;
  await asOwner(sql`delete from text_message`);
  await asOwner(sql`delete from outbox where topic = 'notifications.text'`);
  await turn(true);
});

test('one a day for one number, however many departments and however often the clock comes round; none for who has an account', async () => {
  await day();
  await day();
  await pass(70);
  await day();
  expect(api.sms.texts).toMatchObject([{ phone: CAO, params: ['0', '0', '2', '0'] }]);
  api.clock.advance(24 * 60 * MINUTE);
  await day();
  expect(api.sms.texts.map(({ phone }) => phone)).toEqual([CAO, CAO]);
  expect(await states()).toEqual([
    ['sent', null],
    ['sent', null],
  ]);
});

test('two clocks at once send one', async () => {
  await run('assignments.digest');
  const send = (await allSchedules())['notifications.sendTexts'];
  await asOwner(sql`insert into outbox (jurisdiction, id, topic, payload, run_at, created_at)
    select jurisdiction, gen_random_uuid(), topic, payload, run_at, created_at from outbox where topic = 'notifications.text'`);
  await Promise.all([send && runSchedule('a', send, api.services), send && runSchedule('b', send, api.services)]);
  expect([api.sms.texts.length, await waiting()]).toEqual([1, 0]);
});

test('nothing by night, and nothing where the county did not turn it on', async () => {
  await turn(false);
  await day();
  expect([await states(), await shown(admin)]).toEqual([[], []]);
  await turn(true);
  api.clock.advance(11 * 60 * MINUTE);
  await day();
  expect(await states()).toEqual([]);
});

test('away for an hour: the queue grows, drains, and nothing goes twice', async () => {
  api.sms.faults.away = true;
  await day();
  await pass(60);
  expect([api.sms.texts.length, await waiting(), await states()]).toEqual([0, 1, [['waiting', 'away']]]);
  admin = await api.signedIn('admin');
  expect((await shown(admin)).map(({ last }) => last)).toContainEqual(
    expect.objectContaining({ state: 'waiting', fault: 'away' }),
  );
  api.sms.mend();
  await pass(70);
  expect([api.sms.texts.length, await waiting(), await states()]).toEqual([1, 0, [['sent', null]]]);
});

test('away for the rest of the day: a line about yesterday is not sent, and the office sees it', async () => {
  api.sms.faults.code = 'FailedOperation.InsufficientBalanceInSmsPackage';
  await day();
  api.clock.advance(22 * 60 * MINUTE);
  api.sms.mend();
  await sendTexts();
  expect([api.sms.texts.length, await states()]).toEqual([0, [['failed', 'settings']]]);
  await day();
  expect([api.sms.texts.length, (await states()).at(-1)]).toEqual([1, ['sent', null]]);
});

test.each(['before', 'after'] as const)(
  'where nobody knows whether it went (%s) it does not go again',
  async (breaks) => {
    api.sms.faults.breaks = breaks;
    await day();
    api.sms.mend();
    await pass(5);
    expect(api.sms.texts).toHaveLength(breaks === 'after' ? 1 : 0);
    expect([await waiting(), await states()]).toEqual([0, [['failed', 'unsure']]]);
  },
);

test('a process that ended while it sent: the next one does not send again', async () => {
  await run('assignments.digest');
  await asOwner(sql`update text_message set state = 'sending'`);
  await sendTexts();
  expect([api.sms.texts.length, await waiting(), await states()]).toEqual([0, 0, [['failed', 'unsure']]]);
});

test.each([
  ['FailedOperation.PhoneNumberInBlacklist', 'stopped'],
  ['LimitExceeded.PhoneNumberDailyLimit', 'too_many'],
  ['InvalidParameterValue.IncorrectPhoneNumber', 'number'],
])('%s is over for that day, and seen by the office and by colleagues', async (code, fault) => {
  api.sms.faults.numbers = { [CAO]: code };
  await day();
  await pass(3);
  expect([await waiting(), await states()]).toEqual([0, [['refused', fault]]]);
  const fang = await api.signedIn('fang');
  const { departments } = await fang.call(identity.myDepartments, {});
  const cao = departments[0]?.people.find(({ name }) => name === '曹试办');
  const own = await shown(fang);
  expect(own.map(({ membershipId }) => membershipId)).toEqual([cao?.membershipId]);
  // Under both of the roles of that number.
  const last = { state: 'refused', fault };
  expect((await shown(admin)).filter((one) => one.last)).toMatchObject([{ last }, { last }]);
  expect((await shown(admin)).length).toBeGreaterThan(own.length);
});

test('turned off, withdrawn, or come with WeChat before it went: nothing is sent', async () => {
  await run('assignments.digest');
  await turn(false);
  await sendTexts();
  expect([api.sms.texts.length, await states()]).toEqual([0, [['dropped', null]]]);
  await turn(true);
  for (const change of [
    sql`withdrawn_at = ${api.clock.now()}`,
    sql`person_id = (select id from person where name is not null limit 1)`,
  ]) {
    await asOwner(sql`delete from text_message`);
    await run('assignments.digest');
    await asOwner(sql`update membership set ${change} where name = '曹试办'`);
    await sendTexts();
    expect([api.sms.texts.length, await states(), await waiting()]).toEqual([0, [['dropped', null]], 0]);
    await asOwner(sql`update membership set withdrawn_at = null, person_id = null where name = '曹试办'`);
  }
});

test('on, and nothing set up to send: it is said to whoever runs this, and seen', async () => {
  const { clock, log, config } = api.services;
  const bare = openServices(config, { clock, log });
  await run('assignments.digest');
  api.log.length = 0;
  await run('notifications.sendTexts', bare);
  await bare.database.close();
  await bare.ballots.close();
  expect(await states()).toEqual([['failed', 'settings']]);
  expect(api.log.filter((line) => line.includes('nothing is set up to send them'))).toHaveLength(1);
});

test('no number stands in the queue, in the table or in the log', async () => {
  api.sms.faults.numbers = { [CAO]: 'LimitExceeded.PhoneNumberOneHourLimit' };
  await day();
  const rows = await asOwner(
    sql`select to_jsonb(t)::text as row from text_message t union all select to_jsonb(o)::text from outbox o`,
  );
  expect(JSON.stringify([rows, api.log])).not.toContain('13800000013');
  expect(JSON.stringify(rows)).toContain('SMS: away LimitExceeded.PhoneNumberOneHourLimit');
});

test('what is older than ninety days is forgotten with the next', async () => {
  await day();
  api.clock.advance(91 * 24 * 60 * MINUTE);
  await day();
  expect(await states()).toEqual([['sent', null]]);
});

test('a resident, a deputy and a clerk are not told who gets any', async () => {
  for (const key of ['chen', 'xu', 'clerk'])
    expect(await (await api.signedIn(key)).problem(notifications.texts, {})).toBe('not_allowed');
});
