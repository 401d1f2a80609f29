import type { Hono } from 'hono';
import * as z from 'zod/mini';
import * as identity from '../../shared/identity/contract';
import type { ProblemBody } from '../../shared/kernel/problems';
import { procedure } from '../../shared/kernel/procedure';
import * as requests from '../../shared/requests/contract';
import { COUNTY, deputyNamed, testApi } from '../testing/api';
import { testsApp } from '../testing/app';
import { sendRaw } from '../testing/phone';
import { bind } from './http';

const api = testApi();

const base = {
  summary: '试',
  method: 'GET',
  who: 'anyone',
  input: z.strictObject({}),
  reply: z.object({ told: z.string() }),
  problems: [],
  rate: 'public',
} as const;

const ask = (app: Hono, path: string, init?: RequestInit) => app.request(`/api/v2/${COUNTY}${path}`, init);

test('health says that the database answers', async () => {
  const { status, text, headers } = await sendRaw(api.url, '/api/health');
  expect([status, text, headers['cache-control']]).toEqual([200, '{"ok":true}', 'no-store']);
});

test('a fault of ours gives a number to quote and nothing else; the log line with that number says where', async () => {
  const secret = '13800000001 陈试用';
  const faulty = procedure({ ...base, name: 'tests.fault', path: '/tests/fault' });
  const app = testsApp([bind(faulty, async () => Promise.reject(new RangeError(secret)))], api.services);
  const response = await ask(app, '/tests/fault');
  const body = (await response.json()) as ProblemBody;
  expect(response.status).toBe(500);
  expect(body).toEqual({
    type: '/problems/internal',
    title: '我们这边出了点问题，您写的都还在。',
    detail: expect.stringContaining(body.number),
    status: 500,
    code: 'internal',
    number: expect.stringMatching(/^L-500-[0-9A-Z]{4}$/),
  });
  const line = api.log.find((each) => each.includes(body.number)) ?? '';
  expect(JSON.parse(line)).toMatchObject({
    level: 'error',
    error: 'RangeError',
    procedure: 'tests.fault',
    at: expect.stringContaining('http.test'),
  });
  expect(line).not.toContain(secret);
});

test('a problem that is nobody’s fault has its line too', async () => {
  const { number } = (await api.nobody.send(requests.follow, { id: 'x' })).body as ProblemBody;
  const line = api.log.find((each) => each.includes(number)) ?? '{}';
  expect(JSON.parse(line)).toMatchObject({
    level: 'info',
    code: 'not_signed_in',
    procedure: 'requests.follow',
    status: 401,
  });
});

test('what is not in the schema of the reply does not leave the house, and a reply that misses something is our fault', async () => {
  const chatty = procedure({ ...base, name: 'tests.chatty', path: '/tests/chatty' });
  const silent = procedure({ ...base, name: 'tests.silent', path: '/tests/silent' });
  const app = testsApp(
    [
      bind(chatty, async () => ({ told: '有', openid: 'demo-openid' })),
      bind(silent, async () => ({}) as { told: string }),
    ],
    api.services,
  );
  expect(await (await ask(app, '/tests/chatty')).json()).toEqual({ told: '有' });
  expect((await ask(app, '/tests/silent')).status).toBe(500);
});

test('what was written and then can’t be said is not called a failure, and the log says by its kind what broke', async () => {
  const post = { ...base, method: 'POST', name: 'tests.mute', path: '/tests/mute' } as const;
  const app = testsApp([bind(procedure(post), async () => ({}) as { told: string })], api.services);
  const response = await ask(app, '/tests/mute', { method: 'POST' });
  const { title, number } = (await response.json()) as ProblemBody;
  expect([response.status, title]).toEqual([500, '已经收到了，只是没显示出来。请退出来再看一看。']);
  const line = JSON.parse(api.log.find((each) => each.includes(number)) ?? '{}');
  expect(line).toMatchObject({ level: 'error', msg: 'failed after the commit', error: 'ZodError', field: 'told' });
  expect(line.dropped).toBeUndefined();
});

test('who calls too often waits a minute; others do not wait for them, and a minute later it is forgotten', async () => {
  const app = testsApp(
    [
      bind(procedure({ ...base, name: 'tests.often', path: '/tests/often', rate: 'write' }), async () => ({
        told: '',
      })),
    ],
    api.services,
  );
  const from = async (address: string) =>
    ask(app, '/tests/often', { headers: { 'x-forwarded-for': `10.9.9.9, ${address}` } });
  for (let call = 0; call < 60; call += 1) expect((await from('10.0.0.1')).status).toBe(200);
  const refused = await from('10.0.0.1');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  expect(((await refused.json()) as ProblemBody).code).toBe('too_many');
  expect((await from('10.0.0.2')).status).toBe(200);
  api.clock.advance(59_000);
  const late = await from('10.0.0.1');
  expect([late.status, late.headers.get('retry-after')]).toEqual([429, '1']);
  expect(((await late.json()) as ProblemBody).detail).toBe('请过 1 秒再试。');
  api.clock.advance(1_000);
  expect((await from('10.0.0.1')).status).toBe(200);
});

