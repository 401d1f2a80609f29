import { randomInt } from 'node:crypto';
import type { Context } from 'hono';
import { PROBLEMS, type ProblemBody, type ProblemCode, ProblemError, problemBody } from '../../shared/kernel/problems';
import { DatabaseAway } from './database-errors';
import { faultFields, type Log } from './log';
import { reply } from './reply';
import { StorageAway } from './storage';
import { WeChatError } from './wechat/errors';

const WECHAT_PROBLEMS: Partial<Record<WeChatError['kind'], ProblemCode>> = {
  bad_code: 'wechat_code_bad',
  blocked: 'wechat_blocked',
};

function codeOf(error: unknown): ProblemCode {
  if (error instanceof ProblemError) return error.code;
  if (error instanceof DatabaseAway) return 'database_away';
  if (error instanceof StorageAway) return 'storage_away';
  if (error instanceof WeChatError) return WECHAT_PROBLEMS[error.kind] ?? 'wechat_away';
  return 'internal';
}

/** `L-503-8K2M`: short enough to read out, and never more than one line of the log on a day. */
function numberOf(status: number): string {
  const drawn = randomInt(36 ** 4).toString(36);
  return `L-${status}-${drawn.toUpperCase().padStart(4, '0')}`;
}

/** What HTTP asks of these statuses; the mini-program reads the code instead. */
const STATUS_HEADERS: Record<number, Record<string, string>> = {
  401: { 'www-authenticate': 'Bearer' },
  429: { 'retry-after': '60' },
};

/** What a call that failed is told, written down under the same number; for a fault of ours the log line says what happened. */
export function problemOf(c: Context, log: Log, error: unknown, procedure?: string): ProblemBody {
  const code = codeOf(error);
  const { status } = PROBLEMS[code];
  const number = numberOf(status);
  const told = { requestId: number, code, procedure, method: c.req.method, status };
  if (status >= 500) log('error', 'call failed', { ...told, ...faultFields(error) });
  else log('info', 'call refused', told);
  return problemBody(code, number, error instanceof ProblemError ? error.errors : undefined);
}

/** The one way a call can end badly. The reply says nothing of the inside. */
export function problemReply(
  c: Context,
  log: Log,
  error: unknown,
  procedure?: string,
  headers: Record<string, string> = {},
): Response {
  const body = problemOf(c, log, error, procedure);
  return reply(c, JSON.stringify(body), body.status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...STATUS_HEADERS[body.status],
    ...headers,
  });
}
