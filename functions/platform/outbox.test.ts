import { sql } from 'kysely';
import { onServer, testDatabase } from '../testing/server';
import { DatabaseAway, openDatabase, type Tx } from './database';
import { drain, enqueue, LEASE_MS, MAX_ATTEMPTS, waitAfter } from './outbox';

const store = testDatabase();
const HERE = '330822';
const TOPIC = 'test.topic';
const START = new Date('2026-11-02T02:00:00Z');

const later = (ms: number) => () => new Date(START.getTime() + ms);
const add = (...payloads: unknown[]) =>
  store.database.inTenant(HERE, async (tx) => {
    for (const payload of payloads)
      await enqueue(tx, { jurisdiction: HERE, topic: TOPIC, payload, runAt: START, now: START });
  });

async function rows() {
  const { rows } = await store.owner.inTenant(HERE, (tx) =>
    sql<{ attempts: number; run_at: Date; last_error: string | null; parked_at: Date | null }>`
      select attempts, run_at, last_error, parked_at from outbox where jurisdiction = ${HERE}`.execute(tx),
  );
  return rows;
}

beforeEach(() => store.owner.inTenant(HERE, (tx) => sql`delete from outbox`.execute(tx)));

test('a handled item is gone, one that is not due yet stays, and a failed transaction leaves none', async () => {
  await add({ n: 1 });
  await store.database.inTenant(HERE, (tx) =>
    enqueue(tx, { jurisdiction: HERE, topic: TOPIC, payload: { n: 2 }, runAt: later(5_000)(), now: START }),
  );
  const failing = store.database.inTenant(HERE, async (tx) => {
    await enqueue(tx, { jurisdiction: HERE, topic: TOPIC, payload: { n: 3 }, runAt: START, now: START });
    throw new Error('the reason for it was not kept');
  });
  await expect(failing).rejects.toThrow('the reason');
  const seen: unknown[] = [];
  const drained = await drain(store.database, HERE, TOPIC, later(0), async (payload) => void seen.push(payload));
  expect(drained).toEqual({ done: 1, failed: 0, parked: 0 });
  expect(seen).toEqual([{ n: 1 }]);
  expect(await rows()).toHaveLength(1);
});

test('what a handler returns is written with the end of its item, and where that fails the item is there again', async () => {
  await add({ n: 1 }, { n: 2 });
  const write = (tx: Tx, n: number) =>
    sql`update outbox set last_error = ${`seen ${n}`} where payload = '{"n": 3}'`.execute(tx);
  await add({ n: 3 });
  await drain(store.database, HERE, TOPIC, later(0), async (payload) => {
    const { n } = payload as { n: number };
    if (n === 3) throw new Error('not yet');
    return (tx) => write(tx, n);
  });
  expect(await rows()).toMatchObject([{ attempts: 1 }]);
  const failing = drain(
    store.database,
    HERE,
    TOPIC,
    later(waitAfter(1)),
    async () => (tx) => sql`select 1 / 0`.execute(tx),
  );
  await expect(failing).rejects.toThrow('division by zero');
  expect(await rows()).toMatchObject([{ attempts: 2 }]);
  const seen = jest.fn(async () => undefined);
  await drain(store.database, HERE, TOPIC, later(waitAfter(1) + LEASE_MS), seen);
  expect([seen.mock.calls.length, await rows()]).toEqual([1, []]);
});

test('another topic and another county are left alone', async () => {
  await add({ n: 1 });
  const handle = jest.fn(async () => undefined);
  await drain(store.database, HERE, 'test.other', later(0), handle);
  await drain(store.database, '999901', TOPIC, later(0), handle);
  expect(handle).not.toHaveBeenCalled();
  expect(await rows()).toHaveLength(1);
});

