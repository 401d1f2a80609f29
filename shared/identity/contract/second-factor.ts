import * as z from 'zod/mini';
import { Instant } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { procedure, SECOND_FACTOR_ROLES } from '../../kernel/procedure';
import { REASON, words } from '../../kernel/text';
import { Me } from './sessions';
import '../problems';

const plain = z.overwrite((text: string) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, ''),
);
const Code = z.string().check(plain, z.regex(/^\d{6}$/, '动态码是 6 位数字。'));
const BackupCode = z.string().check(plain, z.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/, '备用码是 8 位字母和数字。'));
const EitherCode = z
  .string()
  .check(plain, z.regex(/^(\d{6}|[0-9A-HJKMNP-TV-Z]{8})$/, '动态码是 6 位数字，备用码是 8 位字母和数字。'));

/** Far more than anybody needs in a day, and few enough that nobody guesses one of a million. */
const DAILY = 60;

const Access = z.object({ accessToken: z.string(), accessExpiresAt: Instant, me: Me });
/** Ten codes, each good once, said this one time. */
const BackupCodes = z.array(z.string());

/**
 * How one's second factor (动态码, RFC 6238) stands. `waits`: the roles that ask for it and don't act in this session before it was given. `since` null: there is
 * none yet. `lockedUntil`: after five wrong codes in a row.
 */
export const secondFactor = procedure({
  name: 'identity.secondFactor',
  summary: '动态码：开了没有，这次输过没有',
  method: 'GET',
  path: '/identity/second-factor',
  who: ['resident'],
  input: z.strictObject({}),
  reply: z.object({
    waits: z.array(z.enum(SECOND_FACTOR_ROLES)),
    since: z.nullable(Instant),
    backupLeft: z.int(),
    lockedUntil: z.nullable(Instant),
  }),
  problems: [],
  rate: 'read',
});

/** A secret for the telephone, in base 32; the same again in this session until a code of it was shown. For whom the county asks. */
export const beginSecondFactor = procedure({
  name: 'identity.beginSecondFactor',
  summary: '动态码：开一个',
  method: 'POST',
  path: '/identity/second-factor/secret',
  who: ['resident'],
  input: z.strictObject({}),
  reply: z.object({ secret: z.string() }),
  problems: ['not_allowed', 'second_factor_there'],
  rate: 'write',
});

/** A code of that secret: it is the person's second factor from now on, and given in this session. */
export const confirmSecondFactor = procedure({
  name: 'identity.confirmSecondFactor',
  summary: '动态码：开好了，输一次看看',
  method: 'POST',
  path: '/identity/second-factor',
  who: ['resident'],
  input: z.strictObject({ code: Code }),
  reply: z.object({ ...Access.shape, backupCodes: BackupCodes }),
  problems: ['second_factor_wrong', 'second_factor_there', 'second_factor_none'],
  rate: 'write',
  daily: DAILY,
});

/** A code of the telephone or a backup code: from now on all roles act in this session. Sent again by the same session, it is given already. */
export const giveSecondFactor = procedure({
  name: 'identity.giveSecondFactor',
  summary: '动态码：输一次',
  method: 'POST',
  path: '/identity/second-factor/code',
  who: ['resident'],
  input: z.strictObject({ code: EitherCode }),
  reply: Access,
  problems: ['second_factor_wrong', 'second_factor_used', 'second_factor_locked', 'second_factor_none'],
  rate: 'write',
  daily: DAILY,
});

/** Ten new backup codes for one of the telephone; the old ones are good no more. */
export const makeBackupCodes = procedure({
  name: 'identity.makeBackupCodes',
  summary: '动态码：再做十个备用码',
  method: 'POST',
  path: '/identity/second-factor/backup-codes',
  who: ['resident'],
  input: z.strictObject({ code: Code }),
  reply: z.object({ backupCodes: BackupCodes }),
  problems: ['second_factor_wrong', 'second_factor_used', 'second_factor_locked', 'second_factor_none'],
  rate: 'write',
  daily: DAILY,
});

/** Who has another telephone begins anew, with a backup code. Every session of theirs waits again. */
export const renewSecondFactor = procedure({
  name: 'identity.renewSecondFactor',
  summary: '动态码：换了手机，用备用码重新开',
  method: 'POST',
  path: '/identity/second-factor/renewal',
  who: ['resident'],
  input: z.strictObject({ code: BackupCode }),
  reply: Access,
  problems: ['second_factor_wrong', 'second_factor_locked', 'second_factor_none'],
  rate: 'write',
  daily: DAILY,
});

/** Somebody of the office takes away that of another person, by one of their roles: they lost the telephone. Nobody their own. */
export const resetSecondFactor = procedure({
  name: 'identity.resetSecondFactor',
  summary: '动态码：替丢了手机的人重置',
  method: 'POST',
  path: '/identity/memberships/{id}/second-factor-reset',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ id: Id, reason: words(...REASON) }),
  reply: z.object({ reset: z.literal(true) }),
  problems: ['not_found', 'second_factor_none', 'second_factor_own'],
  rate: 'write',
  idempotent: true,
});
