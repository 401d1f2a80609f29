import * as z from 'zod/mini';
import { Day, Instant } from '../kernel/days';
import { Id, VillageCode } from '../kernel/ids';
import { Cursor, pageOf } from '../kernel/pages';
import { procedure, ROLES } from '../kernel/procedure';
import { NAME, PhoneNumber, REASON, words } from '../kernel/text';

/** What a person wants to be called; as they write it, not checked against an identity card. */
const Name = words(...NAME);

/** Who is signed in, as they may see themselves. The phone comes masked: the whole number never leaves the server. */
export const Me = z.object({
  id: Id,
  name: z.nullable(Name),
  maskedPhone: z.nullable(z.string()),
  roles: z.array(
    z.object({
      role: z.enum(ROLES),
      deputyId: z.nullable(Id),
      deputyName: z.nullable(z.string()),
      stationId: z.nullable(Id),
      stationName: z.nullable(z.string()),
      village: z.nullable(VillageCode),
      villageName: z.nullable(z.string()),
    }),
  ),
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
 * Whoever the roster names by this phone is that from now on, and what was entered for it appears under "mine".
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
});

/** A role somebody holds or was given (任职). `bound` is whether a WeChat account stands behind it yet. Phones come masked. */
export const Membership = z.object({
  id: Id,
  role: z.enum(['deputy', 'supervisor', 'clerk', 'admin']),
  name: z.nullable(z.string()),
  maskedPhone: z.nullable(z.string()),
  deputyId: z.nullable(Id),
  stationId: z.nullable(Id),
  stationName: z.nullable(z.string()),
  village: z.nullable(VillageCode),
  villageName: z.nullable(z.string()),
  source: z.enum(['granted', 'roster']),
  bound: z.boolean(),
  invitedUntil: z.nullable(Instant),
  grantedOn: Day,
});
export type Membership = z.infer<typeof Membership>;

/** Who holds which role now, newest first. */
export const memberships = procedure({
  name: 'identity.memberships',
  summary: '谁有什么身份',
  method: 'GET',
  path: '/identity/memberships',
  who: ['admin'],
  input: z.strictObject({
    role: z.enum(['deputy', 'supervisor', 'clerk', 'admin']),
    words: z.optional(Name),
    cursor: z.optional(Cursor),
  }),
  reply: pageOf(Membership),
  problems: [],
  rate: 'read',
});

const PLACES = {
  deputy: { field: 'deputyId', message: '请选一位代表。' },
  clerk: { field: 'stationId', message: '请选一个联络站。' },
  supervisor: { field: 'village', message: '请选一个村或社区。' },
  admin: { field: null, message: '' },
} as const;

/** Names a clerk, supervisor, admin or a deputy's account by phone; whoever verified that phone holds the role at once. */
export const grant = procedure({
  name: 'identity.grant',
  summary: '给一个身份',
  method: 'POST',
  path: '/identity/memberships',
  who: ['admin'],
  phone: true,
  input: z
    .strictObject({
      role: z.enum(['deputy', 'supervisor', 'clerk', 'admin']),
      name: Name,
      phone: z.optional(PhoneNumber),
      deputyId: z.optional(Id),
      stationId: z.optional(Id),
      village: z.optional(VillageCode),
      reason: words(...REASON),
    })
    .check(({ value: { role, deputyId, stationId, village }, issues }) => {
      // The one place that goes with the role, and no other.
      const places = { deputyId, stationId, village };
      const { field, message } = PLACES[role];
      if (field && !places[field]) issues.push({ code: 'custom', path: [field], message, input: places });
      for (const [name, place] of Object.entries(places))
        if (place && name !== field)
          issues.push({ code: 'custom', path: [name], message: '这个身份不用填这一项。', input: place });
    }),
  reply: Membership,
  problems: ['not_found', 'role_taken'],
  rate: 'write',
  idempotent: true,
});

/** The role ends now; it stays as history. Sessions notice within a quarter of an hour. */
export const withdraw = procedure({
  name: 'identity.withdraw',
  summary: '收回一个身份',
  method: 'POST',
  path: '/identity/memberships/{id}/withdrawal',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ id: Id, reason: words(...REASON) }),
  reply: z.object({ withdrawn: z.literal(true) }),
  problems: ['not_found', 'last_admin'],
  rate: 'write',
  idempotent: true,
});

/** An invitation code (邀请码): eight letters and digits, once, for seven days; a newer one ends the older. */
export const InvitationCode = z.string().check(
  z.overwrite((text) => text.toUpperCase().replace(/[^0-9A-Z]/g, '')),
  z.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/, '邀请码是 8 位字母和数字。'),
);

export const invite = procedure({
  name: 'identity.invite',
  summary: '做一个邀请码，手机号对不上的时候用',
  method: 'POST',
  path: '/identity/memberships/{id}/invitation',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ id: Id }),
  reply: z.object({ code: z.string(), expiresAt: Instant }),
  problems: ['not_found', 'role_taken'],
  rate: 'write',
});

/** Binds whoever is signed in to the role. A wrong guess is logged, and there are ten a day; the same person may send a used one again. */
export const acceptInvitation = procedure({
  name: 'identity.acceptInvitation',
  summary: '用邀请码领身份',
  method: 'POST',
  path: '/identity/invitations',
  who: ['resident'],
  phone: true,
  input: z.strictObject({ code: InvitationCode }),
  reply: z.object({ accessToken: z.string(), accessExpiresAt: Instant, me: Me }),
  problems: ['invitation_bad', 'role_taken', 'too_many_guesses'],
  rate: 'write',
});

const DeskSecret = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, '请刷新页面再试。'));

/**
 * A computer asks who sits at it (扫码登录): `code` is shown as a QR (`deskLink`) for five minutes, `secret` never leaves the computer.
 */
export const openDesk = procedure({
  name: 'identity.openDesk',
  summary: '电脑登录：要一个码',
  method: 'POST',
  path: '/identity/desks',
  who: 'anyone',
  input: z.strictObject({}),
  reply: z.object({ code: z.string(), secret: DeskSecret, expiresAt: Instant }),
  problems: [],
  rate: 'sign_in',
});

/** The phone says: it is me at that computer. */
export const confirmDesk = procedure({
  name: 'identity.confirmDesk',
  summary: '电脑登录：在手机上点头',
  method: 'POST',
  path: '/identity/desks/confirmation',
  who: ['supervisor', 'clerk', 'admin', 'deputy'],
  phone: true,
  input: z.strictObject({ code: z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{16}$/, '没认出这个码。')) }),
  reply: z.object({ confirmed: z.literal(true) }),
  problems: ['desk_code_bad'],
  rate: 'write',
});

/** The computer collects its session, once. `desk_waiting` until the phone has confirmed. It ends after twelve hours, renewed or not. */
export const collectDesk = procedure({
  name: 'identity.collectDesk',
  summary: '电脑登录：进去',
  method: 'POST',
  path: '/identity/desks/collection',
  who: 'anyone',
  input: z.strictObject({ secret: DeskSecret }),
  reply: Session,
  problems: ['desk_waiting', 'desk_code_bad'],
  rate: 'sign_in',
});