test('a failure waits longer each time, and after the last attempt it is parked with its reason', async () => {
  await add({ n: 1 });
  let at = 0;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const early = jest.fn(async () => undefined);
    if (at > 0) await drain(store.database, HERE, TOPIC, later(at - 1), early);
    expect(early).not.toHaveBeenCalled();
    const drained = await drain(store.database, HERE, TOPIC, later(at), () => Promise.reject(new Error('away')));
    expect(drained).toEqual({ done: 0, failed: 1, parked: attempt === MAX_ATTEMPTS ? 1 : 0 });
    at += waitAfter(attempt);
  }
  const never = jest.fn(async () => undefined);
  const after = await drain(store.database, HERE, TOPIC, later(at * 10), never);
  expect(after).toEqual({ done: 0, failed: 0, parked: 1 });
  expect(never).not.toHaveBeenCalled();
  expect(await rows()).toMatchObject([{ attempts: MAX_ATTEMPTS, last_error: 'Error: away' }]);
  expect(at).toBeGreaterThan(24 * 3_600_000);
});

test('when nothing of a batch succeeds the rest is left for later', async () => {
  await add(...Array.from({ length: 25 }, (_, n) => ({ n })));
  const handle = jest.fn(() => Promise.reject(new Error('away')));
  await drain(store.database, HERE, TOPIC, later(0), handle);
  expect(handle).toHaveBeenCalledTimes(10);
});

test('many drains at once handle each item once', async () => {
  await add(...Array.from({ length: 120 }, (_, n) => ({ n })));
  const seen: number[] = [];
  const other = openDatabase(store.url, { max: 5 });
  const one = (database: typeof other) =>
    drain(database, HERE, TOPIC, later(0), async (payload) => {
      seen.push((payload as { n: number }).n);
      await new Promise((done) => setTimeout(done, Math.random() * 5));
    });
  await Promise.all([store.database, other, store.database, other].map(one));
  await other.close();
  expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, n) => n));
  expect(await rows()).toHaveLength(0);
});

test('an item whose handler died is due again when its lease ends, and a late end of the first changes nothing', async () => {
  await add({ n: 1 });
  let finishFirst = () => {};
  let first: Promise<unknown> = Promise.resolve();
  await new Promise<void>((started) => {
    first = drain(store.database, HERE, TOPIC, later(0), () => {
      started();
      return new Promise((done) => (finishFirst = done));
    });
  });
  const soon = jest.fn(async () => undefined);
  await drain(store.database, HERE, TOPIC, later(LEASE_MS - 1), soon);
  expect(soon).not.toHaveBeenCalled();
  const second = drain(store.database, HERE, TOPIC, later(LEASE_MS), () => Promise.reject(new Error('second')));
  await second;
  finishFirst();
  await first;
  expect(await rows()).toMatchObject([{ attempts: 2, last_error: 'Error: second' }]);
});

test('an item that ends every process is parked in the end', async () => {
  await add({ n: 1 });
  await store.owner.inTenant(HERE, (tx) => sql`update outbox set attempts = ${MAX_ATTEMPTS}`.execute(tx));
  const handle = jest.fn(async () => undefined);
  expect(await drain(store.database, HERE, TOPIC, later(0), handle)).toMatchObject({ parked: 1 });
  expect(handle).not.toHaveBeenCalled();
});

test('when the database goes away in the middle, the item is handled again, not lost', async () => {
  await add({ n: 1 });
  const name = new URL(store.url).pathname.slice(1);
  const goAway = async () => {
    await onServer(`alter database ${name} allow_connections false`);
    await onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  };
  const handle = jest.fn(async () => undefined);
  await expect(drain(store.database, HERE, TOPIC, later(0), goAway)).rejects.toBeInstanceOf(DatabaseAway);
  await expect(drain(store.database, HERE, TOPIC, later(0), handle)).rejects.toBeInstanceOf(DatabaseAway);
  await onServer(`alter database ${name} allow_connections true`);
  await drain(store.database, HERE, TOPIC, later(LEASE_MS), handle);
  expect(handle).toHaveBeenCalledTimes(1);
  expect(await rows()).toHaveLength(0);
});
