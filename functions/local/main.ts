import { mkdirSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { allSchedules } from '../app';
import type { Services } from '../platform/call';
import { readConfig } from '../platform/config';
import { EVERY_ANSWER } from '../platform/headers';
import { migrate } from '../platform/migrate';
import { firstOf, listenerOf } from '../platform/node-http';
import { everyMs, runSchedule } from '../platform/schedules';
import { openServices } from '../platform/services';
import { openSms } from '../platform/sms';
import { wholeApp } from '../whole-app';
import { build } from './build';
import { h5Pages } from './h5';
import { startPostgres } from './postgres';
import { localSecrets } from './secrets';
import { seedAppraisals } from './seed/appraisals';
import { seedBoundaries } from './seed/boundaries';
import { seedDepartments } from './seed/departments';
import { DEMO_PEOPLE } from './seed/people';
import { seedStory } from './seed/story';
import { seed } from './seed/write';
import { smsEnv, smsStandIn } from './sms-stand-in';
import { storageEnv, storageStandIn } from './storage-stand-in';
import { wechatStandIn } from './wechat-stand-in';
import { PUSH_ENV, pushTo } from './wechat-stand-in/push';

const PORT = Number(process.env.PORT || 8787);
const DATA = resolve(process.env.LIANXIN_DATA ?? '.data');
/** `LIANXIN_PAGES=off`: the API alone, for tests that start and kill this process. */
const PAGES = process.env.LIANXIN_PAGES !== 'off';
const APPID = 'wx0000000000000001';
const SECRET = '0'.repeat(32);
const TAKEN = `端口 ${PORT} 已经有程序在用。换一个：PORT=${PORT + 1} npm start`;

/** How to take down what was started, the last first; Ctrl-C may come at any moment of the start. */
const started: (() => unknown)[] = [];
let stopping = false;

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const end of started) await Promise.resolve(end()).catch(() => undefined);
  process.exit(code);
}

/** `npm start`: the API, the H5 pages, the schedules, PostgreSQL and stand-ins for WeChat and Tencent Cloud, in one process and one directory. */
async function main(): Promise<void> {
  if (!Number.isInteger(PORT) || PORT < 0 || PORT > 65_535) throw new Error('PORT 要是 1 到 65535 的数字。');
  mkdirSync(DATA, { recursive: true });
  const databaseUrl = process.env.DATABASE_URL || (await ownPostgres());
  const { url, serve } = await listen();
  const config = readConfig({
    ...localSecrets(DATA),
    ...storageEnv(url),
    ...PUSH_ENV,
    ...smsEnv(url),
    STAGE: 'local',
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: url,
    WECHAT_APPID: APPID,
    WECHAT_SECRET: SECRET,
    WECHAT_BASE_URL: `${url}/stand-in/wechat`,
    WECHAT_TEMPLATE_PROGRESS: 'local-template-progress',
    WECHAT_TEMPLATE_RECEIVED: 'local-template-received',
  });
  await migrate(databaseUrl);
  const services = openServices(config, { sms: openSms });
  started.unshift(() => services.database.close());
  const standIns = standInApp(url);
  // What is seeded next has files, which go through the storage.
  serve(getRequestListener(new Hono().route('/', standIns).all('*', (c) => c.body(null, 503)).fetch));
  if (await seed(databaseUrl, services.phones, new Date(), Boolean(process.env.DATABASE_URL))) {
    await seedBoundaries(services);
    await seedDepartments(services);
    // What is served without pages is looked at by nobody, and is there sooner.
    if (PAGES) {
      await seedStory(services);
      await seedAppraisals(services);
    }
  }
  serve(await mounted(services, standIns));
  for (const [name, schedule] of Object.entries(await allSchedules())) {
    const run = () => runSchedule(name, schedule, services).catch(() => undefined);
    const timer = setInterval(run, Math.min(everyMs(schedule), 5_000));
    started.unshift(() => clearInterval(timer));
  }
  process.stdout.write(`ready ${url}\n`);
}

async function ownPostgres(): Promise<string> {
  const starting = startPostgres({ dataDir: `${DATA}/postgres`, restarts: true });
  started.unshift(async () => (await starting).stop());
  return (await starting).url;
}

/** Listens before there is anything to serve, because the stand-in's address is in the configuration. */
async function listen(): Promise<{ url: string; serve(listener: RequestListener): void }> {
  let answer: RequestListener = (_, reply) => reply.writeHead(503).end();
  const server = createServer((asked, reply) => {
    // Also on what no app of ours answers: a request that is none, a start that is not over.
    for (const [name, value] of Object.entries(EVERY_ANSWER)) reply.setHeader(name, value);
    answer(asked, reply);
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(error.code === 'EADDRINUSE' ? new Error(TAKEN) : error),
    );
    server.listen(PORT, '127.0.0.1', listening);
  });
  started.unshift(() => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: (listener) => {
      answer = listener;
    },
  };
}

function standInApp(url: string): Hono {
  const wechat = wechatStandIn({
    people: DEMO_PEOPLE.map(({ key, label, openid, phone }) => ({ key, label, openid, phone })),
    appid: APPID,
    secret: SECRET,
    now: () => new Date(),
    visitLastsMs: Number.POSITIVE_INFINITY,
    push: pushTo(url),
    pushes: true,
  });
  const storage = storageStandIn({ directory: `${DATA}/storage`, now: () => new Date() });
  const sms = smsStandIn({ now: () => new Date() });
  return new Hono().route('/', storage.app).route('/', sms.app).route('/', wechat.app);
}

async function mounted(services: Services, standIns: Hono): Promise<RequestListener> {
  const api = listenerOf(wholeApp(services, { rateFactor: 100 }));
  const pages = async () => {
    const directory = await build('h5', () => process.stdout.write('正在生成网页，第一次要一两分钟…\n'));
    return getRequestListener(h5Pages(directory, services.log).fetch);
  };
  return firstOf([
    [/^\/stand-in\//, getRequestListener(standIns.fetch)],
    [/^\/(api|[a-z])\//, api],
    [/^/, PAGES ? await pages() : api],
  ]);
}

process.once('SIGINT', () => stop(0));
process.once('SIGTERM', () => stop(0));
// The terminal was closed.
process.once('SIGHUP', () => stop(0));
main().catch((error: Error) => {
  if (!stopping) process.stderr.write(`${error.message}\n`);
  return stop(1);
});
