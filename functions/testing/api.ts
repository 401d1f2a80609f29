import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type * as z from 'zod/mini';
import { signIn, verifyPhone } from '../../shared/identity/contract';
import type { submit } from '../../shared/requests/contract';
import { allSchedules } from '../app';
import { COUNTY, demoCounty, villageNamed } from '../local/seed/county';
import { DEMO_PEOPLE } from '../local/seed/people';
import { OTHER_COUNTY, seed } from '../local/seed/write';
import { type SmsStandIn, smsEnv, smsStandIn } from '../local/sms-stand-in';
import { storageEnv, storageStandIn } from '../local/storage-stand-in';
import { wechatStandIn } from '../local/wechat-stand-in';
import { PUSH_ENV, pushTo } from '../local/wechat-stand-in/push';
import type { StandInPerson } from '../local/wechat-stand-in/world';
import type { Services } from '../platform/call';
import { readConfig } from '../platform/config';
import { openLog } from '../platform/log';
import { firstOf, listenerOf } from '../platform/node-http';
import { runSchedule } from '../platform/schedules';
import { openServices } from '../platform/services';
import { openSms } from '../platform/sms';
import { wholeApp } from '../whole-app';
import { START, type TestClock, testClock } from './clock';
import { openTestPhone, type TestPhone } from './phone';
import { type TestDatabase, testDatabase } from './server';

export { COUNTY, OTHER_COUNTY };

const ACCOUNT = { appid: 'wx0000000000000001', secret: '0'.repeat(32) };
// The stand-in draws codes in the process that waits for them, and a busy machine takes its time.
const WECHAT_TIMEOUT_MS = 120_000;

/** What goes wrong with WeChat, and what was sent through it: the stand-in's control, see `wechat-stand-in/control.ts`. */
type StandIn = {
  post<T>(path: string, body: unknown): Promise<T>;
  faults(changes: Record<string, unknown>): Promise<void>;
  mend(): Promise<void>;
  messages: readonly { openid: string; templateId: string; page: string; data: Record<string, string> }[];
};

export type TestApi = {
  url: string;
  /** The clone behind it; its `owner` writes what a story needs. */
  store: TestDatabase;
  services: Services;
  clock: TestClock;
  standIn: StandIn;
  /** What goes wrong with the storage. */
  storageFaults: { away: boolean };
  /** What was sent as short messages, and what goes wrong with them. */
  sms: Pick<SmsStandIn, 'texts' | 'faults' | 'mend'>;
  /** What the server logged, line by line. */
  log: string[];
  /** A phone nobody signed in on. */
  nobody: TestPhone;
  /** A phone on which this demo person (`functions/local/seed/people.ts`) signed in. */
  signedIn(key: string, county?: string): Promise<TestPhone>;
  verifyPhone(phone: TestPhone, key: string): Promise<void>;
  /** Everything the clock starts, once, for every county; as in production, a failed schedule does not stop the next one. */
  runSchedules(): Promise<void>;
  /** One of them, by its full name (`requests.lapse`), once, for every county. @throws Error where there is none, and as it does */
  runSchedule(name: string): Promise<void>;
};

type Options = {
  /** When it begins. */
  at?: string;
  /** Database connections at most; a Lambda instance has one. */
  connections?: number;
  /** Puts something between the API and its database. */
  through?: (url: string) => Promise<string>;
  /** How many times more may be done a day than in production. */
  dailyFactor?: number;
  /** Who has a WeChat account besides the demo people. */
  people?: readonly StandInPerson[];
  /** What else the same server serves. */
  pages?: () => Promise<Hono>;
};

/**
 * The whole API on a seeded clone of its own, with WeChat's stand-in, over real loopback HTTP. Filled in from `beforeAll` on.
 * Nothing runs by itself: the test moves the clock and runs the schedules.
 */
