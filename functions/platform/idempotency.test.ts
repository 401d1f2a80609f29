import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import * as requests from '../../shared/requests/contract';
import { COUNTY, deputyNamed, matterFor, testApi } from '../testing/api';
import type { TestPhone } from '../testing/phone';

const api = testApi();
let chen: TestPhone;
let lin: TestPhone;

beforeAll(async () => {
  chen = await api.signedIn('chen');
  lin = await api.signedIn('lin');
});

async function countRequests(): Promise<number> {
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{ count: number }>`select count(*) from request where jurisdiction = ${COUNTY}`.execute(tx),
  );
  return rows[0]?.count ?? 0;
}

test('ten retries at once make one request and get the same reply', async () => {
  const before = await countRequests();
  const key = randomUUID();
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => chen.send(requests.submit, matterFor('徐示例'), { key })),
  );
  expect(new Set(replies.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
  expect(replies[0]?.status).toBe(200);
  expect(await countRequests()).toBe(before + 1);
  expect((await chen.send(requests.submit, matterFor('徐示例'), { key })).body).toEqual(replies[0]?.body);
});

test('a key that comes back with other words or for another thing is refused, and nothing is done', async () => {
  const key = randomUUID();
  const { id } = await chen.call(requests.submit, matterFor('徐示例'), { key });
  const before = await countRequests();
  const other = matterFor('徐示例', { words: '水塘边的护栏断了两根，怕小孩掉下去。' });
  expect(await chen.problem(requests.submit, other, { key })).toBe('idempotency_key_reused');
  expect(await chen.problem(requests.supplement, { id, words: '第四盏' }, { key })).toBe('idempotency_key_reused');
  expect(await countRequests()).toBe(before);
});

test('who sends other words after a lost reply is told what arrived', async () => {
  const key = randomUUID();
  const first = await chen.call(requests.submit, matterFor('徐示例'), { key });
  const other = matterFor('徐示例', { words: '水塘边的护栏断了两根，怕小孩掉下去。' });
  expect((await chen.send(requests.submit, other, { key })).body).toMatchObject({ status: 422, first });
  const { body } = await chen.send(requests.supplement, { id: first.id, words: '第四盏' }, { key });
  expect(body).not.toHaveProperty('first');
});

test('what only looks different is the same: unseen characters, the order of fields', async () => {
  const key = randomUUID();
  const { words, ...rest } = matterFor('徐示例');
  const first = await chen.call(requests.submit, { words, ...rest }, { key });
  expect(await chen.call(requests.submit, { ...rest, words: ` ${words}\u200b` }, { key })).toEqual(first);
});

test('a first attempt that failed leaves the key free', async () => {
  const key = randomUUID();
  const nobody = matterFor('徐示例', { deputyId: '00000000-0000-7000-8000-000000000000' });
  expect(await chen.problem(requests.submit, nobody, { key })).toBe('not_found');
  expect(await chen.call(requests.submit, matterFor('徐示例'), { key })).toMatchObject({ deputyName: '徐示例' });
});

test("another person's key is another key", async () => {
  const key = randomUUID();
  const [hers, his] = await Promise.all(
    [chen, lin].map((who) => who.call(requests.submit, matterFor('徐示例'), { key })),
  );
  expect(hers?.id).not.toBe(his?.id);
});

test('a retry gets its reply even when by now the first attempt would be refused', async () => {
  const key = randomUUID();
  const first = await chen.call(requests.submit, matterFor('郑样本'), { key });
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`update mandate set ends_on = '2026-11-17' where deputy_id = ${deputyNamed('郑样本').id}`.execute(tx),
  );
  api.clock.advance(60_000);
  expect(await chen.problem(requests.submit, matterFor('郑样本'))).toBe('deputy_ended');
  expect(await chen.call(requests.submit, matterFor('郑样本'), { key })).toEqual(first);
});

test('the daily clean-up forgets sessions and keys that nobody can use any more, and no younger ones', async () => {
  const key = randomUUID();
  await lin.call(requests.submit, matterFor('徐示例'), { key });
  const counted = () =>
    api.store.owner.inTenant(COUNTY, async (tx) => {
      const keys = await tx.selectFrom('idempotency').select('key').where('key', '=', key).execute();
      return { keys: keys.length, sessions: (await tx.selectFrom('session').select('id').execute()).length };
    });
  await api.runSchedules();
  const before = await counted();
  expect(before.keys).toBe(1);
  expect(before.sessions).toBeGreaterThan(0);
  const day = 86_400_000;
  api.clock.advance(100 * day);
  await api.runSchedules();
  expect(await counted()).toEqual({ keys: 1, sessions: 0 });
  api.clock.advance(100 * day);
  await api.runSchedules();
  expect((await counted()).keys).toBe(0);
});
