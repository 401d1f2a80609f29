import { sql } from 'kysely';
import * as requests from '../../../shared/requests/contract';
import { COUNTY, matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

const api = testApi();
const MINUTE = 60_000;
let chen: TestPhone;

beforeEach(async () => {
  await api.standIn.mend();
  chen = await api.signedIn('chen');
});

const send = async (words: string) => (await chen.call(requests.submit, matterFor('徐示例', { words }))).id;

async function checkOf(id: string): Promise<string | undefined> {
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{ text_check: string }>`select text_check from request where id = ${id}`.execute(tx),
  );
  return rows[0]?.text_check;
}

async function waiting(): Promise<number> {
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{ count: number }>`select count(*) from outbox where topic = 'requests.check-words'`.execute(tx),
  );
  return rows[0]?.count ?? 0;
}

test('what WeChat says of the words is written down, and the handlers see them all the same', async () => {
  const ids = [
    await send('村口的路灯坏了三盏。'),
    await send('样例待看，村口的路灯坏了。'),
    await send('样例违规，村口的路灯坏了。'),
  ];
  await api.runSchedules();
  expect(await Promise.all(ids.map(checkOf))).toEqual(['pass', 'review', 'risky']);
  const xu = await api.signedIn('xu');
  expect((await xu.call(requests.follow, { id: ids[2] ?? '' })).words).toBe('样例违规，村口的路灯坏了。');
  expect(await waiting()).toBe(0);
});

test('words and place are checked together, however long', async () => {
  const words = `${'村口的路灯坏了。'.repeat(249)}样例待看`;
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { words, where: '样例违规' }));
  await api.runSchedules();
  expect(await checkOf(id)).toBe('risky');
});

test('while WeChat is away the request is kept and with the deputy; it is checked later', async () => {
  const xu = await api.signedIn('xu');
  await api.standIn.faults({ away: true });
  const id = await send('村口的路灯坏了三盏。');
  await api.runSchedules();
  await api.runSchedules();
  expect([await checkOf(id), await waiting()]).toEqual(['pending', 1]);
  expect((await xu.call(requests.inbox, { state: 'with_deputy' })).items.map((item) => item.id)).toContain(id);
  await api.standIn.mend();
  await api.runSchedules();
  expect(await checkOf(id)).toBe('pending');
  api.clock.advance(MINUTE);
  await api.runSchedules();
  expect([await checkOf(id), await waiting()]).toEqual(['pass', 0]);
});

test('what whoever runs it must mend is tried again too', async () => {
  const id = await send('村口的路灯坏了三盏。');
  for (const code of [40164, 45009, -1]) {
    await api.standIn.faults({ codes: { '/wxa/msg_sec_check': code } });
    await api.runSchedules();
    api.clock.advance(5 * MINUTE);
    expect(await checkOf(id)).toBe('pending');
  }
  await api.standIn.mend();
  await api.runSchedules();
  expect(await checkOf(id)).toBe('pass');
  expect(api.log.filter((line) => line.includes('requests.check-words')).length).toBeGreaterThan(0);
});

test('what WeChat will never check is for a person to look at', async () => {
  const id = await send('村口的路灯坏了三盏。');
  api.clock.advance(3 * 60 * MINUTE);
  await api.runSchedules();
  expect(await checkOf(id)).toBe('review');
});

test('the work that nobody could do is named in the log until someone looks', async () => {
  await send('村口的路灯坏了三盏。');
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`update outbox set parked_at = ${api.clock.now()} where topic = 'requests.check-words'`.execute(tx),
  );
  await api.runSchedules();
  const lines = api.log.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'work waits for a person');
  expect(lines).toEqual([
    expect.objectContaining({ level: 'error', topic: 'requests.check-words', jurisdiction: COUNTY, count: 1 }),
  ]);
});
