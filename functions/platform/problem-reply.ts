import { randomInt } from 'node:crypto';
import type { Context } from 'hono';
import { type ProblemBody, type ProblemCode, ProblemError } from '../../shared/kernel/problems';
import { AfterCommit } from './after-commit';
import { DatabaseAway } from './database-errors';
import { type Former, renamed } from './formers';
import { faultFields, type Log } from './log';
import { problemBody } from './problem-body';
import { reply } from './reply';
import { StorageAway } from './storage';
import { WeChatError } from './wechat/errors';

const WECHAT_PROBLEMS: Partial<Record<WeChatError['kind'], ProblemCode>> = {
  bad_code: 'wechat_code_bad',
  blocked: 'wechat_blocked',
};

const ARRIVED = '已经收到了，只是没显示出来。请退出来再看一看。';

function asProblem(error: unknown): ProblemError {
  if (error instanceof AfterCommit) return new ProblemError('internal', undefined, { title: ARRIVED });
  return error instanceof ProblemError ? error : new ProblemError(codeOf(error));
}

function codeOf(error: unknown): ProblemCode {
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

/** What HTTP asks of a problem; the mini-program reads the code instead. */
function headersOf({ status, wait }: ProblemError): Record<string, string> {
  return {
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...(wait === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil(wait))) }),
  };
}

/** What a call that failed is told, written down under the same number; for a fault of ours the log line says what happened. */
export function problemOf(
  c: Context,
  log: Log,
  error: unknown,
  procedure?: string,
): { body: ProblemBody; headers: Record<string, string> } {
  const problem = asProblem(error);
  const { code, status } = problem;
  const number = numberOf(status);
  const told = { requestId: number, code, procedure, method: c.req.method, status };
  if (error instanceof AfterCommit) log('error', 'failed after the commit', { ...told, ...faultFields(error.cause) });
  else if (status >= 500) log('error', 'call failed', { ...told, ...faultFields(error) });
  else log('info', 'call refused', told);
  return { body: problemBody(problem, number), headers: headersOf(problem) };
}

function underFormerName(body: ProblemBody, former: Former | undefined): ProblemBody {
  const code = renamed(body.code, former?.problems ?? {});
  return { ...body, code, type: `/problems/${code}` };
}

/** The one way a call can end badly. The reply says nothing of the inside. */
export function problemReply(
  c: Context,
  log: Log,
  error: unknown,
  { procedure, former }: { procedure?: string; former?: Former } = {},
  headers: Record<string, string> = {},
): Response {
  const told = problemOf(c, log, error, procedure);
  const body = underFormerName(told.body, former);
  return reply(c, JSON.stringify(body), body.status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    ...told.headers,
    ...headers,
  });
}
