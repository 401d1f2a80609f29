import * as z from 'zod/mini';
import { Instant } from '../../kernel/days';
import { procedure } from '../../kernel/procedure';
import { Session } from './sessions';
import '../problems';

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
