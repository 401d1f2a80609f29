import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';

const ACCOUNT = { id: 'LocalTencentSecretId', key: 'LocalTencentSecretKey', appId: '1400000000', sign: '连心站' };
/** Its places: how many are late, near their day, not taken yet, under way. */
const DIGEST = '1000001';
/** Its places: reports to hand in, reports that were sent back, month and day of what is due first. */
const REPORT = '1000002';
const PLACES = { [DIGEST]: 4, [REPORT]: 4 };
/** A template's places take numbers alone here, which every operator lets pass. */
const PARAM = /^\d{1,6}$/;

/** The environment of a server whose short messages go to this stand-in at `url` (the origin). */
export function smsEnv(url: string): Record<string, string> {
  return {
    TENCENT_SECRET_ID: ACCOUNT.id,
    TENCENT_SECRET_KEY: ACCOUNT.key,
    SMS_SDK_APP_ID: ACCOUNT.appId,
    SMS_SIGN: ACCOUNT.sign,
    SMS_TEMPLATE_DIGEST: DIGEST,
    SMS_TEMPLATE_REPORT: REPORT,
    SMS_BASE_URL: `${url}/stand-in/sms`,
  };
}

/** A short message as it went out. */
export type SentText = { phone: string; templateId: string; params: string[]; at: string };

/** What is made to go wrong. */
export type SmsFaults = {
  /** Answers 503. */
  away: boolean;
  /** The connection breaks without an answer, before or after the message went out. */
  breaks: 'before' | 'after' | null;
  latencyMs: number;
  /** Answers nobody can read. */
  garbled: boolean;
  /** An error of the whole call: `AuthFailure.SecretIdNotFound`. */
  code: string | null;
  /** What is said of a number: `{"+8613800000011": "FailedOperation.PhoneNumberInBlacklist"}`. */
  numbers: Record<string, string>;
};

const NO_FAULTS: SmsFaults = { away: false, breaks: null, latencyMs: 0, garbled: false, code: null, numbers: {} };

export type SmsStandIn = { app: Hono; texts: SentText[]; faults: SmsFaults; mend(): void };

/**
 * Tencent Cloud's SendSms where there is none (`SMS_BASE_URL` is the origin + `/stand-in/sms`), with the same refusals; `GET
 * /stand-in/texts` is what was sent, `/stand-in/text-faults` what goes wrong. Nothing outlives the process. Mount `app` at `/`; under
 * @hono/node-server, because a broken connection is broken.
 */
export function smsStandIn({ now }: { now: () => Date }): SmsStandIn {
  const texts: SentText[] = [];
  const faults: SmsFaults = structuredClone(NO_FAULTS);
  const mend = () => void Object.assign(faults, structuredClone(NO_FAULTS));
  const app = new Hono();

  app.post('/stand-in/sms/', async (c) => {
    // Whoever waits for it may end before.
    if (faults.latencyMs) await new Promise<void>((wake) => setTimeout(wake, faults.latencyMs).unref());
    if (faults.away) return c.text('', 503);
    if (faults.breaks === 'before') return broken(c);
    if (faults.garbled) return c.html('<html>not what was asked for</html>');
    const body = await c.req.text();
    const reply = answerOf(c, body, faults, (text) => texts.push({ ...text, at: now().toISOString() }));
    return faults.breaks ? broken(c) : c.json({ Response: { ...reply, RequestId: randomUUID() } });
  });

  app.get('/stand-in/texts', (c) => c.json({ texts }));
  app.delete('/stand-in/texts', (c) => {
    texts.length = 0;
    return c.json({ texts });
  });
  app.get('/stand-in/text-faults', (c) => c.json(faults));
  app.post('/stand-in/text-faults', async (c) => {
    const changes = (await c.req.json().catch(() => null)) as object | null;
    const known = changes && Object.keys(changes).every((name) => Object.hasOwn(NO_FAULTS, name));
    return known ? c.json(Object.assign(faults, changes)) : c.json({ error: 'not a fault the stand-in knows' }, 400);
  });
  app.delete('/stand-in/text-faults', (c) => {
    mend();
    return c.json(faults);
  });
  return { app, texts, faults, mend };
}

function broken(c: Context): Response {
  c.env?.incoming?.socket?.destroy();
  return c.text('', 503);
}

type Asked = {
  PhoneNumberSet?: string[];
  SmsSdkAppId?: string;
  SignName?: string;
  TemplateId?: string;
  TemplateParamSet?: string[];
};

function answerOf(c: Context, body: string, faults: SmsFaults, sent: (text: Omit<SentText, 'at'>) => void): object {
  const asked = JSON.parse(body) as Asked;
  const { PhoneNumberSet = [], TemplateId: templateId = '', TemplateParamSet: params = [] } = asked;
  const refused =
    faults.code ?? (c.req.header('x-tc-action') === 'SendSms' ? signatureFault(c, body) : 'InvalidAction');
  if (refused) return { Error: { Code: refused, Message: `stand-in: ${PhoneNumberSet.join()}` } };
  const SendStatusSet = PhoneNumberSet.map((phone) => {
    const Code = faults.numbers[phone] ?? numberFault(phone, asked, params) ?? 'Ok';
    if (Code === 'Ok') sent({ phone, templateId, params });
    return {
      SerialNo: Code === 'Ok' ? randomUUID() : '',
      PhoneNumber: phone,
      Fee: Code === 'Ok' ? 1 : 0,
      Code,
      Message: '',
    };
  });
  return { SendStatusSet };
}

function numberFault(
  phone: string,
  { SmsSdkAppId, SignName, TemplateId = '' }: Asked,
  params: string[],
): string | null {
  if (SmsSdkAppId !== ACCOUNT.appId) return 'UnauthorizedOperation.SmsSdkAppIdVerifyFail';
  if (SignName !== ACCOUNT.sign) return 'FailedOperation.SignatureIncorrectOrUnapproved';
  const places = Object.hasOwn(PLACES, TemplateId) ? PLACES[TemplateId as keyof typeof PLACES] : null;
  if (places === null) return 'FailedOperation.TemplateIncorrectOrUnapproved';
  if (params.length !== places || !params.every((param) => PARAM.test(param)))
    return 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate';
  return /^\+861[3-9]\d{9}$/.test(phone) ? null : 'InvalidParameterValue.IncorrectPhoneNumber';
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** TC3-HMAC-SHA256 (https://cloud.tencent.com/document/api/382/52072), written apart from the SDK, so that one checks the other. */
function signatureFault(c: Context, body: string): string | null {
  const form = /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/;
  const [, id, scope = '', names = '', given = ''] = form.exec(c.req.header('authorization') ?? '') ?? [];
  if (id !== ACCOUNT.id) return 'AuthFailure.SecretIdNotFound';
  // The SDK signs the host without its port.
  const headers = names.split(';').map((name) => `${name}:${headerOf(c, name)}\n`);
  const request = [c.req.method, new URL(c.req.url).pathname, '', headers.join(''), names, sha256(body)].join('\n');
  const text = ['TC3-HMAC-SHA256', c.req.header('x-tc-timestamp'), scope, sha256(request)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>(hmac, `TC3${ACCOUNT.key}`);
  return timingSafeEqual(hmac(key, text), Buffer.from(given, 'hex')) ? null : 'AuthFailure.SignatureFailure';
}

function headerOf(c: Context, name: string): string {
  const value = c.req.header(name) ?? '';
  return name === 'host' ? value.replace(/:\d+$/, '') : value;
}
