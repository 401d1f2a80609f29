import Taro from '@tarojs/taro';
import type * as z from 'zod/mini';
import { speakChinese } from '../../../shared/kernel/messages';
import { type ProblemBody, ProblemError } from '../../../shared/kernel/problems';
import { hasBody, type Procedure, pathNames, type Reply } from '../../../shared/kernel/procedure';
import { hearTime } from './clock';
import { jurisdiction } from './county';
import { within } from './patience';

speakChinese();

/** The network did not carry the call; whether the server had it nobody knows. With the same key it may be sent again. */
export class OfflineError extends Error {
  constructor() {
    super('没有网。等有网了再试。');
    this.name = 'OfflineError';
  }
}

/** Nobody answered: no network, or our side or WeChat away. It may work by itself a little later. */
export function isAway(error: unknown): boolean {
  return error instanceof OfflineError || (error instanceof ProblemError && error.status === 503);
}

export type RawInput<P extends Procedure> = z.input<P['input']>;
/** `county` is asked instead of the one the phone looks at. */
export type SendOptions = { token?: string; key?: string; county?: string };

const TIMEOUT_MS = 15_000;
// Sheets and prints for a whole county; the gateway gives up after thirty seconds.
const OFFICE_TIMEOUT_MS = 30_000;
// The phone says itself when the time is over. Where it does not, nobody is left waiting for ever.
const GRACE_MS = 5_000;

/**
 * Sends one call as the contract says and checks the reply against it.
 * @throws ProblemError with the server's code; OfflineError when there is no answer
 */
export async function send<P extends Procedure>(
  procedure: P,
  input: RawInput<P>,
  { token, key, county = jurisdiction() }: SendOptions = {},
): Promise<Reply<P>> {
  const { url, rest } = addressOf(procedure, input as Record<string, unknown>, county);
  const timeout = procedure.path.startsWith('/office/') ? OFFICE_TIMEOUT_MS : TIMEOUT_MS;
  const asking = Taro.request({
    url,
    method: procedure.method,
    timeout,
    header: {
      ...(hasBody(procedure) ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    data: hasBody(procedure) ? JSON.stringify(rest) : undefined,
    dataType: 'json',
  });
  const response = await within(timeout + GRACE_MS, asking, () => new OfflineError()).catch((error: unknown) =>
    failed(error),
  );
  if (response.statusCode !== 200) throw problemOf(response.data);
  // What anybody may read may have been kept on its way.
  if (procedure.who !== 'anyone') hearTime(dateOf(response));
  const reply = procedure.reply.safeParse(response.data);
  // A package that is older than the server: WeChat fetches the new one when it is opened anew.
  if (!reply.success) throw new ProblemError('outdated');
  return reply.data as Reply<P>;
}

/** WeChat leaves the names of headers as they came, browsers write them small. */
function dateOf({ header = {} }: { header?: Record<string, unknown> }): string | undefined {
  return (header.date ?? header.Date) as string | undefined;
}

function addressOf(
  procedure: Procedure,
  input: Record<string, unknown>,
  county: string,
): { url: string; rest: Record<string, unknown> } {
  const rest = { ...input };
  let path = procedure.path;
  for (const name of pathNames(procedure)) {
    path = path.replace(`{${name}}`, encodeURIComponent(String(rest[name])));
    delete rest[name];
  }
  const query = hasBody(procedure) ? '' : queryOf(rest);
  return { url: `${process.env.TARO_APP_API ?? ''}/api/v2/${county}${path}${query}`, rest };
}

function queryOf(input: Record<string, unknown>): string {
  const pairs = Object.entries(input).filter(([, value]) => value !== undefined);
  return pairs.length
    ? `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`
    : '';
}

/** Taro rejects for no network, and on H5 also for some replies with a status of an error. */
function failed(error: unknown): { statusCode: number; data: unknown; header?: Record<string, unknown> } {
  const {
    status,
    statusCode = status,
    data,
  } = (error ?? {}) as { status?: number; statusCode?: number; data?: unknown };
  if (statusCode && data) return { statusCode, data };
  throw new OfflineError();
}

function problemOf(data: unknown): ProblemError {
  const { code, errors, ...said } = (typeof data === 'object' && data !== null ? data : {}) as Partial<ProblemBody>;
  return code ? new ProblemError(code, errors, said) : new ProblemError('internal');
}
