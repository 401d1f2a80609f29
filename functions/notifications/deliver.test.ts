import { sql } from 'kysely';
import * as notifications from '../../shared/notifications/contract';
import * as requests from '../../shared/requests/contract';
import { COUNTY, matterFor, testApi } from '../testing/api';
import type { TestPhone } from '../testing/phone';

const api = testApi();
const MINUTE = 60_000;
let chen: TestPhone;
let xu: TestPhone;

beforeEach(async () => {
  await api.standIn.mend();
  await api.runSchedules();
  await api.store.owner.inTenant(COUNTY, (tx) => sql`delete from subscription`.execute(tx));
  await fetch(`${api.url}/stand-in/messages`, { method: 'DELETE' });
  chen = await api.signedIn('chen');
  xu = await api.signedIn('xu');
});

/** Says yes to one message, on the phone and here. `only` leaves WeChat, or us, without the yes. */
async function accept(phone: TestPhone, person: string, template: 'progress' | 'received', only?: 'here') {
  if (!only) await api.standIn.post('/subscribe', { person, templateIds: [`test-template-${template}`] });
  await phone.call(notifications.subscribe, { choices: [{ template, result: 'accept' }] });
}

async function answered(): Promise<string> {
  const { id } = await chen.call(requests.submit, matterFor('徐示例'));
  await xu.call(requests.answer, { id, words: '明天去看。' });
  return id;
}

async function deliveryOf(requestId: string, kind = 'request_answered'): Promise<string | undefined> {
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{
      delivery: string;
    }>`select delivery from notification where subject_id = ${requestId} and kind = ${kind}`.execute(tx),
  );
  return rows[0]?.delivery;
}

test('one yes is one message; after it the in-app inbox is all there is', async () => {
  await accept(chen, 'chen', 'progress');
  const first = await answered();
  await api.runSchedules();
  const second = await answered();
  await api.runSchedules();
  expect(api.standIn.messages.map(({ page }) => page.split('id=')[1])).toEqual([first]);
  expect(await Promise.all([first, second].map((id) => deliveryOf(id)))).toEqual(['sent', 'inbox']);
  expect((await chen.call(notifications.list, {})).items.map(({ subject }) => subject?.id)).toEqual(
    expect.arrayContaining([first, second]),
  );
});

test('a deputy hears of what came in once a day, in one line, with the other template', async () => {
  await accept(xu, 'xu', 'received');
  await chen.call(requests.submit, matterFor('徐示例'));
  await chen.call(requests.submit, matterFor('徐示例'));
  await api.runSchedules();
  await api.runSchedules();
  expect(api.standIn.messages).toMatchObject([{ templateId: 'test-template-received', page: 'pages/mine/index' }]);
  expect(api.standIn.messages[0]?.data.thing2).toMatch(/^\d+ 件等您回/);
});

test('what was read already is not sent, and the yes is kept for the next', async () => {
  await accept(chen, 'chen', 'progress');
  const read = await answered();
  const [news] = (await chen.call(notifications.list, {})).items;
  await chen.call(notifications.markRead, { through: news?.id ?? '' });
  await api.runSchedules();
  expect([api.standIn.messages.length, await deliveryOf(read)]).toEqual([0, 'inbox']);
  await answered();
  await api.runSchedules();
  expect(api.standIn.messages).toHaveLength(1);
});

test('while WeChat is away, or set up wrongly, nothing is lost: it is told later, once', async () => {
  await accept(chen, 'chen', 'progress');
  const id = await answered();
  await api.standIn.faults({ away: true });
  await api.runSchedules();
  await api.standIn.mend();
  await api.standIn.faults({ codes: { '/cgi-bin/message/subscribe/send': 40037 } });
  api.clock.advance(MINUTE);
  await api.runSchedules();
  expect([api.standIn.messages.length, await deliveryOf(id)]).toEqual([0, 'inbox']);
  await api.standIn.mend();
  for (let run = 0; run < 3; run += 1) {
    api.clock.advance(5 * MINUTE);
    await api.runSchedules();
  }
  expect([api.standIn.messages.length, await deliveryOf(id)]).toEqual([1, 'sent']);
});

test('a yes that WeChat knows nothing of is "refused", a message it will not have "failed"; both are over', async () => {
  await accept(chen, 'chen', 'progress', 'here');
  const refused = await answered();
  await api.runSchedules();
  await accept(chen, 'chen', 'progress');
  await api.standIn.faults({ codes: { '/cgi-bin/message/subscribe/send': 47003 } });
  const failed = await answered();
  await api.runSchedules();
  await api.standIn.mend();
  api.clock.advance(10 * MINUTE);
  await api.runSchedules();
  expect(await Promise.all([refused, failed].map((id) => deliveryOf(id)))).toEqual(['refused', 'failed']);
  expect(api.standIn.messages).toHaveLength(0);
});

test('one yes that is said five times in one call is one', async () => {
  const yes = { template: 'progress', result: 'accept' } as const;
  expect(await chen.call(notifications.subscribe, { choices: [yes, yes, yes, yes, yes] })).toEqual({ accepted: 1 });
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{
      remaining: number;
    }>`select remaining from subscription where template = 'progress' and remaining > 0`.execute(tx),
  );
  expect(rows).toEqual([{ remaining: 1 }]);
});

test('a refusal needs no row', async () => {
  const refusals = (['reject', 'ban', 'filter'] as const).map((result) => ({ template: 'progress' as const, result }));
  expect(await chen.call(notifications.subscribe, { choices: refusals })).toEqual({ accepted: 0 });
  await answered();
  await api.runSchedules();
  expect(api.standIn.messages).toHaveLength(0);
});
