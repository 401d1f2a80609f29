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
