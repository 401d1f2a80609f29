import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { Client } from 'pg';
import { type Postgres, startPostgres } from './postgres';

let dataDir: string;
const running = new Set<Postgres>();

async function start(): Promise<Postgres> {
  const postgres = await startPostgres({ dataDir });
  running.add(postgres);
  return postgres;
}

async function ask<T extends object>(url: string, query: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return (await client.query(query).finally(() => client.end())).rows;
}

const pidFile = () => path.join(dataDir, 'cluster/postmaster.pid');
const serverPid = () => Number(fs.readFileSync(pidFile(), 'utf8').split('\n')[0]);

/** Servers whose working directory is this cluster's; a zombie has none. */
function processes(): number[] {
  const pids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      return fs.readlinkSync(`/proc/${pid}/cwd`) === path.join(fs.realpathSync(dataDir), 'cluster');
    } catch {
      return false;
    }
  });
}

beforeEach(() => {
  // Closed to everybody else, as a clone below /root is: the harder case when root runs this.
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-postgres-test-'));
});

afterEach(async () => {
  for (const postgres of running) await postgres.stop();
  running.clear();
  fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

test('it listens on this machine alone, behind a password, speaks UTF-8, and leaves no process behind', async () => {
  const postgres = await start();
  const [row] = await ask(
    postgres.url,
    `select current_setting('listen_addresses') as address, current_setting('fsync') as fsync,
    current_setting('server_encoding') as encoding, lower('Ä') as letter, to_char(timestamptz 'epoch', 'HH24') as hour`,
  );
  expect(row).toEqual({ address: '127.0.0.1', fsync: 'on', encoding: 'UTF8', letter: 'ä', hour: '00' });
  const wrong = new URL(postgres.url);
  wrong.password = 'guessed';
  await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  expect(fs.statSync(path.join(dataDir, 'password')).mode & 0o077).toBe(0);
  await postgres.stop();
  if (process.platform === 'linux') expect(processes()).toEqual([]);
  expect(fs.existsSync(pidFile())).toBe(false);
});

test('the next start finds the same data at the same port, or at another when that was taken', async () => {
  const first = await start();
  await ask(first.url, 'create table kept as select 7 as n');
  await first.stop();
  const second = await start();
  expect(second.url).toBe(first.url);
  await second.stop();
  const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
  await once(squatter, 'listening');
  const third = await start();
  expect(third.url).not.toBe(first.url);
  expect(await ask(third.url, 'select n from kept')).toEqual([{ n: 7 }]);
  squatter.close();
});

test('after a crash of ours the server that lives on is taken over, and stopped with us', async () => {
  const file = JSON.stringify(path.join(__dirname, 'postgres.ts'));
  const code = `require(${file}).startPostgres({ dataDir: ${JSON.stringify(dataDir)} }).then(({ url }) => console.log(url))`;
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const orphan = serverPid();
  child.kill('SIGKILL');
  await once(child, 'exit');
  const postgres = await start();
  expect(serverPid()).toBe(orphan);
  expect(postgres.url).toBe(String(line).trim());
  await postgres.stop();
  if (process.platform === 'linux') expect(processes()).toEqual([]);
});

test('what was acknowledged before a kill -9 of the server is there afterwards', async () => {
  const first = await start();
  await ask(first.url, 'create table written (n bigint)');
  const client = new Client({ connectionString: first.url });
  client.on('error', () => undefined);
  await client.connect();
  let acknowledged = 0;
  const writing = (async () => {
    for (;;) {
      await client.query('insert into written values ($1)', [acknowledged + 1]);
      acknowledged += 1;
    }
  })().catch(() => undefined);
  while (acknowledged < 20) await new Promise((wake) => setTimeout(wake, 1));
  process.kill(serverPid(), 'SIGKILL');
  await writing;
  const second = await start();
  const [row] = await ask<{ n: number }>(second.url, 'select count(*)::int as n from written');
  expect(row?.n).toBeGreaterThanOrEqual(acknowledged);
});

test('a server that was killed comes back where it was, and stops with us', async () => {
  const postgres = await startPostgres({ dataDir, restarts: true });
  running.add(postgres);
  await ask(postgres.url, 'create table kept as select 7 as n');
  // Killed again the moment it answers: also while we are still taking it over.
  for (let kill = 0; kill < 4; kill += 1) {
    const killed = serverPid();
    process.kill(killed, 'SIGKILL');
    let kept: object[] | null = null;
    for (let tries = 0; tries < 12_000 && !kept; tries += 1) {
      await new Promise((wake) => setTimeout(wake, 5));
      kept = await ask(postgres.url, 'select n from kept').catch(() => null);
    }
    expect(kept).toEqual([{ n: 7 }]);
    expect(serverPid()).not.toBe(killed);
  }
  await postgres.stop();
  if (process.platform === 'linux') expect(processes()).toEqual([]);
});

test('a process number that went to somebody else does not keep it from starting', async () => {
  await (await start()).stop();
  const lines = [process.pid, path.join(dataDir, 'cluster'), 1, 1, '', '127.0.0.1', '1 1', 'ready'];
  fs.writeFileSync(pidFile(), `${lines.join('\n')}\n`);
  const postgres = await start();
  expect(await ask(postgres.url, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test('one process at a time: a second start says who has the directory and disturbs nothing', async () => {
  const starts = await Promise.allSettled([start(), start()]);
  const won = starts.find((result) => result.status === 'fulfilled');
  const lost = starts.find((result) => result.status === 'rejected');
  expect(lost?.reason.message).toBe(
    `${dataDir} is in use by lianxin ${process.pid}: stop it first, or set LIANXIN_DATA to another directory.`,
  );
  await expect(start()).rejects.toThrow('is in use by');
  expect(await ask(won?.value.url ?? '', 'select 1 as n')).toEqual([{ n: 1 }]);
});
