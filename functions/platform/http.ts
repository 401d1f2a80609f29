import { randomInt } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { IdempotencyKey } from '../../shared/kernel/ids';
import {
  ensure,
  type FieldProblem,
  PROBLEMS,
  type ProblemCode,
  ProblemError,
  problemBody,
} from '../../shared/kernel/problems';
import { hasBody, type Input, type Procedure, pathNames, type Reply } from '../../shared/kernel/procedure';
import type { Call, Person, Services } from './call';
import { countiesOf } from './counties';
import type { Tx } from './database';
import { DatabaseAway } from './database-errors';
import { AnsweredBefore, once } from './idempotency';
import { faultFields } from './log';
import { openApi } from './openapi';
import { rateLimiter } from './rates';
import { WeChatError } from './wechat';

type CallOf<P extends Procedure> = P['who'] extends 'anyone' ? Call<null> : Call<Person>;
type Verb<P extends Procedure> = (call: CallOf<P>, input: Input<P>) => Promise<Reply<P>>;

/** A procedure and the verb that does it. */
export type Binding = { procedure: Procedure; verb: (call: Call, input: unknown) => Promise<unknown> };

/** Ties a procedure to its verb; the types of both must agree. */
export function bind<P extends Procedure>(procedure: P, verb: Verb<P>): Binding {
  return { procedure, verb: verb as Binding['verb'] };
}

const MAX_BODY = 64 * 1024; // 2,000 characters of words, JSON-escaped, stay far below.

/**
 * The HTTP API of all bindings: `/api/{jurisdiction}` + the procedure's path, `/api/health`, `/api/openapi.json`.
 * Every end that is not a reply is RFC 9457 `application/problem+json`.
 */
export function createApp(
  bindings: readonly Binding[],
  services: Services,
  options: { rateFactor?: number } = {},
): Hono {
  const app = new Hono();
  const allow = rateLimiter(options.rateFactor);
  const counties = countiesOf(services);
  const document = JSON.stringify(openApi(bindings.map((binding) => binding.procedure)));

  app.get('/api/openapi.json', (c) => json(c, document, 'public, max-age=300'));
  app.get('/api/health', async (c) => {
    await services.database.ping();
    return json(c, '{"ok":true}', 'no-store');
  });

  for (const { procedure, verb } of bindings) {
    const path = `/api/:jurisdiction${procedure.path.replace(/\{(\w+)\}/g, ':$1')}`;
    app.on(procedure.method, path, async (c) => {
      const now = services.clock();
      const jurisdiction = c.req.param('jurisdiction') ?? '';
      ensure(await counties.has(jurisdiction, now), 'county_unknown');
      const caller = procedure.who === 'anyone' ? null : await authorise(procedure, services, c, jurisdiction, now);
      ensure(allow(procedure.rate, caller?.personId ?? addressOf(c), now), 'too_many');
      const input = parse(procedure, await readInput(procedure, c));
      const key = procedure.idempotent ? readKey(c) : null;
      const call = callOf(services, procedure, { jurisdiction, caller, now, input, key });
      const reply = await verb(call, input).catch((error: unknown) => {
        if (error instanceof AnsweredBefore) return error.reply;
        throw error;
      });
      const cacheable = procedure.method === 'GET' && procedure.who === 'anyone';
      return json(c, print(procedure, reply), cacheable ? 'public, max-age=30' : 'no-store');
    });
  }

  // The router tries paths in order of registration, so what is left here is an unknown path or an unknown method of a known one.
  const known = bindings.map(
    ({ procedure }) => new RegExp(`^/api/[^/]+${procedure.path.replace(/\{\w+\}/g, '[^/]+')}$`),
  );
  app.notFound((c) =>
    problem(c, services, known.some((path) => path.test(c.req.path)) ? 'method_not_allowed' : 'not_found'),
  );
  app.onError((error, c) => problem(c, services, codeOf(error), error));
  return app;
}

async function authorise(
  procedure: Procedure,
  services: Services,
  c: Context,
  jurisdiction: string,
  now: Date,
): Promise<Person> {
  const header = c.req.header('authorization');
  ensure(header !== undefined && header.startsWith('Bearer '), 'not_signed_in');
  const claims = await services.tokens.readAccess(header.slice(7), now);
  ensure(claims, 'session_ended');
  ensure(claims.jurisdiction === jurisdiction, 'other_county');
  const deputyId = claims.roles.find(({ role }) => role === 'deputy')?.id ?? null;
  const roles = deputyId ? ['resident', 'deputy'] : ['resident'];
  ensure(procedure.who === 'anyone' || procedure.who.some((role) => roles.includes(role)), 'not_allowed');
  ensure(!procedure.phone || claims.phoneVerified, 'phone_needed');
  return { personId: claims.personId, sessionId: claims.sessionId, deputyId, phoneVerified: claims.phoneVerified };
}

