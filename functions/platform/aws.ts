import { send } from './http-client';
import { amzTime, scopeOf, sha256, signature, textToSign } from './sigv4';

export type Env = Readonly<Record<string, string | undefined>>;

const ATTEMPTS = 4;
const ATTEMPT_MS = 3_000;

/** What AWS said no with; `message` is the kind alone (`AccessDeniedException`), so that no value can be in it. */
class AwsError extends Error {
  override name = 'AwsError';
}

/**
 * One call of an AWS service that speaks JSON 1.1, signed with the function's own role. A few lines instead of the SDK, because they
 * run before the first reply of every cold start. Busy and broken answers are tried again, for some seconds at most.
 * @param target such as `AmazonSSM.GetParametersByPath`; everything called here only reads
 * @throws AwsError
 */
export async function callAws(
  env: Env,
  service: 'ssm' | 'secretsmanager',
  target: string,
  input: object,
): Promise<unknown> {
  const region = env.AWS_REGION ?? '';
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const override = { ssm: env.AWS_ENDPOINT_URL_SSM, secretsmanager: env.AWS_ENDPOINT_URL_SECRETS_MANAGER }[service];
  const url = new URL(override ?? `https://${service}.${region}.${suffix}/`);
  const body = JSON.stringify(input);
  for (let attempt = 1; ; attempt += 1) {
    const headers = signed(env, { service, region, host: url.host, body, now: new Date() }, { 'x-amz-target': target });
    const answer = await ask(url, headers, body);
    if ('reply' in answer) return answer.reply;
    if (!answer.again || attempt === ATTEMPTS) throw new AwsError(answer.kind);
    // Hundreds of instances may start in the same second: they must not come back in the same one.
    await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt * (0.5 + Math.random())));
  }
}

type Answer = { reply: unknown } | { kind: string; again: boolean };

async function ask(url: URL, headers: Record<string, string>, body: string): Promise<Answer> {
  try {
    const signal = AbortSignal.timeout(ATTEMPT_MS);
    const { status, bytes } = await send(url, { method: 'POST', headers, body, signal });
    const reply = JSON.parse(Buffer.from(bytes).toString()) as { __type?: string };
    if (status === 200) return { reply };
    const kind = /\w+$/.exec(reply.__type ?? '')?.[0] ?? `HTTP ${status}`;
    return { kind, again: status >= 500 || kind.startsWith('Throttling') };
  } catch (error) {
    return { kind: (error as Error).name, again: true };
  }
}

type Signing = { service: string; region: string; host: string; body: string; now: Date };

/** AWS Signature Version 4 of `POST /` without a query: the headers to send. */
export function signed(
  env: Env,
  { service, region, host, body, now }: Signing,
  extra: Record<string, string>,
): Record<string, string> {
  const time = amzTime(now);
  const headers: Record<string, string> = {
    'content-type': 'application/x-amz-json-1.1',
    host,
    'x-amz-date': time,
    ...(env.AWS_SESSION_TOKEN ? { 'x-amz-security-token': env.AWS_SESSION_TOKEN } : {}),
    ...extra,
  };
  const names = Object.keys(headers).sort();
  const canonical = names.map((name) => `${name}:${headers[name]}\n`).join('');
  const request = ['POST', '/', '', canonical, names.join(';'), sha256(body)].join('\n');
  const scope = scopeOf(service, region, time);
  const text = textToSign(time, scope, request);
  const credential = `${env.AWS_ACCESS_KEY_ID}/${scope}`;
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature(env.AWS_SECRET_ACCESS_KEY ?? '', scope, text)}`,
  };
}