test('every answer tells a browser not to guess, not to frame and not to send on where it was', async () => {
  const { token } = await api.signedIn('chen');
  const authorization = `Bearer ${token}`;
  const asked: [path: string, init: Parameters<typeof sendRaw>[2]][] = [
    ['/api/health', {}],
    ['/api/openapi.json', {}],
    [`/api/v2/${COUNTY}/directory/county`, {}],
    [`/api/v2/${COUNTY}/directory/county`, { method: 'HEAD' }],
    [`/api/v2/${COUNTY}/directory/county`, { method: 'DELETE' }],
    [`/api/${COUNTY}/identity/me`, {}],
    [`/api/v2/${COUNTY}/identity/me`, { headers: { authorization } }],
    ['/api/v2/110101/identity/me', { headers: { authorization } }],
    ['/api/wechat/events', {}],
    ['/api/nowhere', {}],
    ['/nowhere', {}],
    ['/', { method: 'POST' }],
    ['/c/nowhere', {}],
    ['/z/nowhere', {}],
  ];
  for (const [path, init] of asked) {
    const { headers, status, text } = await sendRaw(api.url, path, init);
    expect([path, headers]).toEqual([
      path,
      expect.objectContaining({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      }),
    ]);
    if (status < 400 || path.startsWith('/c/') || path.startsWith('/z/')) continue;
    expect([path, headers['content-type']]).toEqual([path, 'application/problem+json; charset=utf-8']);
    expect(JSON.parse(text)).toMatchObject({ status, detail: expect.stringMatching(/^请/) });
  }
});

test('what needs a session says so first, also of a county that is not there', async () => {
  const paths = [`/api/v2/110101/identity/me`, `/api/110101/identity/me`, `/api/v2/x/identity/me`];
  for (const path of paths) {
    expect((await sendRaw(api.url, path)).status).toBe(401);
    expect((await sendRaw(api.url, path, { headers: { authorization: 'Bearer x.y.z' } })).status).toBe(401);
  }
});

test('every field that is wrong is named, at most twenty of them', async () => {
  const chen = await api.signedIn('chen');
  const { body } = await chen.send(requests.submit, { deputyId: 'x', words: '短', category: 'x', where: 1, more: 2 });
  const { code, errors = [] } = body as ProblemBody;
  expect(code).toBe('invalid_input');
  const paths = errors.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(['deputyId', 'village', 'category', 'words', 'where', 'openness', 'nameFor', '']),
  );
  expect(errors.find(({ path }) => path === 'words')?.message).toBe('再多写几个字，至少 10 个字。');
  const many = Object.fromEntries(Array.from({ length: 4 }, (_, n) => [`choices.${n}`, n]));
  expect(((await chen.send(requests.submit, many)).body as ProblemBody).errors?.length).toBeLessThanOrEqual(20);
});

test('a field of the path that comes a second time is one too many', async () => {
  const chen = await api.signedIn('chen');
  const headers = {
    authorization: `Bearer ${chen.token}`,
    'content-type': 'application/json',
    'idempotency-key': 'x'.repeat(20),
  };
  const { id } = deputyNamed('徐示例');
  const path = `/api/v2/${COUNTY}/requests/${id}/supplements`;
  const { text } = await sendRaw(api.url, path, {
    method: 'POST',
    headers,
    body: JSON.stringify({ id, words: '还有一处。' }),
  });
  expect(JSON.parse(text)).toMatchObject({ code: 'invalid_input', errors: [{ path: 'id' }] });
  const twice = await sendRaw(api.url, `/api/v2/${COUNTY}/directory/deputies/${id}?id=${id}`);
  expect(JSON.parse(twice.text)).toMatchObject({ code: 'invalid_input', errors: [{ path: 'id' }] });
});

test('an unknown path is not found, a known one says what it allows, 401 says how', async () => {
  const unknown = await sendRaw(api.url, `/api/v2/${COUNTY}/nowhere`);
  expect([unknown.status, unknown.headers.allow]).toEqual([404, undefined]);
  const known = await sendRaw(api.url, `/api/v2/${COUNTY}/directory/county`, { method: 'POST' });
  expect([known.status, known.headers.allow]).toEqual([405, 'GET, HEAD']);
  const { status, headers } = await api.nobody.send(identity.me, {});
  expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
});

test('the name of the scheme may be written small', async () => {
  const { token } = await api.signedIn('chen');
  const path = `/api/v2/${COUNTY}/identity/me`;
  expect((await sendRaw(api.url, path, { headers: { authorization: `bearer ${token}` } })).status).toBe(200);
});
