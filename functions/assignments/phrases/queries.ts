import { sql } from 'kysely';
import { MOST_PHRASES } from '../../../shared/assignments/limits';
import type { Tx } from '../../platform/database';

type Of = { jurisdiction: string; departmentId: string };

/** What a department says often, as its people wrote it down one after the other. */
export async function selectPhrases(
  tx: Tx,
  { jurisdiction, departmentId }: Of,
): Promise<{ id: string; words: string }[]> {
  return tx
    .selectFrom('answer_phrase')
    .select(['id', 'words'])
    .where('jurisdiction', '=', jurisdiction)
    .where('department_id', '=', departmentId)
    .orderBy('id')
    .execute();
}

/** @returns false where the department has as many as it may (two at the same moment may put in one more); what is there already is there once */
export async function insertPhrase(
  tx: Tx,
  { jurisdiction, departmentId }: Of,
  { id, words, now }: { id: string; words: string; now: Date },
): Promise<boolean> {
  const of = sql`from answer_phrase where jurisdiction = ${jurisdiction} and department_id = ${departmentId}`;
  const written = await sql`
    insert into answer_phrase (jurisdiction, id, department_id, words, created_at)
    select ${jurisdiction}, ${id}::uuid, ${departmentId}::uuid, ${words}, ${now}::timestamptz
    where (select count(*) ${of}) < ${MOST_PHRASES}
    on conflict (jurisdiction, department_id, words) do nothing`.execute(tx);
  if (written.numAffectedRows) return true;
  // A statement of its own: what somebody else kept while this one waited, the one before does not see.
  const { rows } = await sql`select ${of} and words = ${words}`.execute(tx);
  return rows.length > 0;
}

export async function deletePhrase(tx: Tx, { jurisdiction, departmentId }: Of, id: string): Promise<void> {
  await tx
    .deleteFrom('answer_phrase')
    .where('jurisdiction', '=', jurisdiction)
    .where('department_id', '=', departmentId)
    .where('id', '=', id)
    .execute();
}
