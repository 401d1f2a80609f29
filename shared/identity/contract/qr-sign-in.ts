import * as z from 'zod/mini';
import { Instant } from '../../kernel/days';
import { GIVEN_ROLES, procedure } from '../../kernel/procedure';
import { Session } from './sessions';
import '../problems';

const QrSignInSecret = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, '请刷新页面再试。'));

/**
 * A computer asks who sits at it (扫码登录): `code` is shown as a QR (`qrSignInLink`) for five minutes, `secret` never leaves the computer.
 */
export const openQrSignIn = procedure({
  name: 'identity.openQrSignIn',
  summary: '电脑登录：要一个码',
  method: 'POST',
  path: '/identity/qr-sign-ins',
  who: 'anyone',
  input: z.strictObject({}),
  reply: z.object({ code: z.string(), secret: QrSignInSecret, expiresAt: Instant }),
  problems: [],
  rate: 'sign_in',
  daily: 5_000,
});

/** The phone says: it is me at that computer. A computer can't: it would go on from one to the next without end. */
export const confirmQrSignIn = procedure({
  name: 'identity.confirmQrSignIn',
  summary: '电脑登录：在手机上点头',
  method: 'POST',
  path: '/identity/qr-sign-ins/confirmation',
  who: GIVEN_ROLES,
  phone: true,
  input: z.strictObject({ code: z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{16}$/, '没认出这个码。')) }),
  reply: z.object({ confirmed: z.literal(true) }),
  problems: ['qr_code_bad', 'qr_by_phone'],
  rate: 'write',
  daily: 200,
});

/** The computer collects its session, once. `qr_waiting` until the phone has confirmed. It ends after twelve hours, renewed or not. */
export const collectQrSignIn = procedure({
  name: 'identity.collectQrSignIn',
  summary: '电脑登录：进去',
  method: 'POST',
  path: '/identity/qr-sign-ins/collection',
  who: 'anyone',
  input: z.strictObject({ secret: QrSignInSecret }),
  reply: Session,
  problems: ['qr_waiting', 'qr_code_bad'],
  rate: 'sign_in',
});
