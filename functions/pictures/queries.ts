import { type ExpressionBuilder, type Insertable, sql, type Updateable } from 'kysely';
import type { PictureCheck } from '../../shared/kernel/content-check';
import type { Tx } from '../platform/database';
import type { Schema } from '../platform/schema';
import type { PictureTables } from './tables';

/** What pictures can belong to. */
const HOLDERS = ['request_id', 'promise_id', 'suggestion_id'] as const;
type Holder = (typeof HOLDERS)[number];
/** To which thing, and to which of its events (null: to the thing itself). */
export type Belongs = { [H in Holder]: Record<H, string> }[Holder] & { event_id: string | null };

/** It belongs to something already. */
export const isUsed = (row: Record<Holder, string | null>): boolean => HOLDERS.some((holder) => row[holder] !== null);

export async function insertPicture(tx: Tx, picture: Insertable<PictureTables['picture']>): Promise<void> {
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
  changes: Updateable<PictureTables['picture']>,
): Promise<void> {
  await tx.updateTable('picture').set(changes).where('jurisdiction', '=', jurisdiction).where('id', '=', id).execute();
}

/** What a picture belongs to. */
export type Of = { [H in Holder]?: string };

type Checked = {
  id: string;
  /** Only where it belongs to this. */
  of?: Of;
  label?: string | null;
  /** From which state to which (`PICTURE_CHECK`). */
  transitions: Partial<Record<PictureCheck, PictureCheck>>;
};

/** Writes what WeChat or a person says of a picture. @returns false where it is past the states this may follow, or is none */
export async function updateCheck(
  tx: Tx,
  jurisdiction: string,
  { id, of = {}, label, transitions }: Checked,
): Promise<boolean> {
  const from = Object.keys(transitions) as PictureCheck[];
  const [state] = Object.values(transitions);
  if (!state) return false;
  let query = tx
    .updateTable('picture')
    .set({ state, ...(label === undefined ? {} : { label }) })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .where('state', 'in', from);
  for (const holder of HOLDERS) if (of[holder] !== undefined) query = query.where(holder, '=', of[holder]);
  return (await query.returning('id').executeTakeFirst()) !== undefined;
}

/** Pictures of this person, sent after `since` or still being sent, locked. */
export async function lockOwnPictures(
  tx: Tx,
  jurisdiction: string,
  { ownerId, ids, since }: { ownerId: string; ids: readonly string[]; since: Date },
) {
  return tx
    .selectFrom('picture')
    .select(['id', 'state', ...HOLDERS])
    .where('jurisdiction', '=', jurisdiction)
    .where('owner_id', '=', ownerId)
    .where('id', 'in', ids)
    .where((eb) => eb.or([eb('created_at', '>', since), ...HOLDERS.map((holder) => eb(holder, 'is not', null))]))
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function updateAttached(
  tx: Tx,
  jurisdiction: string,
  id: string,
  position: number,
  to: Belongs,
): Promise<void> {
  await updatePicture(tx, jurisdiction, id, { ...to, position });
}

/** It belongs to nothing from now on, and goes with those whose words never came. */
export async function updateLoose(tx: Tx, jurisdiction: string, id: string): Promise<void> {
  const nothing = Object.fromEntries(HOLDERS.map((holder) => [holder, null]));
  await updatePicture(tx, jurisdiction, id, { ...nothing, event_id: null, position: 0 });
}

/** The pictures of these with everything said about them, in the order in which they were chosen. */
export async function selectPicturesOf(tx: Tx, jurisdiction: string, holder: Holder, ids: readonly string[]) {
  if (!ids.length) return [];
  return tx
    .selectFrom('picture')
    .select(['id', 'owner_id', ...HOLDERS, 'event_id', 'state', 'type', 'width', 'height', 'copy'])
    .where('jurisdiction', '=', jurisdiction)
    .where(holder, 'in', ids)
    .orderBy('event_id')
    .orderBy('position')
    .execute();
}

/** As much of one as is needed to show it. */
export type PictureOf = Pick<
  Awaited<ReturnType<typeof selectPicturesOf>>[number],
  'id' | 'owner_id' | 'state' | 'type' | 'width' | 'height' | 'copy'
>;

const isLoose = (eb: ExpressionBuilder<Schema, 'picture'>) => eb.and(HOLDERS.map((holder) => eb(holder, 'is', null)));

/** Pictures from before `before` that belong to nothing, some of them. */
export async function selectLoosePictures(tx: Tx, jurisdiction: string, before: Date, limit: number) {
  return tx
    .selectFrom('picture')
    .select(['id', 'copy'])
    .where('jurisdiction', '=', jurisdiction)
    .where(isLoose)
    .where('created_at', '<', before)
    .limit(limit)
    .execute();
}

export async function deleteLoosePictures(tx: Tx, jurisdiction: string, ids: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('picture')
    .where('jurisdiction', '=', jurisdiction)
    .where(isLoose)
    .where('id', 'in', ids)
    .execute();
}

/** To which county and picture WeChat's verdict will belong; the same trace again changes nothing. */
export async function insertTrace(tx: Tx, trace: Insertable<PictureTables['media_check']>): Promise<void> {
  await tx
    .insertInto('media_check')
    .values(trace)
    .onConflict((conflict) => conflict.column('trace_id').doNothing())
    .execute();
}

/** Asked before the county is known. */
export async function selectTrace(tx: Tx, traceId: string) {
  const { rows } = await sql<{ jurisdiction: string; picture_id: string }>`
    select jurisdiction, picture_id from county_of_trace(${traceId})`.execute(tx);
  return rows[0];
}

export async function deleteTraces(tx: Tx, jurisdiction: string, before: Date): Promise<void> {
  await tx
    .deleteFrom('media_check')
    .where('jurisdiction', '=', jurisdiction)
    .where('created_at', '<', before)
    .execute();
}

/** How many pictures somebody sent that are still there. */
export async function countOwn(tx: Tx, jurisdiction: string, ownerId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('picture')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('jurisdiction', '=', jurisdiction)
    .where('owner_id', '=', ownerId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
