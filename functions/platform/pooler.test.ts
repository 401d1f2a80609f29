import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { testDatabase } from '../testing/server';
import { type Database, openDatabase, type Tx } from './database';
import { migrate } from './migrate';
import { drain, enqueue } from './outbox';

/** The path of a PgBouncer, as in `PGBOUNCER=/usr/sbin/pgbouncer npx jest pooler`; npm has none, so without it these tests are skipped. */
const { PGBOUNCER } = process.env;
const COUNTIES = ['330822', '999901', '999902'];
const NOW = new Date('2026-11-02T02:00:00Z');

const store = testDatabase();

/** A PgBouncer in transaction mode with two connections to the server for everybody. */
async function startPooler(url: URL): Promise<{ url: string; pooler: ChildProcess; directory: string }> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-pooler-'));
  fs.chmodSync(directory, 0o755);
  const server = `host=127.0.0.1 port=${url.port} user=${url.username} password='${url.password}'`;
  fs.writeFileSync(
    path.join(directory, 'ini'),
    `[databases]\n* = ${server}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =\n` +
      'auth_type = any\npool_mode = transaction\ndefault_pool_size = 2\nmax_client_conn = 100\n',
  );
  const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const pooler = spawn(PGBOUNCER ?? '', [path.join(directory, 'ini')], { ...asNobody, stdio: 'ignore' });
  return { url: `postgres://anybody@127.0.0.1:${port}${url.pathname}`, pooler, directory };
}

(PGBOUNCER ? describe : describe.skip)('behind a pooler that gives each transaction another connection', () => {
  let started: Awaited<ReturnType<typeof startPooler>>;
  let database: Database;

  beforeAll(async () => {
    started = await startPooler(new URL(store.url));
    database = openDatabase(started.url, { max: 20 });
    for (
      let tries = 0;
      tries < 600 &&
      !(await database.ping().then(
        () => true,
        () => false,
      ));
      tries += 1
    )
      await sleep(50);
  });

  afterAll(async () => {
    await database.close();
    started.pooler.kill();
    await once(started.pooler, 'exit');
    fs.rmSync(started.directory, { recursive: true });
  });

  test('migrations find the database up to date', async () => {
    expect(await migrate(started.url)).toEqual([]);
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
