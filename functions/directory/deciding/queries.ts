import { type Selectable, sql } from 'kysely';
import { PAGE_SIZE } from '../../../shared/kernel/pages';
import type { Tx } from '../../platform/database';
import type { DirectoryTables } from '../tables';

type Table = DirectoryTables['setting_change'];
export type ChangeRow = Selectable<Table> & { proposer: string | null; decider: string | null };

/** By the last role they held in the office, also when it ended. */
const nameOf = (column: 'proposed_by' | 'decided_by') =>
  sql<
    string | null
  >`(select m.name from membership m where m.jurisdiction = c.jurisdiction and m.person_id = ${sql.ref(`c.${column}`)}
    and m.role = 'admin' and m.name is not null order by m.granted_at desc limit 1)`;

function selectChanges(tx: Tx, jurisdiction: string) {
  return tx
    .selectFrom('setting_change as c')
    .selectAll('c')
    .select([nameOf('proposed_by').as('proposer'), nameOf('decided_by').as('decider')])
    .where('c.jurisdiction', '=', jurisdiction);
}

/** What waits for a second person, the first first; of each setting one at the most. */
export async function selectWaiting(tx: Tx, jurisdiction: string): Promise<ChangeRow[]> {
  return selectChanges(tx, jurisdiction).where('c.state', '=', 'proposed').orderBy('c.id').execute();
}

/** A page of what was decided, the last first. */
export async function selectDecided(
  tx: Tx,
  jurisdiction: string,
  setting: string | undefined,
  after: string[] | null,
): Promise<ChangeRow[]> {
  const [at, id] = after ?? [];
  let found = selectChanges(tx, jurisdiction).where('c.state', '<>', 'proposed');
  if (setting) found = found.where('c.setting', '=', setting);
  if (at && id) found = found.where(sql<boolean>`(c.decided_at, c.id) < (${at}::timestamptz, ${id}::uuid)`);
  return found
    .orderBy('c.decided_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
}

/** Held until the transaction ends, so that of two who decide one is second. */
export async function lockChange(tx: Tx, jurisdiction: string, id: string): Promise<ChangeRow | undefined> {
  await tx
    .selectFrom('setting_change')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return selectChange(tx, jurisdiction, id);
}

export async function selectChange(tx: Tx, jurisdiction: string, id: string): Promise<ChangeRow | undefined> {
  return selectChanges(tx, jurisdiction).where('c.id', '=', id).executeTakeFirst();
}

/** @returns false where the setting has one that waits */
export async function insertChange(
  tx: Tx,
  { value_before, value_after, ...row }: Omit<Selectable<Table>, 'decided_by' | 'decided_at' | 'decline_reason'>,
): Promise<boolean> {
  const values = { value_before: JSON.stringify(value_before), value_after: JSON.stringify(value_after) };
  const inserted = await tx
    .insertInto('setting_change')
    .values({ ...row, ...values })
    .onConflict((conflict) => conflict.columns(['jurisdiction', 'setting']).where('state', '=', 'proposed').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

type Decided = Pick<Selectable<Table>, 'state' | 'decided_by' | 'decided_at' | 'decline_reason'>;

export async function updateChange(tx: Tx, jurisdiction: string, id: string, decided: Decided): Promise<void> {
  await tx
    .updateTable('setting_change')
    .set(decided)
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .execute();
}

/** What the county stored, held until the transaction ends: who changes two things at once loses neither. */
export async function lockSettings(tx: Tx, jurisdiction: string): Promise<unknown> {
  const row = await tx
    .selectFrom('county')
    .select('settings')
    .where('jurisdiction', '=', jurisdiction)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.settings;
}

/** Writes one of the county's settings, and no other. */
export async function updateSetting(tx: Tx, jurisdiction: string, name: string, stored: unknown): Promise<void> {
  await tx
    .updateTable('county')
    .set({ settings: sql<string>`settings || ${JSON.stringify({ [name]: stored })}::jsonb` })
    .where('jurisdiction', '=', jurisdiction)
    .execute();
}
