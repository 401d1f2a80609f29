import { spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type Cluster, openCluster, seenByPostgres, spawnOptions } from './postgres-cluster';

/** A running server. `stop` comes back when every process of it is gone. */
export type Postgres = { url: string; stop(): Promise<void> };

/**
 * `dataDir` keeps the cluster, its password, its last port and its log. `port` is tried first, then the last one, then any.
 * `durable: false` gives up what lets acknowledged rows survive a crash of the machine: for tests. `restarts`: a server that was killed
 * is started again at its port, as a hosting service would.
 */
export type PostgresOptions = { dataDir: string; port?: number; durable?: boolean; restarts?: boolean };

/** How long recovery after a crash, or a shutdown, may take. */
const PATIENCE_MS = 60_000;

const ATTEMPTS = 8;

const RETRY_MS = 250;

/**
 * Starts the PostgreSQL that npm installed, on 127.0.0.1 only and behind this directory's password.
 * A server that a crash of ours left running is taken over as it is; a server that crashed itself recovers.
 * @throws Error with one sentence: another process uses the directory, or what the server's log said last
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { dataDir, port, durable = true, restarts = false } = options;
  const cluster = openCluster(path.resolve(dataDir), durable);
  const url = await findOrLaunch(cluster, port, durable);
  let claim = await claimFor(url, dataDir);
  let stopping = false;
  let restarting: Promise<unknown> = Promise.resolve();
  const watch = () =>
    claim.once('end', () => {
      if (!stopping) restarting = restart().catch((error: Error) => void process.stderr.write(`${error.message}\n`));
    });
  /** Processes of the killed server may still hold its port or its memory, and the new one may be killed before we have our claim. */
  const restart = async () => {
    const samePort = Number(new URL(url).port);
    for (let waited = 0; !stopping; waited += RETRY_MS) {
      try {
        if ((await running(cluster)) ?? (await launch(cluster, samePort, durable))) {
          claim = await claimFor(url, dataDir);
          return watch();
        }
      } catch (error) {
        if (waited >= PATIENCE_MS) throw error;
      }
      if (waited >= PATIENCE_MS)
        throw new Error(`PostgreSQL was killed and does not come back; its log ends: ${lastLines(cluster.log)}`);
      await sleep(RETRY_MS);
    }
  };
  if (restarts) watch();
  return {
    url,
    async stop() {
      stopping = true;
      await restarting;
      await claim.end().catch(() => undefined);
      await shutDown(cluster);
    },
  };
}

/** The address of the directory's server while one lives, whoever started it: for a command beside `npm start`. */
export async function runningPostgres(dataDir: string): Promise<string | undefined> {
  const cluster = openCluster(path.resolve(dataDir), true);
  const port = await running(cluster);
  return port === undefined ? undefined : urlOf(cluster, port);
}

async function findOrLaunch(cluster: Cluster, port: number | undefined, durable: boolean): Promise<string> {
  const lastPort = fs.existsSync(cluster.portFile) ? Number(fs.readFileSync(cluster.portFile, 'utf8')) : 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // A second attempt: the port was taken after all, another start came first, or processes of a killed server were still there.
    if (attempt > 0) await sleep(RETRY_MS);
    const launched = (await running(cluster)) ?? (await launch(cluster, await freePort(port ?? lastPort), durable));
    if (launched) return urlOf(cluster, launched);
  }
  throw new Error(`PostgreSQL does not start in ${cluster.files}; its log ends: ${lastLines(cluster.log)}`);
}

function urlOf(cluster: Cluster, port: number): string {
  return `postgres://postgres:${cluster.password}@127.0.0.1:${port}/postgres`;
}

/** The port of the cluster's server, once it answers; `undefined` when no server lives. */
async function running(cluster: Cluster): Promise<number | undefined> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 100) {
    const server = readPidFile(cluster);
    if (!server) return undefined;
    if (!isOurs(cluster, server.pid)) {
      // After a crash the number may have gone to a process that has nothing to do with us; PostgreSQL would not start beside it.
      fs.rmSync(pidFile(cluster), { force: true });
      return undefined;
    }
    if (server.ready && (await answers(urlOf(cluster, server.port)))) return server.port;
    await sleep(100);
  }
  throw new Error(
    `The PostgreSQL in ${cluster.files} neither answers nor goes; its log ends: ${lastLines(cluster.log)}`,
  );
}

