import * as z from 'zod/mini';
import { Instant } from '../../kernel/days';
import { Id, VillageCode } from '../../kernel/ids';
import { procedure, SECOND_FACTOR_ROLES } from '../../kernel/procedure';
import { NAME, words } from '../../kernel/text';
import '../problems';

/** A name as its bearer, or whoever enters it, spells it. */
export const Name = words(...NAME);

/**
 * Who is signed in, as they may see themselves. The phone comes masked: the whole number never leaves the server. Departments one is of stand beside
 * the other roles, and only for who is of one: a phone of yesterday refuses a role it does not know, and passes over a name it does not know. `waiting`:
 * which roles wait for a second factor in this session (动态码).
 */
export const Me = z.object({
  id: Id,
  name: z.nullable(z.string()),
  maskedPhone: z.nullable(z.string()),
  roles: z.array(
    z.object({
      role: z.enum(['resident', 'deputy', 'supervisor', 'clerk', 'admin']),
      deputyId: z.nullable(Id),
      deputyName: z.nullable(z.string()),
      stationId: z.nullable(Id),
      stationName: z.nullable(z.string()),
      village: z.nullable(VillageCode),
      villageName: z.nullable(z.string()),
    }),
  ),
  departments: z.optional(z.array(z.object({ id: Id, name: z.string() }))),
  waiting: z.optional(z.array(z.enum(SECOND_FACTOR_ROLES))),
});

export type Me = z.infer<typeof Me>;

/** A session: a short access token, and a refresh token that can be revoked (会话). */
export const Session = z.object({
  accessToken: z.string(),
  accessExpiresAt: Instant,
  refreshToken: z.string(),
  me: Me,
});

export type Session = z.infer<typeof Session>;

/** A single-use code from `wx.login` or from the phone button; five minutes old at the most. */
const WeChatCode = z
  .string()
  .check(z.minLength(1), z.maxLength(128), z.regex(/^[\x21-\x7e]*$/, '微信的确认过期了，请再点一次。'));

const RefreshToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, '离开久了，请用微信再确认一次。'));

/** A session for the code of `wx.login`; an account is made for whoever has none here. */
export const signIn = procedure({
  name: 'identity.signIn',
  summary: '用微信登录',
  method: 'POST',
  path: '/identity/sessions',
  who: 'anyone',
  input: z.strictObject({ code: WeChatCode }),
  reply: Session,
  problems: ['wechat_code_bad', 'wechat_blocked', 'wechat_away'],
  rate: 'sign_in',
});

/**
 * A fresh access token, and the refresh token that follows this one. For a minute the one before gives the same again, should a reply be lost; later it
 * ends the session. A session nobody renews for thirty days has ended.
 */
export const renew = procedure({
  name: 'identity.renew',
  summary: '续一次会话',
  method: 'POST',
  path: '/identity/sessions/renewal',
  who: 'anyone',
  input: z.strictObject({ refreshToken: RefreshToken }),
  reply: Session,
  problems: ['session_ended'],
  rate: 'sign_in',
});

/** Ends the session that asks. */
export const signOut = procedure({
  name: 'identity.signOut',
  summary: '退出登录',
  method: 'DELETE',
  path: '/identity/sessions/current',
  who: ['resident'],
  input: z.strictObject({}),
  reply: z.object({ ended: z.literal(true) }),
  problems: [],
  rate: 'write',
});

/** Who one is, and the roles one holds today. */
export const me = procedure({
  name: 'identity.me',
  summary: '我是谁，有哪些身份',
  method: 'GET',
  path: '/identity/me',
  who: ['resident'],
  input: z.strictObject({}),
  reply: Me,
  problems: [],
  rate: 'read',
});

/**
 * Gives a new session, because the access token says whether the phone is verified.
 * Whoever the roster names by this phone is that from now on, and is asked whether what was entered for it is theirs (`requests.offered`).
 */
export const verifyPhone = procedure({
  name: 'identity.verifyPhone',
  summary: '用微信手机号确认身份',
  method: 'PUT',
  path: '/identity/phone',
  who: ['resident'],
  input: z.strictObject({ code: WeChatCode }),
  reply: z.object({ accessToken: z.string(), accessExpiresAt: Instant, me: Me }),
  problems: ['wechat_code_bad', 'wechat_away'],
  rate: 'sign_in',
  daily: 30,
});