export function testApi({
  at = START,
  connections = 10,
  through = async (url) => url,
  pages,
  dailyFactor = 10_000,
  people = [],
}: Options = {}): TestApi {
  const store = testDatabase();
  const api = {} as TestApi;
  const clock = testClock(at);
  const directory = mkdtempSync(join(tmpdir(), 'lianxin-storage-'));
  let server: Server;
  beforeAll(async () => {
    // Closed while the process is busy with something else, a connection would break under the call that comes next.
    server = createServer({ keepAliveTimeout: 0 });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const log: string[] = [];
    const config = configFor(url, await through(store.url));
    const services = openServices(config, {
      clock: clock.now,
      log: openLog(clock.now, (line) => log.push(line)),
      connections,
      wechatTimeoutMs: WECHAT_TIMEOUT_MS,
      sms: openSms,
    });
    await seed(store.url, services.phones, clock.now());
    const standIn = wechatStandIn({
      people: [...DEMO_PEOPLE, ...people],
      ...ACCOUNT,
      now: clock.now,
      push: pushTo(url),
    });
    const storage = storageStandIn({ directory, now: clock.now });
    const sms = smsStandIn({ now: clock.now });
    const standIns = new Hono().route('/', storage.app).route('/', sms.app).route('/', standIn.app);
    server.on('request', listenerFor(services, standIns, dailyFactor, await pages?.()));
    Object.assign(
      api,
      { url, store, services, clock, log, storageFaults: storage.faults, sms },
      phonesOf(url),
      controlOf(url, standIn.messages),
    );
    api.runSchedule = async (name) => {
      const schedule = (await allSchedules())[name];
      if (!schedule) throw new Error(`no schedule is called ${name}`);
      await runSchedule(name, schedule, services);
    };
    api.runSchedules = async () => {
      for (const [name, schedule] of Object.entries(await allSchedules()))
        await runSchedule(name, schedule, services).catch(() => undefined);
    };
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await api.services?.database.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return api;
}

function listenerFor(services: Services, standIns: Hono, dailyFactor: number, pages?: Hono): RequestListener {
  const api = listenerOf(wholeApp(services, { rateFactor: 1_000_000, dailyFactor }));
  return firstOf([
    [/^\/stand-in\//, getRequestListener(standIns.fetch)],
    [/^\/(api|c)\//, api],
    [/^/, pages ? getRequestListener(pages.fetch) : api],
  ]);
}

function configFor(url: string, databaseUrl: string) {
  const key = () => `test1:${randomBytes(32).toString('base64')}`;
  return readConfig({
    ...storageEnv(url),
    ...PUSH_ENV,
    ...smsEnv(url),
    STAGE: 'local',
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: url,
    WECHAT_APPID: ACCOUNT.appid,
    WECHAT_SECRET: ACCOUNT.secret,
    WECHAT_BASE_URL: `${url}/stand-in/wechat`,
    WECHAT_TEMPLATE_PROGRESS: 'test-template-progress',
    WECHAT_TEMPLATE_RECEIVED: 'test-template-received',
    TOKEN_KEYS: key(),
    PHONE_KEYS: key(),
    PHONE_HASH_KEYS: key(),
  });
}

function phonesOf(url: string): Pick<TestApi, 'nobody' | 'signedIn' | 'verifyPhone'> {
  return {
    nobody: openTestPhone(url, COUNTY),
    async signedIn(key, county = COUNTY) {
      const phone = openTestPhone(url, county);
      const { code } = await post<{ code: string }>(`${url}/stand-in/login`, { person: key });
      phone.token = (await phone.call(signIn, { code })).accessToken;
      return phone;
    },
    async verifyPhone(phone, key) {
      const { code } = await post<{ code: string }>(`${url}/stand-in/phone`, { person: key });
      phone.token = (await phone.call(verifyPhone, { code })).accessToken;
    },
  };
}

function controlOf(url: string, messages: StandIn['messages']): Pick<TestApi, 'standIn'> {
  const faults = `${url}/stand-in/faults`;
  return {
    standIn: {
      messages,
      post: (path, body) => post(`${url}/stand-in${path}`, body),
      faults: async (changes) => void (await post(faults, changes)),
      mend: async () => void (await fetch(faults, { method: 'DELETE' })),
    },
  };
}

async function post<T>(url: string, body: unknown): Promise<T> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`the stand-in answered ${response.status}`);
  return (await response.json()) as T;
}

const county = demoCounty();

/** The seeded deputy of this name: `徐示例` (town and county), `毛范例` (town), `范旧例` (ended). */
export function deputyNamed(name: string): (typeof county.deputies)[number] {
  const found = county.deputies.find((deputy) => deputy.name === name);
  if (!found) throw new Error(`no deputy ${name} in the demo county`);
  return found;
}

/** A village of 白石镇. */
export function villageOf(name: string): string {
  return villageNamed(county, name).code;
}

/** What a resident of 草坪村 sends to this deputy. */
export function matterFor(deputy: string, changes: Partial<z.input<typeof submit.input>> = {}) {
  return {
    deputyId: deputyNamed(deputy).id,
    village: villageOf('草坪村'),
    category: 'road' as const,
    words: '村口的路灯坏了三盏，老人晚上看不见。',
    openness: 'handlers' as const,
    nameFor: 'deputy' as const,
    ...changes,
  };
}
