import { createSecretKey, type KeyObject } from 'node:crypto';
import * as z from 'zod/mini';
import { type Keys, readKeys } from './keys';
import type { StorageSettings } from './storage';

const STAGES = ['local', 'dev', 'staging', 'prod'] as const;
type Stage = (typeof STAGES)[number];

/** Which build of the mini-program a code opens and a message leads to. */
const ENV_VERSIONS = ['release', 'trial', 'develop'] as const;
type EnvVersion = (typeof ENV_VERSIONS)[number];

/** The deployed functions that read a configuration; one process that is all of them (`npm start`) needs everything. */
export const PARTS = ['api', 'ballots', 'office', 'clock'] as const;
export type Part = (typeof PARTS)[number];

/** What a process works with. What its part does not need is null: a key that was not read can't be lost. */
export type Config = {
  stage: Stage;
  databaseUrl: string;
  /** Where phones reach us, without a slash at the end. */
  publicUrl: string | null;
  wechat: {
    baseUrl: string;
    appid: string | null;
    secret: string | null;
    envVersion: EnvVersion;
    templates: { progress: string; received: string } | null;
    /** With what WeChat signs and seals the events it pushes; null: none are taken. The key is 32 bytes. */
    push: { token: string; key: KeyObject } | null;
  };
  /** Tencent Cloud's account for short messages (短信); null: none are sent. `baseUrl` without a slash at the end. */
  sms: {
    baseUrl: string;
    secretId: string;
    secretKey: string;
    appId: string;
    sign: string;
    /** `report`: of year-end reports; null: those are not sent. */
    templates: { digest: string; report: string | null };
  } | null;
  storage: StorageSettings;
  tokenKeys: Keys | null;
  phoneKeys: Keys | null;
  phoneHashKeys: Keys | null;
};

export const WECHAT_URL = 'https://api.weixin.qq.com';
const SMS_URL = 'https://sms.tencentcloudapi.com';

const Filled = z.string().check(z.trim(), z.minLength(1));

function url(...protocols: string[]) {
  const fits = (text: string) => URL.canParse(text) && protocols.includes(new URL(text).protocol);
  return Filled.check(z.refine(fits));
}

function keys(exactly?: number) {
  return z.pipe(
    Filled.check(z.refine((text) => readKeys(text, exactly) !== null)),
    z.transform((text) => readKeys(text, exactly) as Keys),
  );
}

const Bucket = Filled.check(z.regex(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/));
const TemplateId = Filled.check(z.regex(/^[A-Za-z0-9_-]{16,64}$/));

/** What takes ballots knows no phone, and speaks with nobody. */
const NOT_BALLOTS = ['api', 'office', 'clock'] as const;

/**
 * Each variable with its form; the sentence beside it is what the person who starts the server reads. Then the parts that need it, where
 * not all do: a deployed function may read no other parameter.
 */
