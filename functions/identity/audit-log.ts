import type { AuditLine, auditLog as contract } from '../../shared/identity/contract';
import { isRealDay } from '../../shared/kernel/days';
import { PAGE_SIZE } from '../../shared/kernel/pages';
import { ProblemError } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { Call, Person } from '../platform/call';
import { pageOfRows, readCursor } from '../platform/pages';
import { type AuditFilter, type AuditRow, selectAuditLog } from './queries-audit';

/** A page of the audit log (审计日志), the last first. */
export async function auditLog(
  call: Call<Person>,
  { cursor, ...filter }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const after = readCursor(cursor, 'instant', 'id');
  checkDays(filter);
  const rows = await call.read((tx) => selectAuditLog(tx, call.jurisdiction, filter, after, PAGE_SIZE + 1));
  const { page, next } = pageOfRows(rows, ({ at, id }) => [at.toISOString(), id]);
  return { items: page.map(auditLine), next };
}

/** @throws ProblemError `invalid_input` for a day that there is not (2026-02-30), or of a year that PostgreSQL does not know */
export function checkDays({ from, to }: AuditFilter): void {
  for (const [path, day] of Object.entries({ from, to }))
    if (day !== undefined && !(isRealDay(day) && day >= '1000'))
      throw new ProblemError('invalid_input', [{ path, message: '日期不对。' }]);
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
