import * as z from 'zod/mini';
import { Instant } from '../../kernel/days';
import { procedure } from '../../kernel/procedure';
import { AUDITED } from './audit';

/** So many entries go into one file. */
export const MOST_ENTRIES = 10_000;

/** The audit log as the screen shows it, all pages of it, as .xlsx behind a link of ten minutes. Logged itself. */
export const exportAudit = procedure({
  name: 'identity.exportAudit',
  summary: '导出日志',
  method: 'POST',
  path: '/office/identity/audit-export',
  who: ['admin'],
  phone: true,
  input: z.strictObject(AUDITED),
  reply: z.object({ url: z.string(), expiresAt: Instant, rows: z.int() }),
  problems: ['too_many_entries'],
  rate: 'write',
});

/**
 * All that is kept of whoever asks (`identity.ownData`) as a zip to keep: a text to read, the data for another program, and the photos of one's own matters. `url` gives it for ten minutes.
 * `missing`: how many photos are not in it; the text names each, with why.
 */
export const copyOwnData = procedure({
  name: 'identity.copyOwnData',
  summary: '拷一份我的资料',
  method: 'POST',
  path: '/office/identity/own-data-copies',
  who: ['resident'],
  input: z.strictObject({}),
  reply: z.object({ url: z.string(), expiresAt: Instant, bytes: z.int(), photos: z.int(), missing: z.int() }),
  problems: [],
  rate: 'write',
  daily: 20,
});
