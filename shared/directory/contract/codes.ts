import * as z from 'zod/mini';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import { REASON, words } from '../../kernel/text';
import '../problems';

/** A deputy code (代表码): ten letters and digits read without doubt (no I, L, O, U). */
export const DeputyCode = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{10}$/, '没认出这个码。'));

/** A withdrawn code and an ended term are told apart, so that the page can say which it is. */
export const openCode = procedure({
  name: 'directory.openCode',
  summary: '代表码是哪位代表的',
  method: 'GET',
  path: '/directory/codes/{code}',
  who: 'anyone',
  input: z.strictObject({ code: DeputyCode }),
  reply: z.object({ deputyId: Id }),
  problems: ['code_unknown', 'code_withdrawn', 'code_ended'],
  rate: 'public',
});

/** A deputy's own code (代表码), as a picture and as the scene that WeChat hands on. */
export const myCode = procedure({
  name: 'directory.myCode',
  summary: '我的代表码：小程序码图片',
  method: 'GET',
  path: '/directory/my-code',
  who: ['deputy'],
  input: z.strictObject({}),
  reply: z.object({ scene: z.string(), png: z.string() }),
  problems: ['not_found', 'wechat_away'],
  rate: 'read',
});

/** A new code for a deputy whose printed one was lost; the old ones stop, and say so. */
export const renewCode = procedure({
  name: 'directory.renewCode',
  summary: '换一个代表码，旧的作废',
  method: 'POST',
  path: '/directory/deputies/{id}/codes',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ id: Id, reason: words(...REASON) }),
  reply: z.object({ code: DeputyCode }),
  problems: ['not_found', 'deputy_ended'],
  rate: 'write',
  idempotent: true,
});
