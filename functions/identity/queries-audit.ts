import { sql } from 'kysely';
import { actionsIn } from '../../shared/identity/audit';
import type { AuditGroup } from '../../shared/kernel/audit';
import type { Day } from '../../shared/kernel/days';
import type { Tx } from '../platform/database';

export type AuditFilter = { group?: AuditGroup; from?: Day; to?: Day };
export type AuditRow = {
  id: string;
  at: Date;
  action: string;
  person_id: string | null;
  name: string | null;
  object_kind: string;
  object_id: string | null;
  reason: string | null;
};

/**
 * A page of the log, the last first. Of a group each action is read by its own index: what is seldom done is found as fast as what is done all day
 * long. The name is of the last role somebody held, also when it ended.
 */
export async function selectAuditLog(
  tx: Tx,
  jurisdiction: string,
  { group, from, to }: AuditFilter,
  after: string[] | null,
  limit: number,
): Promise<AuditRow[]> {
  const [at, id] = after ?? [];
  const within = sql`a.jurisdiction = ${jurisdiction}
    ${from ? sql`and a.at >= ${from}::timestamp at time zone 'Asia/Shanghai'` : sql``}
    ${to ? sql`and a.at < (${to}::timestamp + interval '1 day') at time zone 'Asia/Shanghai'` : sql``}
    ${at && id ? sql`and (a.at, a.id) < (${at}::timestamptz, ${id}::uuid)` : sql``}`;
  const newest = sql`order by a.at desc, a.id desc limit ${limit}`;
  const found = group
    ? sql`select n.* from unnest(${actionsIn(group)}::text[]) kind cross join lateral
        (select a.* from audit_log a where ${within} and a.action = kind ${newest}) n`
    : sql`select a.* from audit_log a where ${within} ${newest}`;
  const { rows } = await sql<AuditRow>`
    select a.id, a.at, a.action, a.person_id, a.object_kind, a.object_id, a.reason,
      (select m.name from membership m where m.jurisdiction = ${jurisdiction} and m.person_id = a.person_id and m.name is not null
        order by m.granted_at desc limit 1) as name
    from (${found}) a ${newest}`.execute(tx);
  return rows;
}

/** How long the chain is. */
export async function selectLinks(tx: Tx, jurisdiction: string): Promise<number> {
  const { rows } = await sql<{ place: number }>`
    select place from audit_link where jurisdiction = ${jurisdiction} order by place desc limit 1`.execute(tx);
  return Number(rows[0]?.place ?? 0);
}
