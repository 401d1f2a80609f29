import type { Tx } from '../platform/database';

type Attached = { requestId: string; eventId: string | null };

/** Pictures of this person that were sent and belong to nothing yet, locked. */
export async function lockLoosePictures(tx: Tx, jurisdiction: string, ownerId: string, ids: readonly string[]) {
  return tx
    .selectFrom('picture')
    .select(['id', 'state', 'request_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('owner_id', '=', ownerId)
    .where('id', 'in', ids)
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
  await tx
    .updateTable('picture')
    .set({ request_id: requestId, event_id: eventId, position })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .execute();
}

/** The pictures of these requests with everything said about them, in the order in which they were chosen. */
export async function selectPictures(tx: Tx, jurisdiction: string, requestIds: readonly string[]) {
  if (!requestIds.length) return [];
  return tx
    .selectFrom('picture')
    .select(['id', 'request_id', 'event_id', 'state', 'width', 'height'])
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', 'in', requestIds)
    .orderBy('event_id')
    .orderBy('position')
    .execute();
}

/** @returns false when nobody has to decide on this picture */
export async function updateDecision(
  tx: Tx,
  jurisdiction: string,
  { requestId, pictureId, decision }: { requestId: string; pictureId: string; decision: 'cleared' | 'kept_back' },
): Promise<boolean> {
  const row = await tx
    .updateTable('picture')
    .set({ state: decision })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', pictureId)
    .where('request_id', '=', requestId)
    .where('state', 'in', ['review', 'risky'])
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
