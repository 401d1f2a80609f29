import type { Insertable, Selectable, Updateable } from 'kysely';
import { WAITING } from '../../../shared/promises/opinion/states';
import type { Tx } from '../../platform/database';
import type { Schema } from '../../platform/schema';

export type OpinionRow = Selectable<Schema['opinion']>;
export type OpinionEventRow = Selectable<Schema['opinion_event']>;

const ofCounty = (tx: Tx, jurisdiction: string) =>
  tx.selectFrom('opinion').selectAll().where('jurisdiction', '=', jurisdiction);

/** Of two who act on one opinion, one waits for the other. */
export async function lockOpinion(tx: Tx, jurisdiction: string, id: string): Promise<OpinionRow | undefined> {
  return ofCounty(tx, jurisdiction).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Newest first. */
export async function selectOpinionsOfDepartments(tx: Tx, jurisdiction: string, ids: readonly string[], limit: number) {
  return ofCounty(tx, jurisdiction)
    .where('department_id', 'in', [...ids])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function selectOpinionsOfSubject(tx: Tx, jurisdiction: string, context: string, id: string) {
  return ofCounty(tx, jurisdiction)
    .where('subject_context', '=', context)
    .where('subject_id', '=', id)
    .orderBy('id')
    .execute();
}

/** Unanswered, and due until then. */
export async function selectUnanswered(tx: Tx, jurisdiction: string, through: string) {
  return ofCounty(tx, jurisdiction)
    .where('state', 'in', [...WAITING])
    .where('due_on', '<=', through)
    .orderBy('id')
    .execute();
}

/** @returns false where there is one of the department for the same already */
export async function insertOpinion(tx: Tx, row: Insertable<Schema['opinion']>): Promise<boolean> {
  const inserted = await tx
    .insertInto('opinion')
    .values(row)
    .onConflict((conflict) => conflict.columns(['jurisdiction', 'subject_id', 'department_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function updateOpinion(
  tx: Tx,
  jurisdiction: string,
  id: string,
  changes: Updateable<Schema['opinion']>,
): Promise<void> {
  await tx.updateTable('opinion').set(changes).where('jurisdiction', '=', jurisdiction).where('id', '=', id).execute();
}

export async function insertOpinionEvent(tx: Tx, row: Insertable<Schema['opinion_event']>): Promise<void> {
  await tx.insertInto('opinion_event').values(row).execute();
}

/** The whole history of each, in its order. */
export async function selectOpinionEvents(
  tx: Tx,
  jurisdiction: string,
  ids: readonly string[],
): Promise<OpinionEventRow[]> {
  if (!ids.length) return [];
  return tx
    .selectFrom('opinion_event')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('opinion_id', 'in', [...ids])
    .orderBy('opinion_id')
    .orderBy('id')
    .execute();
}
