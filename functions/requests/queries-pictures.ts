import type { Insertable, Updateable } from 'kysely';
import type { Tx } from '../platform/database';
import type { Schema } from '../platform/schema';

type Attached = { requestId: string; eventId: string | null };
export type PictureState = Schema['picture']['state'];

export async function insertPicture(tx: Tx, picture: Insertable<Schema['picture']>): Promise<void> {
  await tx.insertInto('picture').values(picture).execute();
}

export async function selectPicture(tx: Tx, jurisdiction: string, id: string) {
  return pictureById(tx, jurisdiction, id).executeTakeFirst();
}

/** The same, locked until the transaction ends. */
export async function lockPicture(tx: Tx, jurisdiction: string, id: string) {
  return pictureById(tx, jurisdiction, id).forUpdate().executeTakeFirst();
}

function pictureById(tx: Tx, jurisdiction: string, id: string) {
  return tx.selectFrom('picture').selectAll().where('jurisdiction', '=', jurisdiction).where('id', '=', id);
}

export async function updatePicture(
  tx: Tx,
  jurisdiction: string,
  id: string,
  changes: Updateable<Schema['picture']>,
): Promise<void> {
  await tx.updateTable('picture').set(changes).where('jurisdiction', '=', jurisdiction).where('id', '=', id).execute();
}

/** Writes a verdict, unless the picture is past the states it may follow. */
export async function updateVerdict(
  tx: Tx,
  jurisdiction: string,
  { id, state, label, from }: { id: string; state: PictureState; label: string | null; from: readonly PictureState[] },
): Promise<void> {
  await tx
    .updateTable('picture')
    .set({ state, label })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .where('state', 'in', from)
    .execute();
}

/** Pictures of this person, sent after `since` or still being sent, locked. */
export async function lockOwnPictures(
  tx: Tx,
  jurisdiction: string,
  { ownerId, ids, since }: { ownerId: string; ids: readonly string[]; since: Date },
) {
  return tx
    .selectFrom('picture')
    .select(['id', 'state', 'request_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('owner_id', '=', ownerId)
    .where('id', 'in', ids)
    .where((eb) => eb.or([eb('created_at', '>', since), eb('request_id', 'is not', null)]))
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function updateAttached(
  tx: Tx,
  jurisdiction: string,
  id: string,
  position: number,
  { requestId, eventId }: Attached,
): Promise<void> {
  await updatePicture(tx, jurisdiction, id, { request_id: requestId, event_id: eventId, position });
}

/** The pictures of these requests with everything said about them, in the order in which they were chosen. */
export async function selectPictures(tx: Tx, jurisdiction: string, requestIds: readonly string[]) {
  if (!requestIds.length) return [];
  return tx
    .selectFrom('picture')
    .select(['id', 'owner_id', 'request_id', 'event_id', 'state', 'type', 'width', 'height'])
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', 'in', requestIds)
    .orderBy('event_id')
    .orderBy('position')
    .execute();
}

type Decision = {
  requestId: string;
  pictureId: string;
  from: readonly PictureState[];
  decision: 'cleared' | 'kept_back';
};

/** @returns false when this picture is in none of the states the decision may follow */
export async function updateDecision(
  tx: Tx,
  jurisdiction: string,
  { requestId, pictureId, from, decision }: Decision,
): Promise<boolean> {
  const row = await tx
    .updateTable('picture')
    .set({ state: decision })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', pictureId)
    .where('request_id', '=', requestId)
    .where('state', 'in', from)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Pictures from before `before` that belong to nothing, some of them. */
export async function selectLoosePictures(tx: Tx, jurisdiction: string, before: Date, limit: number) {
  const rows = await tx
    .selectFrom('picture')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', 'is', null)
    .where('created_at', '<', before)
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export async function deleteLoosePictures(tx: Tx, jurisdiction: string, ids: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('picture')
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', 'is', null)
    .where('id', 'in', ids)
    .execute();
}

/** To which county and picture WeChat's verdict will belong; the same trace again changes nothing. */
export async function insertTrace(tx: Tx, trace: Insertable<Schema['media_check']>): Promise<void> {
  await tx
    .insertInto('media_check')
    .values(trace)
    .onConflict((conflict) => conflict.column('trace_id').doNothing())
    .execute();
}

/** Asked before the county is known. */
export async function selectTrace(tx: Tx, traceId: string) {
  return tx
    .selectFrom('media_check')
    .select(['jurisdiction', 'picture_id'])
    .where('trace_id', '=', traceId)
    .executeTakeFirst();
}

export async function deleteTraces(tx: Tx, jurisdiction: string, before: Date): Promise<void> {
  await tx
    .deleteFrom('media_check')
    .where('jurisdiction', '=', jurisdiction)
    .where('created_at', '<', before)
    .execute();
}
