import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signed } from './aws';
import { readParameters } from './parameters';

type Asked = { target: string; authorization: string; token: string; input: Record<string, unknown> };
type Answer = { status: number; body: unknown };

let server: Server;
let asked: Asked[];
let answer: (request: Asked) => Answer;
let env: Record<string, string>;

beforeEach(async () => {
  asked = [];
  server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const header = (name: string) => String(request.headers[name] ?? '');
    const one = {
      target: header('x-amz-target'),
      authorization: header('authorization'),
      token: header('x-amz-security-token'),
      input: JSON.parse(body),
    };
    asked.push(one);
    const { status, body: reply } = answer(one);
    response.writeHead(status).end(typeof reply === 'string' ? reply : JSON.stringify(reply));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  env = {
    AWS_REGION: 'cn-northwest-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example-key',
    AWS_SESSION_TOKEN: 'example-session',
    AWS_ENDPOINT_URL_SSM: url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: url,
    STAGE: 'prod',
    PARAMETER_PATH: '/lianxin/prod',
    PARAMETERS: 'WECHAT_SECRET STAGE',
  };
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const parameter = (name: string, Value: string) => ({ Name: `/lianxin/prod/${name}`, Value });

test('a request carries the signature that AWS computes', () => {
  const account = {
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    AWS_SESSION_TOKEN: 'session/token==',
  };
  const request = {
    service: 'ssm',
    region: 'cn-northwest-1',
    host: 'ssm.cn-northwest-1.amazonaws.com.cn',
    body: '{"Path":"/lianxin/prod"}',
    now: new Date('2026-11-22T01:02:03Z'),
  };
  // Computed once by AWS's own signer for the same request.
  expect(signed(account, request, { 'x-amz-target': 'AmazonSSM.GetParametersByPath' }).authorization).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/cn-northwest-1/ssm/aws4_request, ' +
      'SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target, ' +
      'Signature=3338a9bef938f8c4ac218726c00190cffe3e032e0f9deb84eb0b723986eaefc3',
  );
});

test('without a path the environment is all there is, and nobody is asked', async () => {
  const own = { STAGE: 'local', WECHAT_SECRET: 'own' };
  expect(await readParameters(own)).toEqual(own);
  expect(asked).toEqual([]);
});

test('the named parameters are read, ten at a time, decrypted; one that is not there is left out', async () => {
  const names = Array.from({ length: 11 }, (_, n) => `NAME_${n}`);
  answer = ({ input }) => ({
    status: 200,
    body: {
      Parameters: (input.Names as string[]).slice(1).map((name) => ({ Name: name, Value: name.slice(-1) })),
      InvalidParameters: [(input.Names as string[])[0]],
    },
  });
  const read = await readParameters({ ...env, PARAMETERS: names.join(' ') });
  expect(read).toMatchObject({ NAME_1: '1', NAME_9: '9', STAGE: 'prod' });
  expect([read.NAME_0, read.NAME_10]).toEqual([undefined, undefined]);
  const full = names.map((name) => `/lianxin/prod/${name}`);
  expect(asked.map(({ input }) => input)).toEqual([
    { Names: full.slice(0, 10), WithDecryption: true },
    { Names: full.slice(10), WithDecryption: true },
  ]);
  expect(asked[0]).toMatchObject({ target: 'AmazonSSM.GetParameters', token: 'example-session' });
  expect(asked[0]?.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/cn-northwest-1\/ssm\/aws4_request, /,
  );
});

test('a parameter cannot change what the template says', async () => {
  answer = () => ({ status: 200, body: { Parameters: [parameter('STAGE', 'local')] } });
  expect((await readParameters(env)).STAGE).toBe('prod');
});

test('the address of the database is made of the login that the secret holds', async () => {
  answer = ({ target }) =>
    target === 'secretsmanager.GetSecretValue'
      ? { status: 200, body: { SecretString: '{"username":"lianxin_login","password":"p@ss/word"}' } }
      : { status: 200, body: { Parameters: [] } };
  const read = await readParameters({
    ...env,
    DATABASE_SECRET: 'the-arn',
    DATABASE_ENDPOINT: 'proxy:5432/lianxin?sslmode=verify-full',
  });
  expect(read.DATABASE_URL).toBe('postgres://lianxin_login:p%40ss%2Fword@proxy:5432/lianxin?sslmode=verify-full');
  expect(asked).toContainEqual(expect.objectContaining({ input: { SecretId: 'the-arn' } }));
});

test('a refusal names the path and the reason, and is not repeated; what AWS said of values is left out', async () => {
  answer = () => ({
    status: 400,
    body: { __type: 'com.amazon.coral#AccessDeniedException', message: 'key-material-in-here' },
  });
  await expect(readParameters(env)).rejects.toThrow(/^没法启动：读不到 \/lianxin\/prod（AccessDeniedException）。$/);
  expect(asked).toHaveLength(1);
});

test.each(['p@ss-in-the-clear', '{"username":"lianxin_login"}', '{}'])(
  'a secret that holds no login is named, not quoted: %s',
  async (text) => {
    answer = () => ({ status: 200, body: { SecretString: text } });
    await expect(readParameters({ ...env, PARAMETER_PATH: '', DATABASE_SECRET: 'the-arn' })).rejects.toThrow(
      /^没法启动：the-arn 里没有登录名和密码。$/,
    );
  },
);

test.each([
  ['busy', { status: 400, body: { __type: 'ThrottlingException' } }],
  ['broken', { status: 500, body: {} }],
  ['not speaking JSON', { status: 502, body: '<html>' }],
])('AWS %s for a moment is tried again', async (_, bad) => {
  answer = () => (asked.length < 3 ? bad : { status: 200, body: { Parameters: [parameter('WECHAT_SECRET', 'late')] } });
  expect((await readParameters(env)).WECHAT_SECRET).toBe('late');
});

test('AWS away for longer stops the start with the same sentence', async () => {
  answer = () => ({ status: 503, body: {} });
  await expect(readParameters(env)).rejects.toThrow('没法启动：读不到 /lianxin/prod（HTTP 503）。');
  expect(asked).toHaveLength(4);
});
