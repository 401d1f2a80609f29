import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { Client } from 'pg';
import * as directory from '../shared/directory/contract';
import * as identity from '../shared/identity/contract';
import type { ProblemError } from '../shared/kernel/problems';
import * as requests from '../shared/requests/contract';
import { receiptOf } from '../shared/voting/receipt';
import { type OpenVote, openVote } from './local/bench/ballots';
import type { Shot } from './local/bench/load';
import { envFor } from './local/bench/scene';
import { localSecrets } from './local/secrets';
import { clockCall, type Services } from './platform/call';
import { readConfig } from './platform/config';
import { openServices } from './platform/services';
import { COUNTY, matterFor, testApi } from './testing/api';
import { openTestPhone, sendRaw, type TestPhone } from './testing/phone';
import { openWire } from './testing/proxy';
import { finish } from './voting/finish';
import { publish, publishedFileOf } from './voting/publish';

const VOTERS = 1_000;
const LINES = 16;
const MINUTE_MS = 60_000;

describe('the database goes away', () => {
  const wire = openWire();
  const api = testApi({ through: wire.through });
  let chen: TestPhone;

  beforeAll(async () => {
    chen = await api.signedIn('chen');
  });
  afterAll(() => wire.close());

  const everything = [
    () => chen.call(identity.me, {}),
    () => chen.call(requests.mine, { state: 'with_deputy' }),
    () => chen.call(requests.submit, matterFor('徐示例')),
    () => api.nobody.call(directory.county, {}),
  ];
  const ends = () =>
    Promise.all(
      everything.map((ask) =>
        ask().then(
          () => 'ok',
          (error: ProblemError) => error.code,
        ),
      ),
    );
  const health = async () => (await sendRaw(api.url, '/api/health')).status;

  test('calls end in 503 with plain words, and go on by themselves when it is back', async () => {
    expect([...(await ends()), await health()]).toEqual(['ok', 'ok', 'ok', 'ok', 200]);
    for (let time = 0; time < 3; time += 1) {
      wire.cut();
      api.clock.advance(31_000);
      expect([...(await ends()), await health()]).toEqual([...everything.map(() => 'database_away'), 503]);
      wire.mend();
      expect([...(await ends()), await health()]).toEqual(['ok', 'ok', 'ok', 'ok', 200]);
    }
    expect(api.log.filter((line) => line.includes('"internal"'))).toEqual([]);
  });

  test('a schedule that met it says so and has lost nothing', async () => {
    wire.cut();
    await api.runSchedules();
    wire.mend();
    api.clock.advance(120_000);
    await api.runSchedules();
    const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
      sql<{ pending: number }>`select count(*) as pending from request where text_check = 'pending'`.execute(tx),
    );
    expect(rows).toEqual([{ pending: 0 }]);
  });

  test('broken off at any moment, what was acknowledged is there, and trying again does nothing twice', async () => {
    chen = await api.signedIn('chen');
    const before = await countRequests();
    let refused = 0;
    const untilDone = async (key: string) => {
      for (;;) {
        const { status, body } = await chen.send(requests.submit, matterFor('徐示例'), { key });
        if (status === 200) return (body as { id: string }).id;
        expect((body as { code: string }).code).toBe('database_away');
        refused += 1;
      }
    };
    wire.breakEvery(37);
    const ids: string[] = [];
    while (refused < 3 || ids.length < 40)
      ids.push(...(await Promise.all(Array.from({ length: 8 }, () => untilDone(randomUUID())))));
    wire.breakEvery(0);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await countRequests()).toBe(before + ids.length);
    for (const id of ids) expect((await chen.call(requests.follow, { id })).events).toHaveLength(2);
  });

  async function countRequests(): Promise<number> {
    const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
      sql<{ count: number }>`select count(*) from request`.execute(tx),
    );
    return rows[0]?.count ?? 0;
  }
});

