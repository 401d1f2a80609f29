import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../platform/database';

export type Pooler = { url: string; stop(): Promise<void> };

/** The path of a PgBouncer, as in `PGBOUNCER=/usr/sbin/pgbouncer npx jest pooler`; npm has none. */
export const { PGBOUNCER } = process.env;

const PATIENCE_MS = 30_000;

/**
 * A PgBouncer in transaction mode in front of a database: so many clients share so many connections. Comes back when it answers.
 * @throws Error when there is none, or it does not answer
 */
export async function startPooler(databaseUrl: string, connections: number, clients: number): Promise<Pooler> {
  if (!PGBOUNCER) throw new Error('PGBOUNCER is not set');
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  const own = await freePort();
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-pooler-'));
  fs.chmodSync(directory, 0o755);
  const server = `host=${hostname} port=${port} user=${username} password='${password}'`;
  fs.writeFileSync(
    path.join(directory, 'ini'),
    `[databases]\n* = ${server}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${own}\nunix_socket_dir =\n` +
      `auth_type = any\npool_mode = transaction\ndefault_pool_size = ${connections}\nmax_client_conn = ${clients}\n`,
  );
  const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const pooler = spawn(PGBOUNCER, [path.join(directory, 'ini')], { ...asNobody, stdio: 'ignore' });
  const url = `postgres://anybody@127.0.0.1:${own}${pathname}`;
  const stop = async () => {
    pooler.kill();
    await once(pooler, 'exit');
    fs.rmSync(directory, { recursive: true });
  };
  if (await answers(url)) return { url, stop };
  await stop();
  throw new Error('the pooler does not answer');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

async function answers(url: string): Promise<boolean> {
  const database = openDatabase(url, { max: 1 });
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    const pinged = await database.ping().then(
      () => true,
      () => false,
    );
    if (pinged) return database.close().then(() => true);
    await sleep(50);
  }
  return database.close().then(() => false);
}
