import type { webcrypto } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod/mini';
import { Id, Jurisdiction } from '../../shared/kernel/ids';
import { ROLES, SECOND_FACTOR_ROLES, type SecondFactorRole } from '../../shared/kernel/procedure';
import type { Key, Keys } from './keys';

const ISSUER = 'lianxin';
const AUDIENCE = 'lianxin-api';
/** 125 µs a verification by webcrypto, against 1 µs to find a token again; about 2 MB when full. */
const REMEMBERED = 2_000;

/** A deputy's, a station's or a department's id, a village's code, or the county's: what a role is held for. */
const RoleId = z.string().check(z.regex(/^[0-9a-f-]{6,36}$/));

/** Who is calling, as the access token says. Everybody is a resident; that is not written down. */
const Claims = z.object({
  sub: Id,
  j: Jurisdiction,
  sid: Id,
  roles: z.array(z.object({ role: z.enum(ROLES), id: RoleId })),
  pv: z.boolean(),
  w: z.optional(z.array(z.enum(SECOND_FACTOR_ROLES))),
  exp: z.int(),
});

export type Caller = {
  personId: string;
  jurisdiction: string;
  sessionId: string;
  /** The roles that act. */
  roles: { role: (typeof ROLES)[number]; id: string }[];
  /** Which wait for a second factor in this session. */
  waits?: readonly SecondFactorRole[];
  phoneVerified: boolean;
};

export type Tokens = {
  issueAccess(caller: Caller, now: Date): Promise<{ token: string; expiresAt: Date }>;
  /** Null for anything but a token of ours that is still good: the caller is then not signed in. */
  readAccess(token: string, now: Date): Promise<Caller | null>;
};

type Remembered = { caller: Caller; expiresAt: number };

/**
 * Access tokens: JWT, HS256, `kid` names the key. `accessMinutes` is how long a withdrawn role or session can go on at most,
 * because nobody asks the database while a token lasts. Without keys nothing is issued and no token is good: the clock needs none.
 */
export function openTokens({ keys, accessMinutes }: { keys: Keys | null; accessMinutes: number }): Tokens {
  const imported = new Map(keys?.map((key) => [key.id, importKey(key)]));
  const remembered = new Map<string, Remembered>();

  async function issueAccess(caller: Caller, now: Date) {
    if (!keys) throw new Error('a function without token keys issues no tokens');
    const issuedAt = Math.floor(now.getTime() / 1000);
    const expiresAt = issuedAt + accessMinutes * 60;
    const { jurisdiction: j, sessionId: sid, roles, phoneVerified: pv, waits } = caller;
    const claims = { j, sid, roles, pv, ...(waits?.length ? { w: waits } : {}) };
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: keys[0].id, typ: 'JWT' })
      .setSubject(caller.personId)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(await (imported.get(keys[0].id) as Promise<webcrypto.CryptoKey>));
    return { token, expiresAt: new Date(expiresAt * 1000) };
  }

  async function readAccess(token: string, now: Date): Promise<Caller | null> {
    const known = remembered.get(token);
    if (known) return known.expiresAt > now.getTime() ? known.caller : null;
    const payload = await verify(token, now, imported);
    const claims = payload && Claims.safeParse(payload);
    if (!claims?.success) return null;
    const { sub, j, sid, roles, pv, w: waits, exp } = claims.data;
    const caller = {
      personId: sub,
      jurisdiction: j,
      sessionId: sid,
      roles,
      phoneVerified: pv,
      ...(waits && { waits }),
    };
    remember(remembered, token, { caller, expiresAt: exp * 1000 });
    return caller;
  }

  return { issueAccess, readAccess };
}

async function verify(
  token: string,
  now: Date,
  imported: Map<string, Promise<webcrypto.CryptoKey>>,
): Promise<JWTPayload | null> {
  try {
    const keyOf = async ({ kid }: { kid?: string }) => {
      const key = await imported.get(kid ?? '');
      if (!key) throw new errors.JWKSNoMatchingKey();
      return key;
    };
    const options = { algorithms: ['HS256'], issuer: ISSUER, audience: AUDIENCE, currentDate: now };
    return (await jwtVerify(token, keyOf, options)).payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

/** Only tokens that verified are kept, so strangers can't fill it; the oldest makes room. */
function remember(remembered: Map<string, Remembered>, token: string, value: Remembered): void {
  if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value as string);
  remembered.set(token, value);
}

function importKey({ secret }: Key): Promise<webcrypto.CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', new Uint8Array(secret.export()), algorithm, false, ['sign', 'verify']);
}