/** API Gateway writes the caller's address last in the header; on a bare socket there is none and everyone shares the limit. */
function addressOf(c: Context): string {
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'local';
}

async function readInput(procedure: Procedure, c: Context): Promise<unknown> {
  const path = Object.fromEntries(pathNames(procedure).map((name) => [name, c.req.param(name)]));
  if (!hasBody(procedure)) return { ...c.req.query(), ...path };
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  const text = await readText(c);
  if (text === '') return path;
  ensure(type === 'application/json', 'unsupported_media');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ProblemError('invalid_input', [{ path: '', message: '内容读不出来，请再试一次。' }]);
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return { ...body, ...path };
}

async function readText(c: Context): Promise<string> {
  ensure(Number(c.req.header('content-length') ?? 0) <= MAX_BODY, 'too_large');
  const bytes = await c.req.arrayBuffer();
  ensure(bytes.byteLength <= MAX_BODY, 'too_large');
  return Buffer.from(bytes).toString('utf8');
}

function parse(procedure: Procedure, raw: unknown): unknown {
  const parsed = procedure.input.safeParse(raw);
  if (parsed.success) return parsed.data;
  const errors: FieldProblem[] = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
  }));
  throw new ProblemError('invalid_input', errors.slice(0, 20));
}

function readKey(c: Context): string {
  const key = IdempotencyKey.safeParse(c.req.header('idempotency-key'));
  ensure(key.success, 'idempotency_key_missing');
  return key.data;
}

type Arrived = { jurisdiction: string; caller: Person | null; now: Date; input: unknown; key: string | null };

function callOf(services: Services, procedure: Procedure, { jurisdiction, caller, now, input, key }: Arrived): Call {
  const { inTenant } = services.database;
  const write = <T>(work: (tx: Tx) => Promise<T>) =>
    key && caller
      ? inTenant(jurisdiction, (tx) =>
          once(tx, { jurisdiction, personId: caller.personId, key, procedure: procedure.name, input, now }, () =>
            work(tx),
          ),
        )
      : inTenant(jurisdiction, work);
  return { jurisdiction, caller, now, services, read: (work) => inTenant(jurisdiction, work, 'read'), write };
}

// A public reply is the same object as long as the county's directory is; it is printed once.
const printed = new WeakMap<object, string>();

/** The reply as the contract shows it: what is not in the schema does not leave the house. */
function print(procedure: Procedure, reply: unknown): string {
  const kept = procedure.who === 'anyone' && procedure.method === 'GET' && typeof reply === 'object' ? reply : null;
  const before = kept && printed.get(kept);
  if (before) return before;
  const text = JSON.stringify(procedure.reply.parse(reply));
  if (kept) printed.set(kept, text);
  return text;
}

function json(c: Context, text: string, cacheControl: string) {
  return c.body(text, 200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': cacheControl,
    'x-content-type-options': 'nosniff',
  });
}

const WECHAT_PROBLEMS: Partial<Record<WeChatError['kind'], ProblemCode>> = {
  bad_code: 'wechat_code_bad',
  blocked: 'wechat_blocked',
};

function codeOf(error: unknown): ProblemCode {
  if (error instanceof ProblemError) return error.code;
  if (error instanceof DatabaseAway) return 'database_away';
  if (error instanceof WeChatError) return WECHAT_PROBLEMS[error.kind] ?? 'wechat_away';
  return 'internal';
}

/** `L-503-8K2M`: short enough to read out; the log line carries the same number and, for a fault of ours, what happened. */
function problem(c: Context, services: Services, code: ProblemCode, error?: unknown) {
  const { status } = PROBLEMS[code];
  const number = `L-${status}-${randomInt(36 ** 4)
    .toString(36)
    .toUpperCase()
    .padStart(4, '0')}`;
  if (status >= 500)
    services.log('error', 'call failed', {
      requestId: number,
      code,
      method: c.req.method,
      status,
      ...faultFields(error),
    });
  const body = problemBody(code, number, error instanceof ProblemError ? error.errors : undefined);
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
}