function pidFile(cluster: Cluster): string {
  return path.join(cluster.files, 'postmaster.pid');
}

function readPidFile(cluster: Cluster): { pid: number; port: number; ready: boolean } | undefined {
  if (!fs.existsSync(pidFile(cluster))) return undefined;
  const lines = fs.readFileSync(pidFile(cluster), 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** True when the process lives and is this cluster's server: it works in the cluster's directory. */
function isOurs(cluster: Cluster, pid: number): boolean {
  try {
    if (process.platform === 'linux') return fs.readlinkSync(`/proc/${pid}/cwd`) === cluster.files;
    process.kill(pid, 0);
    return (
      process.platform === 'win32' ||
      /postgres/.test(spawnSync('ps', ['-p', String(pid), '-o', 'comm=']).stdout.toString())
    );
  } catch {
    return false;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '28P01')
      throw new Error('The running PostgreSQL does not take the password of its data directory.');
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Starts the server and waits until it answers. It is a process group of its own, so that Ctrl-C reaches us first. */
async function launch(cluster: Cluster, port: number, durable: boolean): Promise<number | undefined> {
  const log = fs.openSync(
    cluster.log,
    fs.existsSync(cluster.log) && fs.statSync(cluster.log).size > 10_000_000 ? 'w' : 'a',
    0o600,
  );
  const server = spawn(
    cluster.programs.postgres,
    ['-D', seenByPostgres(cluster, cluster.files), ...settings(port, durable)],
    {
      ...spawnOptions(cluster, cluster.files),
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  server.unref();
  fs.closeSync(log);
  let gone = false;
  server.once('exit', () => (gone = true)).once('error', () => (gone = true));
  for (let waited = 0; !gone && waited < PATIENCE_MS; waited += 20) {
    await sleep(20);
    const state = readPidFile(cluster);
    if (state?.pid !== server.pid || !state?.ready) continue;
    fs.writeFileSync(cluster.portFile, String(port));
    return port;
  }
  return undefined;
}

function settings(port: number, durable: boolean): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '64MB',
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '256MB',
    jit: 'off',
    timezone: 'UTC',
    // The log names neither the rows nor the statements that failed: people are in them.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * Ports of our choice lie below the ones that systems hand out to outgoing connections (32768 and up on Linux, 49152 elsewhere): an
 * outgoing connection of any program would keep a killed server from coming back where it was.
 */
const PORTS = { from: 20_000, to: 32_768 };

/** `wanted` when nobody listens there, else any free port. */
async function freePort(wanted: number): Promise<number> {
  if (wanted && (await isFree(wanted))) return wanted;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(PORTS.from, PORTS.to);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port was found between ${PORTS.from} and ${PORTS.to}.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/**
 * One process at a time: a lock held by a connection, which the server lets go the moment the process dies, however it dies.
 * A file with a process number would outlive it.
 */
async function claimFor(url: string, dataDir: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: `lianxin ${process.pid}`, keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const { rows } = await client.query('select pg_try_advisory_lock(330822, 1) as ours');
    if (rows[0].ours) return client;
    await sleep(100);
  }
  const { rows } = await client.query(
    `select application_name as name from pg_stat_activity join pg_locks using (pid) where locktype = 'advisory' and classid = 330822 and objid = 1 and granted`,
  );
  await client.end();
  throw new Error(
    `${dataDir} is in use by ${rows[0]?.name ?? 'another process'}: stop it first, or set LIANXIN_DATA to another directory.`,
  );
}

/** Fast shutdown: sessions end, everything is written, and no process is left. */
async function shutDown(cluster: Cluster): Promise<void> {
  const server = readPidFile(cluster);
  if (!server || !isOurs(cluster, server.pid)) return;
  if (process.platform === 'win32') {
    spawnSync(cluster.programs.pgCtl, ['stop', '-m', 'fast', '-w', '-D', cluster.files]);
    return;
  }
  process.kill(server.pid, 'SIGINT');
  for (let waited = 0; isOurs(cluster, server.pid) && waited < PATIENCE_MS; waited += 20) await sleep(20);
}

function lastLines(file: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().split('\n').slice(-3).join(' | ') : 'empty';
}
