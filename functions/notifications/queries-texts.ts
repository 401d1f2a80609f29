import { type Selectable, sql } from 'kysely';
import type { TextFault } from '../../shared/notifications/texts';
import type { Tx } from '../platform/database';
import type { Schema } from '../platform/schema';

type Table = Schema['text_message'];

export type TextRow = Pick<Selectable<Table>, 'membership_id' | 'kind' | 'day' | 'params' | 'state' | 'fault'>;

export type NewText = {
  jurisdiction: string;
  id: string;
  /** All roles of one number; the message goes under the first. */
  membershipIds: readonly string[];
  kind: Table['kind'];
  day: string;
  params: readonly string[];
  now: Date;
};

/** @returns false when this number has one of this kind and day already */
export async function insertText(tx: Tx, text: NewText): Promise<boolean> {
  const { jurisdiction, id, membershipIds, kind, day, params, now } = text;
  const all = [...membershipIds];
  const { rows } = await sql`
    insert into text_message (jurisdiction, id, membership_id, kind, day, params, state, changed_at)
    select ${jurisdiction}, ${id}::uuid, ${all[0]}::uuid, ${kind}, ${day}::date, ${[...params]}::text[], 'waiting', ${now}::timestamptz
    where not exists (
      select from text_message
      where jurisdiction = ${jurisdiction} and membership_id = any(${all}::uuid[]) and day = ${day}::date and kind = ${kind}
    )
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/** Who was told so on that day, sent or not; of a number with several roles one. */
export async function selectTextedOn(
  tx: Tx,
  { jurisdiction, kind, day }: Pick<NewText, 'jurisdiction' | 'kind' | 'day'>,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('text_message')
    .select('membership_id')
    .where('jurisdiction', '=', jurisdiction)
    .where('day', '=', day)
    .where('kind', '=', kind)
    .execute();
  return rows.map(({ membership_id }) => membership_id);
}

/** Of these roles, what waits is not to go any more. */
export async function updateDropped(
  tx: Tx,
  { jurisdiction, membershipIds, kind, now }: Omit<NewText, 'id' | 'day' | 'params'>,
): Promise<void> {
  if (!membershipIds.length) return;
  await tx
    .updateTable('text_message')
    .set({ state: 'dropped', changed_at: now })
    .where('jurisdiction', '=', jurisdiction)
    .where('membership_id', 'in', [...membershipIds])
    .where('kind', '=', kind)
    .where('state', '=', 'waiting')
    .execute();
}

/** Of these roles, what is older than this day. */
export async function deleteTextsBefore(
  tx: Tx,
  jurisdiction: string,
  membershipIds: readonly string[],
  day: string,
): Promise<void> {
  await tx
    .deleteFrom('text_message')
    .where('jurisdiction', '=', jurisdiction)
    .where('membership_id', 'in', [...membershipIds])
    .where('day', '<', day)
    .execute();
}

/** Locked until the transaction ends. */
export async function lockText(tx: Tx, jurisdiction: string, id: string): Promise<TextRow | undefined> {
  return tx
    .selectFrom('text_message')
    .select(['membership_id', 'kind', 'day', 'params', 'state', 'fault'])
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateText(
  tx: Tx,
  text: { jurisdiction: string; id: string; state: Table['state']; fault: TextFault | null; now: Date },
): Promise<void> {
  await tx
    .updateTable('text_message')
    .set({ state: text.state, fault: text.fault, changed_at: text.now })
    .where('jurisdiction', '=', text.jurisdiction)
    .where('id', '=', text.id)
    .execute();
}

/** The last message of each of these roles that was for somebody; of two on one day what did not arrive. */
export async function selectLastTexts(tx: Tx, jurisdiction: string, membershipIds: readonly string[]) {
  if (!membershipIds.length) return [];
  return tx
    .selectFrom('text_message')
    .select(['membership_id', 'day', 'state', 'fault'])
    .distinctOn('membership_id')
    .where('jurisdiction', '=', jurisdiction)
    .where('membership_id', 'in', [...membershipIds])
    .where('state', '<>', 'dropped')
    .orderBy('membership_id')
    .orderBy('day', 'desc')
    .orderBy(sql`state in ('refused', 'failed')`, 'desc')
    .orderBy('id', 'desc')
    .execute();
}
