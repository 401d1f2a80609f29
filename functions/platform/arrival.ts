import type { Context } from 'hono';
import * as z from 'zod/mini';
import { ensure, ProblemError } from '../../shared/kernel/problems';
import { hasBody, type Procedure, type Role } from '../../shared/kernel/procedure';
import { readText } from './body';
import type { Person } from './call';
import type { Former } from './formers';
import { ensureMay } from './standing';
import type { Caller, Tokens } from './tokens';

/** What makes one act the same act when it is sent again. */
const IdempotencyKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/, '这次没送成，请再试一次。'));

const MAX_BODY = 64 * 1024; // 2,000 characters of words, JSON-escaped, stay far below.

/**
 * Who calls, by the token; null where the procedure asks nobody. It is asked first: a call that needs a session says so, whatever else is
 * wrong with it.
 * @throws ProblemError where nobody is signed in
 */
export async function readClaims(c: Context, procedure: Procedure, tokens: Tokens, now: Date): Promise<Caller | null> {
  if (procedure.who === 'anyone') return null;
  const [, token] = /^Bearer +(\S.*)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  ensure(token, 'not_signed_in');
  const claims = await tokens.readAccess(token, now);
  ensure(claims, 'session_ended');
  return claims;
}

/** @throws ProblemError for everybody the contract does not let in */
export function letIn(claims: Caller, procedure: Procedure, jurisdiction: string): Person {
  ensure(claims.jurisdiction === jurisdiction, 'other_county');
  ensureMay(procedure, claims);
  ensure(!procedure.phone || claims.phoneVerified, 'phone_needed');
  return personOf(claims);
}

function personOf({ personId, sessionId, phoneVerified, roles }: Caller): Person {
  const held = (role: Role) => roles.filter((one) => one.role === role).map(({ id }) => id);
  return {
    personId,
    sessionId,
    deputyId: held('deputy')[0] ?? null,
    stationIds: held('clerk'),
    villages: held('supervisor'),
    departmentIds: held('department'),
    admin: held('admin').length > 0,
    phoneVerified,
  };
}

/** API Gateway writes the caller's address last in the header; on a bare socket there is none and everyone shares the limit. */
export function addressOf(c: Context): string {
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'local';
}

/** Kinds of devices, by what a browser or WeChat says of itself; the first that fits. */
const DEVICES: [RegExp, string][] = [
  [/iPhone|iPod/, '苹果手机'],
  [/iPad/, '苹果平板'],
  [/HarmonyOS|OpenHarmony/, '鸿蒙手机'],
  [/Android/, '安卓手机'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh/, '苹果电脑'],
  [/Linux|CrOS/, '电脑'],
];

/** What kind of device calls, as its owner would call it. */
export function deviceOf(c: Context): string | null {
  const said = c.req.header('user-agent') ?? '';
  return DEVICES.find(([kind]) => kind.test(said))?.[1] ?? null;
}

/** The procedure's input from query and body and from its path, whose values are given, as its schema gives it. @throws ProblemError `invalid_input` with every field's fault */
export async function readInput(
  c: Context,
  procedure: Procedure,
  path: Readonly<Record<string, string>>,
  former?: Former,
): Promise<unknown> {
  const rest = hasBody(procedure) ? await readBody(c) : c.req.query();
  const twice = isObject(rest) && Object.keys(path).find((name) => Object.hasOwn(rest, name));
  if (twice) throw new ProblemError('invalid_input', [{ path: twice, message: '多了不认识的内容，请更新后再试。' }]);
  const given = isObject(rest) ? { ...rest, ...path } : rest;
  const parsed = procedure.input.safeParse(former?.input && isObject(given) ? former.input(given) : given);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new ProblemError('invalid_input', errors.slice(0, 20));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function readBody(c: Context): Promise<unknown> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  const text = await readText(c, MAX_BODY);
  if (text === '') return {};
  ensure(type === 'application/json', 'unsupported_media');
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError('invalid_input', [{ path: '', message: '内容读不出来，请再试一次。' }]);
  }
}

/** The `Idempotency-Key` of a procedure that carries one, else null. */
export function readKey(c: Context, procedure: Procedure): string | null {
  if (!procedure.idempotent) return null;
  const key = IdempotencyKey.safeParse(c.req.header('idempotency-key'));
  ensure(key.success, 'idempotency_key_missing');
  return key.data;
}
