import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { type Context, Hono } from 'hono';
import { bundle } from '../local/bench/programs';
import { storageEnv } from '../local/storage-stand-in';
import { EVERY_ANSWER, OVER_TLS } from './headers';
import { answerEvent } from './lambda-http';
import { reply } from './reply';

const echo = async (c: Context) => {
  const { method, path } = c.req;
  const body = Buffer.from(await c.req.arrayBuffer()).toString('utf8');
  const heard = {
    method,
    path,
    name: c.req.param('name'),
    query: c.req.query(),
    type: c.req.header('Content-Type'),
    body,
  };
  return reply(c, JSON.stringify(heard), 201, { 'x-own': 'yes' });
};
const app = new Hono()
  .get('/api/mine', (c) => reply(c, 'mine', 200, {}))
  .all('/api/:name', echo)
  .onError((error, c) => reply(c, error.message, 500, {}));
app.get('/api/bad/:name', () => {
  throw new Error('went wrong');
});
app.notFound((c) => reply(c, 'nothing here', 404, {}));

const eventOf = (method: string, rawPath: string, rest: Partial<APIGatewayProxyEventV2> = {}) =>
  ({
    rawPath,
    rawQueryString: '',
    headers: {},
    isBase64Encoded: false,
    requestContext: { http: { method } },
    ...rest,
  }) as APIGatewayProxyEventV2;

test('path, query, headers and body of an event arrive as they were sent', async () => {
  const event = eventOf('POST', '/api/%E6%9D%91', {
    rawQueryString: 'state=answered&cursor=a%2Bb',
    headers: { 'Content-Type': 'application/json' },
    body: Buffer.from('{"words":"路灯"}').toString('base64'),
    isBase64Encoded: true,
  });
  const { statusCode, headers, body, isBase64Encoded } = await answerEvent(app, event);
  expect({ statusCode, headers, isBase64Encoded }).toEqual({
    statusCode: 201,
    headers: { ...OVER_TLS, ...EVERY_ANSWER, 'x-own': 'yes' },
    isBase64Encoded: false,
  });
  expect(JSON.parse(body ?? '')).toEqual({
    method: 'POST',
    path: '/api/村',
    name: '村',
    query: { state: 'answered', cursor: 'a+b' },
    type: 'application/json',
    body: '{"words":"路灯"}',
  });
});

test('a HEAD is a GET without its body; errors and unknown paths end in replies', async () => {
  expect(await answerEvent(app, eventOf('HEAD', '/api/x'))).toMatchObject({ statusCode: 201, body: '' });
  expect(await answerEvent(app, eventOf('GET', '/api/bad/x'))).toMatchObject({ statusCode: 500, body: 'went wrong' });
  expect(await answerEvent(app, eventOf('GET', '/'))).toMatchObject({ statusCode: 404, body: 'nothing here' });
});

test('of two paths that fit, the first answers', async () => {
  expect(await answerEvent(app, eventOf('GET', '/api/mine'))).toMatchObject({ statusCode: 200, body: 'mine' });
});

test('elsewhere the same reply is a Response', async () => {
  const response = await app.request('/api/x');
  expect([response.status, response.headers.get('x-own')]).toEqual([201, 'yes']);
});

test('the function answers its first event without loading fetch', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'lianxin-lambda-'));
  const key = (id: string) => `${id}:${Buffer.alloc(32, id).toString('base64')}`;
  const env = {
    ...storageEnv('http://127.0.0.1:9'),
    STAGE: 'local',
    DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing',
    PUBLIC_URL: 'http://127.0.0.1',
    WECHAT_APPID: 'wx0000000000000001',
    WECHAT_SECRET: '0'.repeat(32),
    WECHAT_TEMPLATE_PROGRESS: 'test-template-progress',
    WECHAT_TEMPLATE_RECEIVED: 'test-template-received',
    TOKEN_KEYS: key('t'),
    PHONE_KEYS: key('p'),
    PHONE_HASH_KEYS: key('h'),
  };
  const script = `
    require(process.argv[1]).handler(${JSON.stringify(eventOf('GET', '/api/openapi.json'))}).then(({ statusCode }) => {
      process.stdout.write(JSON.stringify([statusCode, process.moduleLoadList.filter((name) => name.includes('undici'))]));
      process.exit();
    });`;
  try {
    const said = execFileSync(process.execPath, ['-e', script, await bundle('api.ts', directory)], { env });
    expect(JSON.parse(String(said))).toEqual([200, []]);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
