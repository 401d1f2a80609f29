import type { Insertable, Selectable } from 'kysely';
import { PAGE_SIZE } from '../../../shared/kernel/pages';
import type { Tx } from '../../platform/database';
import type { Schema } from '../../platform/schema';

export type RecusalRow = Selectable<Schema['recusal']>;

const ofCounty = (tx: Tx, jurisdiction: string) => tx.selectFrom('recusal').where('jurisdiction', '=', jurisdiction);

/** From what a person stepped aside. */
export async function selectAsideOf(tx: Tx, jurisdiction: string, personId: string): Promise<RecusalRow[]> {
  return ofCounty(tx, jurisdiction).selectAll().where('person_id', '=', personId).orderBy('id', 'desc').execute();
}

/** Who stepped aside from it. */
export async function selectPeopleAside(tx: Tx, jurisdiction: string, subjectId: string): Promise<string[]> {
  const rows = await ofCounty(tx, jurisdiction).select('person_id').where('subject_id', '=', subjectId).execute();
  return rows.map(({ person_id }) => person_id);
}

/** Whether a person stepped aside from it. */
export async function hasSteppedAside(
  tx: Tx,
  jurisdiction: string,
  of: { personId: string; subjectId: string },
): Promise<boolean> {
  const row = await ofCounty(tx, jurisdiction)
    .select('id')
    .where('person_id', '=', of.personId)
    .where('subject_id', '=', of.subjectId)
    .executeTakeFirst();
  return row !== undefined;
}

/** One page of the county's, newest first. */
export async function selectRecusals(tx: Tx, jurisdiction: string, after: string | null): Promise<RecusalRow[]> {
  const query = ofCounty(tx, jurisdiction)
    .selectAll()
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1);
  return (after ? query.where('id', '<', after) : query).execute();
}

export async function insertRecusal(tx: Tx, row: Insertable<Schema['recusal']>): Promise<void> {
  await tx.insertInto('recusal').values(row).execute();
}

export async function selectRecusal(tx: Tx, jurisdiction: string, id: string): Promise<RecusalRow | undefined> {
  return ofCounty(tx, jurisdiction).selectAll().where('id', '=', id).executeTakeFirst();
}

/** @returns false where somebody ended it before */
export async function deleteRecusal(tx: Tx, jurisdiction: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('recusal')
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

export async function deleteAllOf(tx: Tx, jurisdiction: string, personId: string): Promise<void> {
  await tx.deleteFrom('recusal').where('jurisdiction', '=', jurisdiction).where('person_id', '=', personId).execute();
}

/** The departments that have it or answered it, and those that work on it with these. */
export async function selectDepartmentsAt(
  tx: Tx,
  jurisdiction: string,
  { context, id }: { context: string; id: string },
): Promise<string[]> {
  const having = tx
    .selectFrom('assignment')
    .where('jurisdiction', '=', jurisdiction)
    .where('subject_context', '=', context)
    .where('subject_id', '=', id);
  const leads = await having.select('department_id').distinct().execute();
  const beside = await tx
    .selectFrom('assignment_part')
    .select('department_id')
    .distinct()
    .where('jurisdiction', '=', jurisdiction)
    .where('assignment_id', 'in', having.select('id'))
    .execute();
  return [...new Set([...leads, ...beside].map(({ department_id }) => department_id))];
}
