import type * as z from 'zod/mini';
import type { ProblemCode } from './problems';

/**
 * What a person can be in a county. Everyone who signed in is a `resident`; the rest are memberships: a deputy (人大代表),
 * a village's democratic supervisor (民主监督员), a station's clerk (联络站工作人员), the congress's office (县人大办公室), somebody of a
 * department (被评议部门、承办单位).
 */
export const GIVEN_ROLES = ['deputy', 'supervisor', 'clerk', 'admin', 'department'] as const;
export const ROLES = ['resident', ...GIVEN_ROLES] as const;
export type Role = (typeof ROLES)[number];

/** Who may be asked for a second factor (动态码): the county decides (decision 45). */
export const SECOND_FACTOR_ROLES = ['admin', 'department'] as const satisfies readonly Role[];
export type SecondFactorRole = (typeof SECOND_FACTOR_ROLES)[number];

/** How often one person (or one address, before sign-in) may call. The numbers are the server's. */
export type RateClass = 'public' | 'read' | 'write' | 'sign_in';

type Shape = z.ZodMiniObject;
type Who = 'anyone' | readonly Role[];

/**
 * A procedure is data: what a reader, a client, the router, the OpenAPI document and the authorisation test need to know.
 * `path` follows `/api/v2/{jurisdiction}`. Input is one flat object: names in the path go there, the rest is the query of a GET or
 * DELETE and the JSON body of the others.
 */
export type Procedure<I extends Shape = Shape, O extends z.ZodMiniType = z.ZodMiniType, W extends Who = Who> = {
  /** `requests.submit`: the context and the verb, which is also the name of the verb's file. */
  name: string;
  summary: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  /** `anyone` needs no session. A list of roles needs a session of this county with one of them. */
  who: W;
  /** Needs a verified phone (真实身份) too: asked for only before the first publishing act. */
  phone?: true;
  input: I;
  reply: O;
  /** What it can end in besides the problems every procedure shares (`SHARED_PROBLEMS`). */
  problems: readonly ProblemCode[];
  rate: RateClass;
  /** How often one person (or one address, before sign-in) may do it a day; far more than anybody needs. */
  daily?: number;
  /** The phone may send it again: it carries an `Idempotency-Key`, and the second time gets the first reply. */
  idempotent?: true;
};

export type Input<P extends Procedure> = z.output<P['input']>;
export type Reply<P extends Procedure> = z.output<P['reply']>;

const SHARED_PROBLEMS = [
  'invalid_input',
  'county_unknown',
  'county_retired',
  'too_many',
  'internal',
  'database_away',
] as const;
const SIGNED_IN_PROBLEMS = ['not_signed_in', 'session_ended', 'not_allowed', 'other_county'] as const;
const BODY_PROBLEMS = ['too_large', 'unsupported_media'] as const;

/** Declares a procedure and keeps its types. */
export function procedure<I extends Shape, O extends z.ZodMiniType, const W extends Who>(
  declared: Procedure<I, O, W>,
): Procedure<I, O, W> {
  return declared;
}

/** Every problem a procedure can end in. */
export function problemsOf(p: Procedure): ProblemCode[] {
  return [
    ...SHARED_PROBLEMS,
    ...(p.who === 'anyone' ? [] : SIGNED_IN_PROBLEMS),
    ...(SECOND_FACTOR_ROLES.some((role) => p.who !== 'anyone' && p.who.includes(role))
      ? (['second_factor_needed'] as const)
      : []),
    ...(p.phone ? (['phone_needed'] as const) : []),
    ...(p.idempotent ? (['idempotency_key_missing', 'idempotency_key_reused'] as const) : []),
    ...(p.daily ? (['too_many_today'] as const) : []),
    ...(hasBody(p) ? BODY_PROBLEMS : []),
    ...p.problems,
  ];
}

/** True where the input travels as JSON; otherwise it is in the query. */
export function hasBody(p: Procedure): boolean {
  return p.method === 'POST' || p.method === 'PUT';
}

/** Names between braces in the path. */
export function pathNames(p: Procedure): string[] {
  return [...p.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}