describe('the server is killed under load', () => {
  const data = mkdtempSync(join(tmpdir(), 'lianxin-kill-'));
  const cluster = join(data, 'postgres');
  let server: ChildProcess;
  let url = '';
  let chen: TestPhone;

  /** `npm start`, without the pages. */
  function launch(changes: Record<string, string> = {}): ChildProcess {
    const env = { ...process.env, LIANXIN_DATA: data, LIANXIN_PAGES: 'off', PORT: '0', DATABASE_URL: '' };
    return spawn(process.execPath, ['--import', 'tsx', resolve(__dirname, 'local/main.ts')], {
      env: { ...env, ...changes },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  async function start(): Promise<void> {
    server = launch();
    for await (const line of createInterface({ input: server.stdout as NodeJS.ReadableStream })) {
      const ready = /^ready (\S+)$/.exec(line);
      if (!ready) continue;
      url = ready[1] ?? '';
      server.stdout?.resume();
      return;
    }
    throw new Error('the server did not start');
  }

  const postgresPid = () => Number(readFileSync(join(cluster, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);

  async function signIn(): Promise<void> {
    const login = await fetch(`${url}/stand-in/login`, { method: 'POST', body: '{"person":"chen"}' });
    const phone = openTestPhone(url, COUNTY);
    phone.token = (await phone.call(identity.signIn, (await login.json()) as { code: string })).accessToken;
    chen = phone;
  }

  /** Sends until the connection breaks; `acknowledged` keeps what was answered, under its key. */
  async function sendUntilKilled(keys: string[], acknowledged: Map<string, unknown>): Promise<void> {
    for (;;) {
      const key = randomUUID();
      keys.push(key);
      const answer = await chen.send(requests.submit, matterFor('徐示例'), { key }).catch(() => null);
      if (!answer) return;
      expect(answer.status).toBe(200);
      acknowledged.set(key, answer.body);
    }
  }

  afterAll(async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const gone = once(server, 'exit');
      server.kill('SIGINT');
      await gone;
    }
    rmSync(data, { recursive: true, force: true });
  });

  test('nothing acknowledged is lost, a retry does nothing twice, and the next start carries on', async () => {
    await start();
    await signIn();
    const seeded = await count('request');
    const keys: string[] = [];
    const acknowledged = new Map<string, unknown>();
    for (const alsoPostgres of [false, true]) {
      const enough = acknowledged.size + 12;
      const senders = Array.from({ length: 6 }, () => sendUntilKilled(keys, acknowledged));
      while (acknowledged.size < enough) await sleep(1);
      const gone = once(server, 'exit');
      const postmaster = postgresPid();
      server.kill('SIGKILL');
      if (alsoPostgres) process.kill(postmaster, 'SIGKILL');
      await Promise.all([gone, ...senders]);
      await start();
      chen = Object.assign(openTestPhone(url, COUNTY), { token: chen.token });
    }
    for (const key of keys) {
      const { status, body } = await chen.send(requests.submit, matterFor('徐示例'), { key });
      expect(status).toBe(200);
      if (acknowledged.has(key)) expect(body).toEqual(acknowledged.get(key));
    }
    expect(await count('request')).toBe(seeded + keys.length);
    // What the killed process left to do, this one does.
    while ((await count(`request where text_check = 'pending'`)) > 0) await sleep(200);
  });

  /** The same as the server works with, beside it; closed again after the work. */
  async function withServices<T>(work: (services: Services) => Promise<T>): Promise<T> {
    const env = { ...envFor(databaseUrl(), url), ...localSecrets(data) };
    const services = openServices(readConfig(env), { connections: 1 });
    return work(services).finally(() => Promise.all([services.database.close(), services.ballots.close()]));
  }

  /** The receipt, or null where the connection broke or the database was away. */
  async function castShot({ method, path, headers, body }: Shot): Promise<string | null> {
    const answer = await fetch(`${url}${path}`, { method, headers, body }).catch(() => null);
    if (!answer || answer.status === 503) return null;
    expect(answer.status).toBe(200);
    const text = await answer.text().catch(() => '{}');
    return (JSON.parse(text) as { receipt?: string }).receipt ?? null;
  }

  /** Casts as each of these voters who has no receipt yet, `LINES` at once, until each was asked or `until` says so. */
  async function castAll(vote: OpenVote, receipts: Map<number, string>, until: () => boolean): Promise<void> {
    const left = Array.from({ length: VOTERS }, (_, n) => n).filter((n) => !receipts.has(n));
    const line = async () => {
      for (let n = left.pop(); n !== undefined && !until(); n = left.pop()) {
        const receipt = await castShot(vote.cast.ours(n));
        if (receipt) receipts.set(n, receipt);
      }
    };
    await Promise.all(Array.from({ length: LINES }, line));
  }

  test.each([
    ['the server', false],
    ['PostgreSQL', true],
  ])('%s is killed in a thousand casts: what was acknowledged is there, once, and counts', async (_, onlyPostgres) => {
    const vote = await withServices((services) => openVote(services, VOTERS));
    const receipts = new Map<number, string>();
    let killed = false;
    const casting = castAll(vote, receipts, () => killed && !onlyPostgres);
    while (receipts.size < VOTERS / 4) await sleep(1);
    const gone = once(server, 'exit');
    if (onlyPostgres) process.kill(postgresPid(), 'SIGKILL');
    else server.kill('SIGKILL');
    killed = true;
    if (!onlyPostgres) await gone;
    await casting;
    if (!onlyPostgres) await start();
    const acknowledged = new Map(receipts);
    while (receipts.size < VOTERS) await castAll(vote, receipts, () => false);
    for (const [n, receipt] of [...acknowledged].slice(0, 100)) expect(await castShot(vote.cast.ours(n))).toBe(receipt);
    expect(await count(`ballot where poll_id = '${vote.id}'`)).toBe(VOTERS);
    const listed = await withServices((services) => finished(services, vote.id));
    expect(listed).toEqual([...receipts.values()].sort());
    expect(await count(`ballot where poll_id = '${vote.id}'`)).toBe(0);
  });

  /** Brings a vote to its end. @returns the receipts of the published list */
  async function finished(services: Services, id: string): Promise<string[]> {
    const closed = new Date(services.clock().getTime() - MINUTE_MS);
    await onCluster(`update poll set closes_at = '${closed.toISOString()}' where id = '${id}'`);
    const call = clockCall(services, COUNTY);
    expect(await finish(call, id)).toBe('counted');
    await publish(call, id);
    const text = await (await fetch(publishedFileOf(call, id))).text();
    const leaves = text.split('\n').filter((line) => line.startsWith('B '));
    return leaves.map((line) => receiptOf(Buffer.from(line.slice(2), 'hex'))).sort();
  }

  async function count(from: string): Promise<number> {
    return (await onCluster(`select count(*)::int as count from ${from}`))[0]?.count ?? 0;
  }

  function databaseUrl(): string {
    const [password, port] = ['password', 'port'].map((file) => readFileSync(join(cluster, file), 'utf8'));
    return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  }

  async function onCluster(statement: string): Promise<{ count: number }[]> {
    const client = new Client({ connectionString: databaseUrl() });
    await client.connect();
    return client
      .query(statement)
      .then(({ rows }) => rows)
      .finally(() => client.end());
  }

  /** True once the process has ended. One that was taken over is a child of process 1, which may take its time to bury it. */
  async function ended(pid: number): Promise<boolean> {
    for (let tries = 0; tries < 600; tries += 1) {
      try {
        process.kill(pid, 0);
        if (/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return true;
      } catch {
        return true;
      }
      await sleep(100);
    }
    return false;
  }

  const noPostgres = () => existsSync(join(cluster, 'cluster/postmaster.pid')) === false;

  test('Ctrl-C leaves no process', async () => {
    const postmaster = postgresPid();
    const gone = once(server, 'exit');
    server.kill('SIGINT');
    expect(await gone).toEqual([0, null]);
    expect(await ended(postmaster)).toBe(true);
    expect(noPostgres()).toBe(true);
  });

  test('nor does it while the server is still starting', async () => {
    server = launch();
    const gone = once(server, 'exit');
    while (noPostgres()) await sleep(1);
    server.kill('SIGINT');
    expect(await gone).toEqual([0, null]);
    expect(noPostgres()).toBe(true);
  });

  test('a start that fails says why in a line and leaves no process', async () => {
    const taken = createServer();
    await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
    server = launch({ PORT: String((taken.address() as AddressInfo).port) });
    const said: string[] = [];
    server.stderr?.on('data', (data) => said.push(String(data)));
    expect(await once(server, 'exit')).toEqual([1, null]);
    expect(said.join('')).toMatch(/^端口 \d+ 已经有程序在用[^\n]*\n$/);
    expect(noPostgres()).toBe(true);
    taken.close();
  });
});
