import { mkdirSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { apiOf } from '../app';
import { readConfig } from '../platform/config';
import { migrate } from '../platform/migrate';
import { everyMs, runSchedule } from '../platform/schedules';
import { openServices } from '../platform/services';
import { schedules } from '../schedules';
import { build } from './build';
import { h5Pages } from './h5';
import { startPostgres } from './postgres';
import { localSecrets } from './secrets';
import { DEMO_PEOPLE } from './seed/people';
import { seedStory } from './seed/story';
import { seed } from './seed/write';
import { wechatStandIn } from './wechat-stand-in';

const PORT = Number(process.env.PORT ?? 8787);
const DATA = resolve(process.env.LIANXIN_DATA ?? '.data');
const APPID = 'wx0000000000000001';
const SECRET = '0'.repeat(32);

/** `npm start`: the API, the H5 pages, the schedules, PostgreSQL and a stand-in for WeChat, in one process and one directory. */
async function main(): Promise<void> {
  mkdirSync(DATA, { recursive: true });
  const postgres = process.env.DATABASE_URL ? null : await startPostgres({ dataDir: `${DATA}/postgres` });
  const databaseUrl = process.env.DATABASE_URL ?? postgres?.url ?? '';
  let answer: RequestListener = (_, reply) => reply.writeHead(503, { 'retry-after': '5' }).end();
  const server = createServer((asked, reply) => answer(asked, reply));
  await new Promise<void>((listening, failed) => server.once('error', failed).listen(PORT, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = readConfig({
    ...localSecrets(DATA),
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
  const services = openServices(config);
  const fresh = await seed(databaseUrl, services.phones, new Date());
  if (fresh) await seedStory(services);
  const pages = await build('h5', () => process.stdout.write('正在生成网页，第一次要一两分钟…\n'));

  const people = DEMO_PEOPLE.map(({ key, label, openid, phone }) => ({ key, label, openid, phone }));
  const standIn = wechatStandIn({
    people,
    appid: APPID,
    secret: SECRET,
    now: () => new Date(),
    visitLastsMs: Number.POSITIVE_INFINITY,
  });
  const app = new Hono();
  const api = apiOf(services, { rateFactor: 100 });
  app.all('/api/*', (c) => api.fetch(c.req.raw));
  app.all('/stand-in/*', (c) => standIn.app.fetch(c.req.raw));
  app.route('/', h5Pages(pages));
  answer = getRequestListener(app.fetch);

  const timers = schedules.map((schedule) =>
    setInterval(() => runSchedule(schedule, services).catch(() => undefined), Math.min(everyMs(schedule), 5_000)),
  );
  process.stdout.write(`ready ${url}\n`);

  const stop = async () => {
    for (const timer of timers) clearInterval(timer);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await services.database.close();
    await postgres?.stop();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
