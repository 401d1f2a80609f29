import { sql } from 'kysely';
import { OPEN, QUESTIONED, UNFINISHED, WAITING_FOR_RESIDENT, WITH_DEPARTMENT } from '../../../shared/requests/states';
import type { Tx } from '../../platform/database';

/** Open requests of these deputies, or which are to go to one of them, the oldest first. */
export async function selectOpenOf(tx: Tx, jurisdiction: string, deputyIds: readonly string[], limit: number) {
  if (!deputyIds.length) return [];
  return tx
    .selectFrom('request')
    .select(['id', 'deputy_id', 'village'])
    .where('jurisdiction', '=', jurisdiction)
    .where((eb) => eb.or([eb('deputy_id', 'in', deputyIds), eb('handover_to', 'in', deputyIds)]))
    .where('state', 'in', OPEN)
    .where('merged_into', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Matters silence may put away by this day, or whose resident has to be told; the oldest first. */
export async function selectLapsing(tx: Tx, jurisdiction: string, through: string, limit: number) {
  return tx
    .selectFrom('request')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('state', 'in', WAITING_FOR_RESIDENT)
    .where('lapses_on', '<=', through)
    .orderBy('lapses_on')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Matters whose answer promised something by this day, and of which nobody was asked yet; the oldest first. */
export async function selectToAsk(tx: Tx, jurisdiction: string, today: string, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('request')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('question_on', '<=', today)
    .orderBy('question_on')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Requests that these departments have, or of which a question of theirs waits for the resident; the oldest first. */
export async function selectWithDepartments(
  tx: Tx,
  jurisdiction: string,
  departmentIds: readonly string[],
  limit: number,
): Promise<string[]> {
  if (!departmentIds.length) return [];
  const rows = await tx
    .selectFrom('request')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('state', 'in', [...WITH_DEPARTMENT, ...QUESTIONED])
    .where('department_id', 'in', [...departmentIds])
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

// Somebody with more matters of their own gives them up in the next minutes.
const OWN_LIMIT = 100;

/**
 * Matters that are not closed and whose deputy is the resident, or entered it for who has no account. Asked person by person, because what
 * a deputy has of their own is little beside what they have to answer.
 */
export async function selectOwnMatters(
  tx: Tx,
  jurisdiction: string,
  deputies: readonly { deputyId: string; personId: string }[],
): Promise<{ id: string; personId: string }[]> {
  if (!deputies.length) return [];
  const open = sql`r.jurisdiction = ${jurisdiction} and r.deputy_id = d."deputyId" and r.state = any(${UNFINISHED}::text[]) and r.merged_into is null`;
  const { rows } = await sql<{ id: string; personId: string }>`
    select own.id, d."personId"
    from jsonb_to_recordset(${JSON.stringify(deputies)}::jsonb) as d("deputyId" uuid, "personId" uuid)
    cross join lateral (
      (select r.id from request r where ${open} and r.resident_id = d."personId" limit ${OWN_LIMIT})
      union all
      (select r.id from request r where ${open} and r.resident_id is null and r.entered_by = d."personId" limit ${OWN_LIMIT})
    ) own`.execute(tx);
  return rows;
}
