import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { PARTS, parametersOf, readConfig, WECHAT_URL } from './config';

const key = (id: string, fill: number, length = 32) => `${id}:${Buffer.alloc(length, fill).toString('base64')}`;

const GOOD = {
  STAGE: 'prod',
  DATABASE_URL: 'postgres://lianxin@db.example:5432/lianxin',
  PUBLIC_URL: 'https://lianxin.example/',
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_SECRET: '0123456789abcdef0123456789abcdef',
  WECHAT_TEMPLATE_PROGRESS: 'progress-template-0000000000000000000000001',
  WECHAT_TEMPLATE_RECEIVED: 'received-template-0000000000000000000000002',
  UPLOADS_BUCKET: 'lianxin-prod-uploads-1abc',
  INCOMING_BUCKET: 'lianxin-prod-incoming-1abc',
  KEYS_BUCKET: 'lianxin-prod-keys-1abc',
  AWS_REGION: 'cn-northwest-1',
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'example-key',
  TOKEN_KEYS: key('t1', 1),
  PHONE_KEYS: key('p1', 2),
  PHONE_HASH_KEYS: key('h1', 3),
};

function sentence(env: Record<string, string | undefined>): string {
  try {
    readConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

test('reads a deployed configuration; what is not said is the real WeChat and the released mini-program', () => {
  const config = readConfig(GOOD);
  expect(config).toMatchObject({ stage: 'prod', publicUrl: 'https://lianxin.example' });
  expect(config.wechat).toMatchObject({ baseUrl: WECHAT_URL, envVersion: 'release' });
  expect(readConfig({ ...GOOD, STAGE: 'staging' }).wechat.envVersion).toBe('trial');
  expect(readConfig({ ...GOOD, STAGE: 'dev', WECHAT_ENV_VERSION: 'develop' }).wechat.envVersion).toBe('develop');
});

test.each(Object.keys(GOOD))('without %s the start stops with one sentence that names it', (name) => {
  for (const empty of [undefined, '']) {
    const said = sentence({ ...GOOD, [name]: empty });
    expect(said).toMatch(new RegExp(`^没法启动：缺少 ${name}（[^。]+）。$`));
  }
});

test('several missing or malformed ones are named together', () => {
  const said = sentence({ ...GOOD, WECHAT_SECRET: undefined, TOKEN_KEYS: 'short', PUBLIC_URL: 'nonsense' });
  for (const name of ['WECHAT_SECRET', 'TOKEN_KEYS', 'PUBLIC_URL']) expect(said).toContain(name);
  expect(said.match(/。/g)).toHaveLength(1);
});

test.each([
  ['STAGE', 'production'],
  ['DATABASE_URL', 'mysql://root@db.example/x'],
  ['PUBLIC_URL', 'http://lianxin.example'],
  ['WECHAT_APPID', 'wx123'],
  ['WECHAT_SECRET', 'hunter2-hunter2-hunter2-hunter2!'],
  ['WECHAT_ENV_VERSION', 'beta'],
  ['WECHAT_TEMPLATE_PROGRESS', '短模板号'],
  ['WECHAT_PUSH_TOKEN', 'a-token'],
  ['WECHAT_ENCODING_AES_KEY', 'short'],
  ['TENCENT_SECRET_ID', 'an id'],
  ['TENCENT_SECRET_KEY', 'short'],
  ['SMS_SDK_APP_ID', '14000'],
  ['SMS_SIGN', '【连心站】'],
  ['SMS_TEMPLATE_DIGEST', 'one'],
  ['SMS_TEMPLATE_REPORT', 'two'],
  ['SMS_BASE_URL', 'sms.example'],
  ['UPLOADS_BUCKET', 'Not A Bucket'],
  ['INCOMING_BUCKET', 'dotted.bucket'],
  ['KEYS_BUCKET', 'dotted.bucket'],
  ['AWS_REGION', 'Ningxia!'],
  ['TOKEN_KEYS', key('t1', 1, 31)],
  ['TOKEN_KEYS', `${key('t1', 1)},${key('t1', 4)}`],
  ['TOKEN_KEYS', `${key('t1', 1)},`],
  ['TOKEN_KEYS', Buffer.alloc(32, 1).toString('base64')],
  ['PHONE_KEYS', key('p1', 2, 64)],
  ['PHONE_HASH_KEYS', key('坏', 2)],
])('%s is refused when malformed, and what was written is not repeated', (name, value) => {
  const said = sentence({ ...GOOD, [name]: value });
  expect(said).toContain(name);
  expect(said).not.toContain(value);
});

test('events are taken with the token and the key together, or not at all', () => {
  const push = { WECHAT_PUSH_TOKEN: 'Token0123', WECHAT_ENCODING_AES_KEY: 'a'.repeat(43) };
  expect(readConfig(GOOD).wechat.push).toBeNull();
  expect(readConfig({ ...GOOD, ...push }).wechat.push).toMatchObject({ token: 'Token0123' });
  expect(JSON.stringify(readConfig({ ...GOOD, ...push }).wechat.push)).not.toContain('aaaa');
  for (const name of Object.keys(push)) expect(sentence({ ...GOOD, ...push, [name]: '' })).toContain(name);
});

const SMS = {
  TENCENT_SECRET_ID: 'a'.repeat(36),
  TENCENT_SECRET_KEY: 'b'.repeat(32),
  SMS_SDK_APP_ID: '1400000000',
  SMS_SIGN: '连心站',
  SMS_TEMPLATE_DIGEST: '1000001',
};

test('short messages are sent with all five, or not at all, and by the clock alone', () => {
  expect(readConfig(GOOD).sms).toBeNull();
  const { sms } = readConfig({ ...GOOD, ...SMS }, 'clock');
  expect(sms).toMatchObject({
    baseUrl: 'https://sms.tencentcloudapi.com',
    templates: { digest: '1000001', report: null },
  });
  // A county that has short messages need not have those of year-end reports.
  expect(readConfig({ ...GOOD, ...SMS, SMS_TEMPLATE_REPORT: '1000002' }, 'clock').sms?.templates.report).toBe(
    '1000002',
  );
  for (const name of Object.keys(SMS))
    expect(sentence({ ...GOOD, ...SMS, [name]: '' })).toContain('要么都写，要么都不写');
  for (const part of PARTS.filter((part) => part !== 'clock')) {
    expect(readConfig({ ...GOOD, ...SMS }, part).sms).toBeNull();
    for (const name of Object.keys(SMS)) expect(parametersOf(part)).not.toContain(name);
  }
  expect(parametersOf('clock')).toEqual(expect.arrayContaining(Object.keys(SMS)));
  expect(parametersOf('clock')).not.toContain('SMS_BASE_URL');
});

test('another sender of short messages than the real one is for this machine alone', () => {
  expect(sentence({ ...GOOD, SMS_BASE_URL: 'https://sms.example' })).toContain('SMS_BASE_URL');
  const local = { ...GOOD, STAGE: 'local' };
  expect(readConfig({ ...local, ...SMS, SMS_BASE_URL: 'http://127.0.0.1:1/sms/' }).sms?.baseUrl).toBe(
    'http://127.0.0.1:1/sms',
  );
  expect(sentence({ ...local, SMS_BASE_URL: 'https://sms.example' })).toContain('SMS_BASE_URL');
});

test('a deployed function reads what it needs, and asks for nothing else', () => {
  const { TOKEN_KEYS: _, PUBLIC_URL: __, ...rest } = GOOD;
  expect(readConfig(rest, 'clock')).toMatchObject({ tokenKeys: null, publicUrl: null, wechat: { push: null } });
  expect(readConfig(GOOD, 'clock')).toMatchObject({ tokenKeys: null, publicUrl: null });
  expect(() => readConfig(rest, 'api')).toThrow(/^没法启动：缺少 TOKEN_KEYS（[^。]+）。$/);
  expect(() => readConfig(rest, 'office')).toThrow('PUBLIC_URL');
  expect(parametersOf('clock')).not.toContain('TOKEN_KEYS');
  const all = PARTS.flatMap(parametersOf);
  expect(all).toEqual(expect.arrayContaining(['WECHAT_SECRET', 'TOKEN_KEYS', 'WECHAT_PUSH_TOKEN', 'PUBLIC_URL']));
  for (const name of ['STAGE', 'DATABASE_URL', 'AWS_REGION', 'UPLOADS_BUCKET']) expect(all).not.toContain(name);
});

test('keys rotate: the first is current, the others still count', () => {
  const { tokenKeys } = readConfig({ ...GOOD, TOKEN_KEYS: `${key('t2', 9)}, ${key('t1', 1)}` });
  expect(tokenKeys?.map(({ id }) => id)).toEqual(['t2', 't1']);
});

test('one key can not serve two purposes', () => {
  expect(sentence({ ...GOOD, PHONE_KEYS: key('p1', 1) })).toContain('不能用同一把钥匙');
});

test('a configuration that gets printed does not print its keys', () => {
  const { tokenKeys } = readConfig(GOOD);
  expect(JSON.stringify(tokenKeys)).not.toContain(Buffer.alloc(32, 1).toString('base64'));
});

describe('the stand-in stays at home', () => {
  const STAND_IN = 'http://127.0.0.1:8787/stand-in/wechat';

  test.each(['dev', 'staging', 'prod'])('stage %s talks to the real WeChat only', (STAGE) => {
    for (const url of [STAND_IN, 'https://wechat.example', `${WECHAT_URL}.example`, 'http://api.weixin.qq.com'])
      expect(sentence({ ...GOOD, STAGE, WECHAT_BASE_URL: url })).toContain('WECHAT_BASE_URL');
    expect(readConfig({ ...GOOD, STAGE, WECHAT_BASE_URL: WECHAT_URL }).wechat.baseUrl).toBe(WECHAT_URL);
  });

  test('stage local may use it, on this machine only, and is never deployed', () => {
    const local = { ...GOOD, STAGE: 'local', PUBLIC_URL: 'http://127.0.0.1:8787', WECHAT_BASE_URL: STAND_IN };
    expect(readConfig(local).wechat.baseUrl).toBe(STAND_IN);
    expect(sentence({ ...local, WECHAT_BASE_URL: 'http://192.0.2.1/wechat' })).toContain('WECHAT_BASE_URL');
    expect(sentence({ ...local, AWS_LAMBDA_FUNCTION_NAME: 'lianxin-api' })).toContain('STAGE');
  });

  test('files lie on this machine at stage local, and in AWS at every other', () => {
    const url = 'http://127.0.0.1:8787/stand-in/storage';
    const local = { ...GOOD, STAGE: 'local', PUBLIC_URL: 'http://127.0.0.1:8787', AWS_ENDPOINT_URL_S3: url };
    expect(readConfig(local).storage.url).toBe(url);
    expect(sentence({ ...local, AWS_ENDPOINT_URL_S3: 'https://files.example' })).toContain('AWS_ENDPOINT_URL_S3');
    for (const STAGE of ['dev', 'staging', 'prod'])
      expect(sentence({ ...GOOD, STAGE, AWS_ENDPOINT_URL_S3: url })).toContain('AWS_ENDPOINT_URL_S3');
  });

  test('nothing that is deployed imports functions/local', () => {
    const root = resolve(__dirname, '../..');
    const tracked = execFileSync('find', ['functions', 'shared', '-name', '*.ts'], { cwd: root, encoding: 'utf8' });
    const deployed = tracked
      .split('\n')
      .filter((file) => file && !/^functions\/local\/|\/testing\/|\.test\.ts$/.test(file));
    const imports = deployed.flatMap((file) =>
      [
        ...readFileSync(resolve(root, file), 'utf8').matchAll(/(?:from|import|require)\s*\(?\s*['"](\.[^'"]+)['"]/g),
      ].map(([, to]) => ({ file, to: relative(root, resolve(root, dirname(file), to as string)) })),
    );
    expect(imports.length).toBeGreaterThan(5);
    expect(imports.filter(({ to }) => to.startsWith('functions/local'))).toEqual([]);
  });
});
