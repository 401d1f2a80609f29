import { sql } from 'kysely';
import type { Tx } from '../platform/database';

const COLUMNS = [
  'jurisdiction',
  'name',
  'congress_name',
  'settings',
  'retired_at',
  'farewell',
  'division_code',
] as const;

export async function selectCounty(tx: Tx, jurisdiction: string) {
  return tx.selectFrom('county').select(COLUMNS).where('jurisdiction', '=', jurisdiction).executeTakeFirst();
}

export async function selectCounties(tx: Tx) {
  return tx.selectFrom('county').select(COLUMNS).orderBy('jurisdiction').execute();
}

type Named = { name: string; congressName: string; settings: object };

export async function insertCounty(
  tx: Tx,
  jurisdiction: string,
  { name, congressName, settings }: Named,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('county')
    .values({ jurisdiction, name, congress_name: congressName, settings: JSON.stringify(settings), created_at: now })
    .execute();
}

export async function updateCounty(
  tx: Tx,
  jurisdiction: string,
  { name, congressName, settings }: Named,
): Promise<void> {
  await tx
    .updateTable('county')
    .set({ name, congress_name: congressName, settings: JSON.stringify(settings) })
    .where('jurisdiction', '=', jurisdiction)
    .execute();
}

export async function updateRetired(
  tx: Tx,
  jurisdiction: string,
  retired: { retired_at: Date | null; farewell: string | null },
): Promise<void> {
  await tx.updateTable('county').set(retired).where('jurisdiction', '=', jurisdiction).execute();
}

/** With what the codes of its places begin from now on. */
export async function updateDivisionCode(tx: Tx, jurisdiction: string, division_code: string): Promise<void> {
  await tx.updateTable('county').set({ division_code }).where('jurisdiction', '=', jurisdiction).execute();
}

/** How much a county has by now. */
export async function countAll(tx: Tx, jurisdiction: string) {
  type Row = { stations: number; deputies: number; roles: number; signedIn: number };
  const { rows } = await sql<Row>`
    select (select count(*) from station where jurisdiction = ${jurisdiction}) as stations,
      (select count(*) from deputy where jurisdiction = ${jurisdiction}) as deputies,
      (select count(*) from membership where jurisdiction = ${jurisdiction} and withdrawn_at is null) as roles,
      (select count(*) from person where jurisdiction = ${jurisdiction}) as "signedIn"`.execute(tx);
  return rows[0] as Row;
}
