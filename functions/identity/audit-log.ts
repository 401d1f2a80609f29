import type { AuditLine, auditLog as contract } from '../../shared/identity/contract';
import { PAGE_SIZE } from '../../shared/kernel/pages';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { Call, Person } from '../platform/call';
import { pageOfRows, readCursor } from '../platform/pages';
import { type AuditRow, selectAuditLog } from './queries-audit';

/** A page of the audit log (审计日志), the last first. */
export async function auditLog(
  call: Call<Person>,
  { cursor, ...filter }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const after = readCursor(cursor, 'instant', 'id');
  const rows = await call.read((tx) => selectAuditLog(tx, call.jurisdiction, filter, after, PAGE_SIZE + 1));
  const { page, next } = pageOfRows(rows, ({ at, id }) => [at.toISOString(), id]);
  return { items: page.map(auditLine), next };
}

export function auditLine({ at, person_id, name, object_kind, object_id, ...row }: AuditRow): AuditLine {
  return {
    id: row.id,
    at: at.toISOString(),
    action: row.action,
    by: person_id === null ? '机器' : (name ?? '居民'),
    objectKind: object_kind,
    objectId: object_id,
    reason: row.reason,
  };
}