const VARIABLES = {
  STAGE: [z.enum(STAGES), `${STAGES.join('、')} 里的一个`],
  DATABASE_URL: [url('postgres:', 'postgresql:'), 'postgres://… 的地址'],
  PUBLIC_URL: [url('https:', 'http:'), '手机打开用的网址', ['office']],
  WECHAT_APPID: [Filled.check(z.regex(/^wx[0-9a-f]{16}$/)), 'wx 开头的 18 位 appid', NOT_BALLOTS],
  WECHAT_SECRET: [Filled.check(z.regex(/^[0-9a-f]{32}$/)), '32 位的 AppSecret', NOT_BALLOTS],
  WECHAT_BASE_URL: [z.optional(url('https:', 'http:')), '网址'],
  WECHAT_ENV_VERSION: [z.optional(z.enum(ENV_VERSIONS)), `${ENV_VERSIONS.join('、')} 里的一个`],
  WECHAT_TEMPLATE_PROGRESS: [TemplateId, '“有进展”订阅消息的模板号', ['api', 'clock']],
  WECHAT_TEMPLATE_RECEIVED: [TemplateId, '“来了新件”订阅消息的模板号', ['api', 'clock']],
  WECHAT_PUSH_TOKEN: [
    z.optional(Filled.check(z.regex(/^[A-Za-z0-9]{3,32}$/))),
    '消息推送的 Token，3 到 32 位字母数字',
    ['api'],
  ],
  WECHAT_ENCODING_AES_KEY: [
    z.optional(Filled.check(z.regex(/^[A-Za-z0-9]{43}$/))),
    '消息推送的 EncodingAESKey，43 位字母数字',
    ['api'],
  ],
  TENCENT_SECRET_ID: [z.optional(Filled.check(z.regex(/^[A-Za-z0-9]{16,64}$/))), '腾讯云的 SecretId', ['clock']],
  TENCENT_SECRET_KEY: [z.optional(Filled.check(z.regex(/^[A-Za-z0-9]{16,64}$/))), '腾讯云的 SecretKey', ['clock']],
  SMS_SDK_APP_ID: [z.optional(Filled.check(z.regex(/^\d{6,16}$/))), '短信应用的 SdkAppId，全是数字', ['clock']],
  SMS_SIGN: [z.optional(Filled.check(z.regex(/^[^【】\s]{2,20}$/))), '短信签名，不带【】', ['clock']],
  SMS_TEMPLATE_DIGEST: [z.optional(Filled.check(z.regex(/^\d{1,16}$/))), '“每天一条”短信的模板号，全是数字', ['clock']],
  SMS_TEMPLATE_REPORT: [z.optional(Filled.check(z.regex(/^\d{1,16}$/))), '年终报告短信的模板号，全是数字', ['clock']],
  SMS_BASE_URL: [z.optional(url('https:', 'http:')), '网址'],
  UPLOADS_BUCKET: [Bucket, '存放图片和文件的桶'],
  INCOMING_BUCKET: [Bucket, '暂存刚传来的文件的桶'],
  KEYS_BUCKET: [Bucket, '存放票箱钥匙的桶'],
  AWS_REGION: [Filled.check(z.regex(/^[a-z0-9-]{5,30}$/)), '桶所在的区域'],
  AWS_ACCESS_KEY_ID: [Filled, '读写桶的身份'],
  AWS_SECRET_ACCESS_KEY: [Filled, '读写桶的身份'],
  AWS_SESSION_TOKEN: [z.optional(Filled), '读写桶的身份'],
  AWS_ENDPOINT_URL_S3: [z.optional(url('https:', 'http:')), '网址'],
  TOKEN_KEYS: [keys(), '“编号:base64”，每个至少 32 字节，用逗号隔开', ['api', 'ballots', 'office']],
  PHONE_KEYS: [keys(32), '“编号:base64”，每个正好 32 字节，用逗号隔开', NOT_BALLOTS],
  PHONE_HASH_KEYS: [keys(), '“编号:base64”，每个至少 32 字节，用逗号隔开', NOT_BALLOTS],
} as const satisfies Record<string, readonly [z.ZodMiniType, string, (readonly Part[])?]>;

type Variable = keyof typeof VARIABLES;

/** Without any of them no short message is sent; some of them are a mistake. */
const SMS = ['TENCENT_SECRET_ID', 'TENCENT_SECRET_KEY', 'SMS_SDK_APP_ID', 'SMS_SIGN', 'SMS_TEMPLATE_DIGEST'] as const;

type Env = Readonly<Record<string, string | undefined>>;

const variables = Object.keys(VARIABLES) as Variable[];

function isNeeded(name: Variable, part: Part | undefined): boolean {
  const [, , parts] = VARIABLES[name] as readonly [unknown, string, (readonly Part[])?];
  return !part || !parts || parts.includes(part);
}

