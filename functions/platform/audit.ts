import { v7 } from 'uuid';
import type { AuditAction } from '../../shared/kernel/audit';
import type { Tx } from './database';

export type AuditEntry = {
  jurisdiction: string;
  personId: string | null;
  action: AuditAction;
  objectKind: string;
  objectId: string | null;
  reason?: string;
  detail?: Record<string, string | number | boolean>;
  now: Date;
};

/**
 * Writes down who did what, in the transaction that does it (审计日志). Role `lianxin_app` can add lines, never change or
 * remove them; the clock puts each into a chain of hashes (`audit-chain.ts`), by which it shows whether anybody else did.
 */
export async function audit(tx: Tx, entry: AuditEntry): Promise<void> {
  const { jurisdiction } = entry;
  const id = v7();
  await tx
    .with('written', (db) =>
      db.insertInto('audit_log').values({
        jurisdiction,
        id,
        at: entry.now,
        person_id: entry.personId,
        action: entry.action,
        object_kind: entry.objectKind,
        object_id: entry.objectId,
        reason: entry.reason ?? null,
        detail: JSON.stringify(entry.detail ?? {}),
      }),
    )
    .insertInto('audit_unlinked')
    .values({ jurisdiction, entry_id: id })
    .execute();
}
