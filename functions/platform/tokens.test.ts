import { createSecretKey } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import type { Keys } from './keys';
import { hashSecret, newSecret } from './secrets';
import { type Caller, openTokens } from './tokens';

const now = new Date('2026-11-18T02:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const bytes = (fill: number) => new Uint8Array(32).fill(fill);
const one = { id: 't1', secret: createSecretKey(bytes(1)) };
const two = { id: 't2', secret: createSecretKey(bytes(2)) };
const open = (...keys: Keys) => openTokens({ keys, accessMinutes: 15 });

const caller: Caller = {
  personId: '0193a000-0000-7000-8000-000000000001',
  jurisdiction: '330822',
  sessionId: '0193a000-0000-7000-8000-000000000002',
  roles: [{ role: 'deputy', id: '0193a000-0000-7000-8000-000000000003' }],
  phoneVerified: true,
};

const claims = { j: '330822', sid: caller.sessionId, roles: [], pv: false };
function forged(change: {
  kid?: string;
  key?: Uint8Array;
  issuer?: string;
  audience?: string;
  more?: object;
  alg?: string;
}) {
  return new SignJWT({ ...claims, ...change.more })
    .setProtectedHeader({ alg: change.alg ?? 'HS256', kid: change.kid ?? 't1' })
    .setSubject(caller.personId)
    .setIssuer(change.issuer ?? 'lianxin')
    .setAudience(change.audience ?? 'lianxin-api')
    .setIssuedAt(now)
    .setExpirationTime(later(15))
    .sign(change.key ?? bytes(1));
}

test('says who is calling for fifteen minutes, and no longer, also when it was read before', async () => {
  const tokens = open(one);
  const { token, expiresAt } = await tokens.issueAccess(caller, now);
  expect(expiresAt).toEqual(later(15));
  expect(await tokens.readAccess(token, now)).toEqual(caller);
  expect(await tokens.readAccess(token, later(14.9))).toEqual(caller);
  expect(await tokens.readAccess(token, later(15))).toBeNull();
  expect(await open(one).readAccess(token, later(15))).toBeNull();
});

test('keys rotate: an older key still reads until it is taken away', async () => {
  const { token } = await open(one).issueAccess(caller, now);
  expect(await open(two, one).readAccess(token, now)).toEqual(caller);
  expect(await open(two).readAccess(token, now)).toBeNull();
  const { token: newer } = await open(two, one).issueAccess(caller, now);
  expect(await open(two).readAccess(newer, now)).toEqual(caller);
});

test('the forger of these tests makes a good token when nothing is changed', async () => {
  expect(await open(one).readAccess(await forged({}), now)).toMatchObject({ personId: caller.personId });
});

test.each([
  ['another key', () => forged({ key: bytes(9) })],
  ['another key under a known id', () => forged({ key: bytes(2) })],
  ['an unknown key id', () => forged({ kid: 'x' })],
  ['another algorithm', () => forged({ alg: 'HS512', key: new Uint8Array(64).fill(1) })],
  ['another issuer', () => forged({ issuer: 'someone' })],
  ['another audience', () => forged({ audience: 'lianxin-web' })],
  ['an unknown role', () => forged({ more: { roles: [{ role: 'root', id: caller.personId }] } })],
  ['a county that is none', () => forged({ more: { j: '*' } })],
  ['no session', () => forged({ more: { sid: undefined } })],
  ['alg none', async () => new UnsecuredJWT(claims).setSubject(caller.personId).setExpirationTime(later(15)).encode()],
  ['nothing', async () => ''],
  ['words', async () => 'not.a.token'],
])('%s is nobody', async (_, make) => {
  expect(await open(one).readAccess(await make(), now)).toBeNull();
});

test('one changed letter is enough to be nobody, also after the token was read', async () => {
  const tokens = open(one);
  const { token } = await tokens.issueAccess(caller, now);
  await tokens.readAccess(token, now);
  const [head, body, mark] = token.split('.') as [string, string, string];
  const other = Buffer.from(Buffer.from(body, 'base64url').toString().replace('330822', '330823')).toString(
    'base64url',
  );
  expect(await tokens.readAccess(`${head}.${other}.${mark}`, now)).toBeNull();
});

test('a token read again costs next to nothing: it is verified once', async () => {
  const tokens = open(one);
  const { token } = await tokens.issueAccess(caller, now);
  const verify = jest.spyOn(crypto.subtle, 'verify');
  for (let i = 0; i < 3; i += 1) expect(await tokens.readAccess(token, now)).toEqual(caller);
  expect(verify).toHaveBeenCalledTimes(1);
  verify.mockRestore();
});

test('refresh tokens are 32 random bytes, and only their hash is for keeping', () => {
  const token = newSecret();
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(newSecret()).not.toBe(token);
  expect(hashSecret(token)).toHaveLength(32);
  expect(hashSecret(token)).toEqual(hashSecret(token));
  expect(hashSecret(token).toString('base64url')).not.toBe(token);
});
