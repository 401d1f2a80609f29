import { callAws, type Env } from './aws';

type Page = { Parameters?: { Name: string; Value: string }[] };

/** A login as Secrets Manager keeps it for the database proxy. */
export type Login = { username: string; password: string };

/** As many as AWS gives in one answer. */
const BATCH = 10;

/**
 * The environment of a deployed function, with what must not stand in its template: each parameter that `PARAMETERS` names (`TOKEN_KEYS
 * WECHAT_SECRET`), which lies directly under `PARAMETER_PATH` (`/lianxin/prod/WECHAT_SECRET`), and `DATABASE_URL` made of
 * `DATABASE_ENDPOINT` and the login that `DATABASE_SECRET` names. What the template says wins, so a parameter can't change the stage.
 * Without path and secret it asks nobody. A parameter that is not there is left out; the configuration says what is missing.
 * @throws Error one sentence that names the place that could not be read and AWS's reason; never a value
 */
export async function readParameters(env: Env): Promise<Env> {
  const { PARAMETER_PATH: path, PARAMETERS: names = '', DATABASE_SECRET: secret } = env;
  const [parameters, login] = await Promise.all([
    path ? parametersUnder(env, path, names.split(' ').filter(Boolean)) : {},
    secret ? readLogin(env, secret) : null,
  ]);
  return { ...(login ? { DATABASE_URL: databaseUrl(env, login) } : {}), ...parameters, ...env };
}

async function parametersUnder(env: Env, path: string, names: string[]): Promise<Env> {
  const found: Record<string, string> = {};
  for (let at = 0; at < names.length; at += BATCH) {
    const input = { Names: names.slice(at, at + BATCH).map((name) => `${path}/${name}`), WithDecryption: true };
    const { Parameters = [] } = (await from(path, callAws(env, 'ssm', 'AmazonSSM.GetParameters', input))) as Page;
    for (const { Name, Value } of Parameters) found[Name.slice(Name.lastIndexOf('/') + 1)] = Value;
  }
  return found;
}

/** @throws one sentence that names the secret and AWS's reason */
export async function readLogin(env: Env, secret: string): Promise<Login> {
  const call = callAws(env, 'secretsmanager', 'secretsmanager.GetSecretValue', { SecretId: secret });
  const { SecretString } = (await from(secret, call)) as { SecretString: string };
  try {
    const { username, password } = JSON.parse(SecretString) as Login;
    if (username && password) return { username, password };
  } catch {
    // What a parser says of a text quotes the text.
  }
  throw new Error(`没法启动：${secret} 里没有登录名和密码。`);
}

async function from<T>(place: string, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw new Error(`没法启动：读不到 ${place}（${(error as Error).message}）。`);
  }
}

/** `DATABASE_ENDPOINT` is what comes after the login: `host:port/name?sslmode=…`. */
export function databaseUrl(env: Env, { username, password }: Login): string {
  return `postgres://${encodeURIComponent(username)}:${encodeURIComponent(password)}@${env.DATABASE_ENDPOINT}`;
}
