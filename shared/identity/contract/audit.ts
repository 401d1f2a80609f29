import * as z from 'zod/mini';
import { AUDIT_GROUPS } from '../../kernel/audit';
import { Day, Instant } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { Cursor, pageOf } from '../../kernel/pages';
import { procedure } from '../../kernel/procedure';
import '../problems';

/** What a page of the log is narrowed to; days of the county, both included. */
export const AUDITED = { group: z.optional(z.enum(AUDIT_GROUPS)), from: z.optional(Day), to: z.optional(Day) };

/** One entry of the audit log (审计日志): no phone, and of what it is about only which one it is. */
export const AuditLine = z.object({
  id: Id,
  at: Instant,
  /** A key of `AUDIT_ACTIONS`, or what an earlier release called it. */
  action: z.string(),
  /** Whoever works here by their name, else 居民 or 机器. */
  by: z.string(),
  objectKind: z.string(),
  objectId: z.nullable(Id),
  reason: z.nullable(z.string()),
});
export type AuditLine = z.infer<typeof AuditLine>;

/** Who did or looked at what, and why, the last first. */
export const auditLog = procedure({
  name: 'identity.auditLog',
  summary: '日志：谁看了、做了什么',
  method: 'GET',
  path: '/identity/audit-log',
  who: ['admin'],
  input: z.strictObject({ ...AUDITED, cursor: z.optional(Cursor) }),
  reply: pageOf(AuditLine),
  problems: [],
  rate: 'read',
});

/** So many links are gone through while somebody waits; a longer chain is checked by who runs the machines (`npm run county -- audit`). */
export const MOST_CHECKED = 100_000;

/**
 * Goes through the log's chain of hashes from the first entry. `broken`: the first place at which it is not as it was written. `unlinked`: entries in
 * no link that wait for none. `head`: the last hash, to be kept elsewhere.
 */
export const checkAudit = procedure({
  name: 'identity.checkAudit',
  summary: '日志有没有被改过',
  method: 'GET',
  path: '/identity/audit-check',
  who: ['admin'],
  input: z.strictObject({}),
  reply: z.object({
    links: z.int(),
    waiting: z.int(),
    head: z.nullable(z.string()),
    broken: z.nullable(z.int()),
    unlinked: z.int(),
  }),
  problems: ['audit_long'],
  rate: 'write',
});
