import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { bundle } from '../local/bench/programs';
import { smsEnv, smsStandIn } from '../local/sms-stand-in';
import { openSms } from './sms';
import { SmsError, type SmsFault, smsFaultOf } from './sms/errors';

const PHONE = '+8613800005621';
const standIn = smsStandIn({ now: () => new Date('2026-11-18T02:00:00Z') });
const server = createServer({ keepAliveTimeout: 0 }, getRequestListener(standIn.app.fetch));
let origin: string;

const listening = async (one: Server) => {
  await new Promise<void>((done) => one.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
};
const close = (one: Server) => {
  one.closeAllConnections();
  return new Promise((done) => one.close(done));
};
beforeAll(async () => {
  origin = await listening(server);
});
afterAll(() => close(server));
beforeEach(() => {
  standIn.mend();
  standIn.texts.length = 0;
});

function settings() {
  const env = smsEnv(origin);
  return {
    baseUrl: env.SMS_BASE_URL as string,
    secretId: env.TENCENT_SECRET_ID as string,
    secretKey: env.TENCENT_SECRET_KEY as string,
    appId: env.SMS_SDK_APP_ID as string,
    sign: env.SMS_SIGN as string,
    templates: { digest: env.SMS_TEMPLATE_DIGEST as string, report: null },
    timeoutMs: 60_000,
  };
}
const open = (changes: object = {}) => openSms({ ...settings(), ...changes });
const message = { phone: PHONE, template: 'digest' as const, params: ['0', '1', '2', '3'] };
const ended = (changes: object = {}, sent = message) =>
  open(changes)
    .send(sent)
    .then(
      () => 'sent' as const,
      (error: unknown) => error as SmsError,
    );
const fails = (kind: SmsFault, code = expect.any(String)) => expect.objectContaining({ name: 'SmsError', kind, code });

test('goes out once, signed, with what stands in its template', async () => {
  expect(await ended()).toBe('sent');
  expect(standIn.texts).toEqual([
    { phone: PHONE, templateId: '1000001', params: message.params, at: '2026-11-18T02:00:00.000Z' },
  ]);
});

test('goes out as it is deployed too: a package that loads late is something else in a bundle', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'lianxin-sms-'));
  const file = await bundle('platform/sms.ts', directory);
  const program = `require(process.argv[1]).openSms(${JSON.stringify(settings())}).send(${JSON.stringify(message)})`;
  const env = { PATH: process.env.PATH };
  await promisify(execFile)(process.execPath, ['-e', program, file], { env }).finally(() =>
    rmSync(directory, { recursive: true }),
  );
  expect(standIn.texts).toMatchObject([{ phone: PHONE, params: message.params }]);
});

test('what the environment says of a proxy is no matter of ours', async () => {
  process.env.http_proxy = 'http://127.0.0.1:1';
  expect(await ended()).toBe('sent');
  delete process.env.http_proxy;
});

test.each([
  ['secretKey', 'x'.repeat(32), 'AuthFailure.SignatureFailure'],
  ['secretId', 'x'.repeat(32), 'AuthFailure.SecretIdNotFound'],
  ['appId', '1400000001', 'UnauthorizedOperation.SmsSdkAppIdVerifyFail'],
  ['sign', '别的签名', 'FailedOperation.SignatureIncorrectOrUnapproved'],
  ['templates', { digest: '7' }, 'FailedOperation.TemplateIncorrectOrUnapproved'],
])('a wrong %s is for whoever runs this', async (name, value, code) => {
  expect(await ended({ [name]: value })).toEqual(fails('settings', code));
  expect(standIn.texts).toEqual([]);
});

test.each([
  ['InvalidParameterValue.IncorrectPhoneNumber', 'number'],
  ['FailedOperation.PhoneNumberInBlacklist', 'stopped'],
  ['LimitExceeded.PhoneNumberDailyLimit', 'too_many'],
  ['LimitExceeded.PhoneNumberOneHourLimit', 'away'],
  ['FailedOperation.InsufficientBalanceInSmsPackage', 'settings'],
] as const)('%s of a number is %s', async (code, kind) => {
  standIn.faults.numbers = { [PHONE]: code };
  expect(await ended()).toEqual(fails(kind, code));
});

test.each([
  ['RequestLimitExceeded', 'away'],
  ['InternalError', 'away'],
  ['InternalError.Timeout', 'unsure'],
  ['AuthFailure.TokenFailure', 'settings'],
  ['SomethingNobodyWroteDown', 'settings'],
] as const)('%s of the whole call is %s', async (code, kind) => {
  standIn.faults.code = code;
  expect(await ended()).toEqual(fails(kind, code));
  expect(smsFaultOf(code)).toBe(kind);
});

test('a number of another country is none here, and nobody is asked', async () => {
  standIn.faults.away = true;
  expect(await ended({}, { ...message, phone: '+85291234567' })).toEqual(fails('number'));
});

test('nobody there, or a door that is shut, is away: nothing was sent', async () => {
  const gone = createServer();
  const baseUrl = await listening(gone);
  await close(gone);
  expect(await ended({ baseUrl })).toEqual(fails('away', ''));
  standIn.faults.away = true;
  expect(await ended()).toEqual(fails('away', '503'));
});

test('a line that breaks before it is secure has carried nothing', async () => {
  const plain = createServer((_, reply) => reply.end());
  const baseUrl = (await listening(plain)).replace('http:', 'https:');
  expect(await ended({ baseUrl })).toEqual(fails('away', ''));
  await close(plain);
});

test.each(['before', 'after'] as const)('a line that breaks %s it was sent: nobody can know', async (breaks) => {
  standIn.faults.breaks = breaks;
  expect(await ended()).toEqual(fails('unsure', ''));
  expect(standIn.texts).toHaveLength(breaks === 'after' ? 1 : 0);
});

test('slowness ends at the time given, and nobody can know', async () => {
  standIn.faults.latencyMs = 60_000;
  expect(await ended({ timeoutMs: 500 })).toEqual(fails('unsure', ''));
});

test.each<[string, RequestListener]>([
  ['a page', (_, reply) => reply.end('<html></html>')],
  ['nothing', (_, reply) => reply.end()],
  ['null', (_, reply) => reply.end('null')],
  ['an answer without a status', (_, reply) => reply.end('{"Response":{"SendStatusSet":[]}}')],
  ['a fault of the gateway', (_, reply) => reply.writeHead(502).end()],
  ['a redirect', (_, reply) => reply.writeHead(302, { location: `${origin}/stand-in/texts` }).end()],
])('%s is no answer', async (_, listener) => {
  const odd = createServer(listener);
  expect(await ended({ baseUrl: await listening(odd) })).toEqual(fails('unsure'));
  await close(odd);
});

test('an error carries no number and no key, however it is printed', async () => {
  standIn.faults.code = 'FailedOperation.PhoneNumberInBlacklist';
  const error = (await ended()) as SmsError;
  expect(error).toBeInstanceOf(SmsError);
  const printed = `${error.stack} ${JSON.stringify(error)} ${error.cause}`;
  for (const secret of ['13800005621', smsEnv('').TENCENT_SECRET_KEY as string]) expect(printed).not.toContain(secret);
});