/** Variables that the template of a deployment gives; every other one is a parameter (functions/platform/parameters.ts). */
const GIVEN = /^(STAGE|DATABASE_URL|UPLOADS_BUCKET|INCOMING_BUCKET|KEYS_BUCKET|AWS_.*|WECHAT_BASE_URL|SMS_BASE_URL)$/;

/** What this part of the house was given. @throws Error where it was not among what the part needs: a fault of ours */
export function given<T>(value: T | null): T {
  if (value === null) throw new Error('this part of the house does not read that');
  return value;
}

/** The parameters a deployed function reads, and has the right to read. */
export function parametersOf(part: Part): string[] {
  return variables.filter((name) => isNeeded(name, part) && !GIVEN.test(name));
}

function schemaOf(part: Part | undefined) {
  const entries = variables.map((name) => [
    name,
    isNeeded(name, part)
      ? VARIABLES[name][0]
      : z.pipe(
          z.any(),
          z.transform(() => null),
        ),
  ]);
  return z.object(Object.fromEntries(entries)) as z.ZodMiniObject<{
    [name in Variable]: (typeof VARIABLES)[name] extends readonly [
      infer Schema extends z.ZodMiniType,
      string,
      readonly Part[],
    ]
      ? z.ZodMiniNullable<Schema>
      : (typeof VARIABLES)[name][0];
  }>;
}

type Read = z.output<ReturnType<typeof schemaOf>>;

/**
 * Reads the configuration from the environment, and nowhere else; of `part` only what it needs.
 * @throws Error one sentence that names every variable that is missing or malformed; the values are never in it
 */
export function readConfig(env: Env, part?: Part): Config {
  // An empty variable is one somebody forgot to fill in.
  const values = Object.fromEntries(variables.map((name) => [name, env[name] || undefined]));
  const read = schemaOf(part).safeParse(values, { jitless: true });
  const wrong = new Set(read.error?.issues.map((issue) => issue.path[0] as Variable));
  const faults = [...[...wrong].map((name) => fault(name, values[name])), ...stageFaults(values, env)];
  if (!values.WECHAT_PUSH_TOKEN !== !values.WECHAT_ENCODING_AES_KEY)
    faults.push('WECHAT_PUSH_TOKEN 和 WECHAT_ENCODING_AES_KEY 要么都写，要么都不写');
  if (new Set(SMS.map((name) => values[name] !== undefined)).size > 1)
    faults.push(`${SMS.join('、')} 要么都写，要么都不写`);
  if (read.success && sharesKeys(read.data)) faults.push('TOKEN_KEYS、PHONE_KEYS、PHONE_HASH_KEYS 不能用同一把钥匙');
  if (!read.success || faults.length) throw new Error(`没法启动：${faults.join('；')}。`);
  return configOf(read.data);
}

function fault(name: Variable, value: string | undefined): string {
  return `${value === undefined ? '缺少' : '写得不对的是'} ${name}（${VARIABLES[name][1]}）`;
}

/**
 * What a deployed stage forbids: another WeChat than the real one would see every sign-in and every secret, another storage every
 * picture, another sender of short messages every number.
 */
