import { sql } from 'kysely';
import { v7 } from 'uuid';
import { PGBOUNCER, type Pooler, startPooler } from '../local/pooler';
import { testDatabase } from '../testing/server';
import { type Database, openDatabase, type Tx } from './database';
import { migrate } from './migrate';
import { drain, enqueue } from './outbox';

const COUNTIES = ['330822', '999901', '999902'];
const NOW = new Date('2026-11-02T02:00:00Z');

const store = testDatabase();

(PGBOUNCER ? describe : describe.skip)('behind a pooler that gives each transaction another connection', () => {
  let pooler: Pooler;
  let database: Database;

  beforeAll(async () => {
    pooler = await startPooler(store.url, 2, 100);
    database = openDatabase(pooler.url, { max: 20 });
  });

  afterAll(async () => {
    await database.close();
    await pooler.stop();
  });

  test('migrations find the database up to date', async () => {
    expect(await migrate(pooler.url)).toEqual([]);
  });

  test('a county never shows in the transaction of another', async () => {
    const visit = async (jurisdiction: string) => {
      const row = { jurisdiction, id: v7(), topic: 'pooler', payload: '{}', run_at: NOW, created_at: NOW };
      await database.inTenant(jurisdiction, (tx) => tx.insertInto('outbox').values(row).execute());
      return database.inTenant(
        jurisdiction,
        (tx) => tx.selectFrom('outbox').select('jurisdiction').distinct().execute(),
        'read',
      );
    };
    const visitors = Array.from({ length: 300 }, (_, n) => COUNTIES[n % COUNTIES.length] as string);
    const seen = await Promise.all(visitors.map(visit));
    expect(seen).toEqual(visitors.map((jurisdiction) => [{ jurisdiction }]));
    const nobody = (tx: Tx) => sql<{ n: number }>`select count(*) as n from outbox`.execute(tx);
    expect((await database.withoutTenant(nobody)).rows).toEqual([{ n: 0 }]);
  });

  test('a failed transaction leaves its connection usable for the next', async () => {
    const fail = () => database.inTenant('330822', (tx) => sql`select 1 / 0`.execute(tx));
    const results = await Promise.allSettled(Array.from({ length: 20 }, fail));
    expect(results.every((result) => result.status === 'rejected' && result.reason.code === '22012')).toBe(true);
    await database.ping();
  });

  test('the outbox is drained', async () => {
    const jurisdiction = '330822';
    await database.inTenant(jurisdiction, (tx) =>
      enqueue(tx, { jurisdiction, topic: 'pooler.drain', payload: {}, runAt: NOW, now: NOW }),
    );
    const drains = [1, 2, 3].map(() =>
      drain(
        database,
        jurisdiction,
        'pooler.drain',
        () => NOW,
        async () => undefined,
      ),
    );
    expect((await Promise.all(drains)).map(({ done }) => done).sort()).toEqual([0, 0, 1]);
  });
});
