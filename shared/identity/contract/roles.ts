import * as z from 'zod/mini';
import { Day, Instant } from '../../kernel/days';
import { Id, VillageCode } from '../../kernel/ids';
import { Cursor, pageOf } from '../../kernel/pages';
import { GIVEN_ROLES, procedure } from '../../kernel/procedure';
import { PhoneNumber, REASON, words } from '../../kernel/text';
import { Me, Name } from './sessions';
import '../problems';

/** A role somebody holds or was given (任职). `bound` is whether a WeChat account stands behind it yet. Phones come masked. */
export const Membership = z.object({
  id: Id,
  role: z.enum(GIVEN_ROLES),
  name: z.nullable(z.string()),
  maskedPhone: z.nullable(z.string()),
  deputyId: z.nullable(Id),
  stationId: z.nullable(Id),
  stationName: z.nullable(z.string()),
  village: z.nullable(VillageCode),
  villageName: z.nullable(z.string()),
  departmentId: z.optional(Id),
  departmentName: z.optional(z.string()),
  source: z.enum(['granted', 'roster']),
  bound: z.boolean(),
  invitedUntil: z.nullable(Instant),
  grantedOn: Day,
  /** Where the role asks for a second factor (动态码); `since` null: there is none yet, and the role does not act at a desk. */
  secondFactor: z.optional(
    z.object({
      since: z.nullable(Day),
      usedOn: z.nullable(Day),
      backupLeft: z.int(),
      lockedUntil: z.nullable(Instant),
    }),
  ),
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
    role: z.enum(GIVEN_ROLES),
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
  department: { field: 'departmentId', message: '请选一个部门。' },
  admin: { field: null, message: '' },
} as const;

/** Names a clerk, supervisor, admin, somebody of a department or a deputy's account by phone; whoever verified that phone holds the role at once. */
export const grant = procedure({
  name: 'identity.grant',
  summary: '给一个身份',
  method: 'POST',
  path: '/identity/memberships',
  who: ['admin'],
  phone: true,
  input: z
    .strictObject({
      role: z.enum(GIVEN_ROLES),
      name: Name,
      phone: z.optional(PhoneNumber),
      deputyId: z.optional(Id),
      stationId: z.optional(Id),
      village: z.optional(VillageCode),
      departmentId: z.optional(Id),
      reason: words(...REASON),
    })
    .check(({ value: { role, deputyId, stationId, village, departmentId }, issues }) => {
      // The one place that goes with the role, and no other.
      const places = { deputyId, stationId, village, departmentId };
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

/** A code of eight characters for a role, for who can't be found by phone. Works once, for seven days; the next one ends it. */
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
  daily: 60,
});

/** A department one is of, what it is for, and who else is of it. `joined` is whether they have signed in; `membershipId` by which role they are. */
const MyDepartment = z.object({
  id: Id,
  name: z.string(),
  duties: z.string(),
  people: z.array(
    z.object({ membershipId: z.optional(Id), name: z.nullable(z.string()), joined: z.boolean(), me: z.boolean() }),
  ),
});

export type MyDepartment = z.infer<typeof MyDepartment>;

/** The departments one is of, in the order of the roll. One that has ended is nobody's. */
export const myDepartments = procedure({
  name: 'identity.myDepartments',
  summary: '我的部门',
  method: 'GET',
  path: '/identity/departments',
  who: ['department'],
  input: z.strictObject({}),
  reply: z.object({ departments: z.array(MyDepartment) }),
  problems: [],
  rate: 'read',
});