function stageFaults(given: Env, env: Env): string[] {
  const { STAGE, PUBLIC_URL = '', WECHAT_BASE_URL, SMS_BASE_URL, AWS_ENDPOINT_URL_S3 } = given;
  const faults: string[] = [];
  if (STAGE === 'local') {
    if (env.AWS_LAMBDA_FUNCTION_NAME) faults.push('部署出去的 STAGE 不能是 local');
    if (WECHAT_BASE_URL && WECHAT_BASE_URL !== WECHAT_URL && !isLoopback(WECHAT_BASE_URL))
      faults.push(`WECHAT_BASE_URL 只能是本机或 ${WECHAT_URL}`);
    if (SMS_BASE_URL && !isLoopback(SMS_BASE_URL)) faults.push('SMS_BASE_URL 只能是本机');
    if (AWS_ENDPOINT_URL_S3 && !isLoopback(AWS_ENDPOINT_URL_S3)) faults.push('AWS_ENDPOINT_URL_S3 只能是本机');
    return faults;
  }
  if (WECHAT_BASE_URL && WECHAT_BASE_URL !== WECHAT_URL)
    faults.push(`WECHAT_BASE_URL 只有 STAGE 是 local 才能改，请去掉，或写 ${WECHAT_URL}`);
  if (SMS_BASE_URL) faults.push('SMS_BASE_URL 只有 STAGE 是 local 才能有，请去掉');
  if (AWS_ENDPOINT_URL_S3) faults.push('AWS_ENDPOINT_URL_S3 只有 STAGE 是 local 才能有，请去掉');
  if (PUBLIC_URL && !PUBLIC_URL.startsWith('https://')) faults.push('PUBLIC_URL 要用 https');
  return faults;
}

function isLoopback(text: string): boolean {
  return URL.canParse(text) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(text).hostname);
}

/** One key for two purposes would let what is known of one weaken the other. */
function sharesKeys(read: Read): boolean {
  const bytes = [read.TOKEN_KEYS ?? [], read.PHONE_KEYS ?? [], read.PHONE_HASH_KEYS ?? []].flatMap((keys) =>
    keys.map((key) => key.secret.export().toString('base64')),
  );
  return new Set(bytes).size < bytes.length;
}

function configOf(read: Read): Config {
  const envVersion = { local: 'develop', dev: 'trial', staging: 'trial', prod: 'release' } as const;
  return {
    stage: read.STAGE,
    databaseUrl: read.DATABASE_URL,
    publicUrl: read.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    wechat: {
      baseUrl: (read.WECHAT_BASE_URL ?? WECHAT_URL).replace(/\/+$/, ''),
      appid: read.WECHAT_APPID,
      secret: read.WECHAT_SECRET,
      envVersion: read.WECHAT_ENV_VERSION ?? envVersion[read.STAGE],
      templates: templatesOf(read),
      push: pushOf(read),
    },
    sms: smsOf(read),
    storage: {
      region: read.AWS_REGION,
      accessKeyId: read.AWS_ACCESS_KEY_ID,
      secretAccessKey: read.AWS_SECRET_ACCESS_KEY,
      sessionToken: read.AWS_SESSION_TOKEN ?? null,
      uploads: read.UPLOADS_BUCKET,
      incoming: read.INCOMING_BUCKET,
      keys: read.KEYS_BUCKET,
      url: read.AWS_ENDPOINT_URL_S3?.replace(/\/+$/, '') ?? null,
    },
    tokenKeys: read.TOKEN_KEYS,
    phoneKeys: read.PHONE_KEYS,
    phoneHashKeys: read.PHONE_HASH_KEYS,
  };
}

function templatesOf({ WECHAT_TEMPLATE_PROGRESS: progress, WECHAT_TEMPLATE_RECEIVED: received }: Read) {
  return progress && received ? { progress, received } : null;
}

function pushOf({ WECHAT_PUSH_TOKEN: token, WECHAT_ENCODING_AES_KEY: key }: Read) {
  // WeChat leaves out the `=` that would end it.
  return token && key ? { token, key: createSecretKey(Buffer.from(`${key}=`, 'base64')) } : null;
}

function smsOf(read: Read): Config['sms'] {
  const { TENCENT_SECRET_ID: secretId, TENCENT_SECRET_KEY: secretKey, SMS_SDK_APP_ID: appId, SMS_SIGN: sign } = read;
  const { SMS_TEMPLATE_DIGEST: digest, SMS_TEMPLATE_REPORT: report = null, SMS_BASE_URL: url = SMS_URL } = read;
  if (!secretId || !secretKey || !appId || !sign || !digest) return null;
  return { baseUrl: url.replace(/\/+$/, ''), secretId, secretKey, appId, sign, templates: { digest, report } };
}
