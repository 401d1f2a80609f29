import { sql } from 'kysely';
import type { Day } from '../../shared/kernel/days';
import type { Tx } from '../platform/database';

export async function selectCounty(tx: Tx, jurisdiction: string) {
  return tx
    .selectFrom('county')
    .select(['jurisdiction', 'name', 'congress_name', 'settings'])
    .where('jurisdiction', '=', jurisdiction)
    .executeTakeFirstOrThrow();
}

/** Divisions that begin as the county's own do; of a county that was made a city (撤县设市) that is not its jurisdiction. */
function ofCounty(jurisdiction: string) {
  return sql<boolean>`code like (
    select coalesce(division_code, jurisdiction) || '%' from county where jurisdiction = ${jurisdiction})`;
}

/**
 * Everything a county's directory is made of, a statement a table, all on their way at once; a few thousand rows at the most. Absences
 * that are over stay out.
 */
export async function selectDirectory(tx: Tx, jurisdiction: string, today: Day) {
  const [
    county,
    divisions,
    stations,
    stationVillages,
    deputies,
    mandates,
    wardVillages,
    wardUnits,
    absences,
    joined,
    boundary,
    formerDivisions,
    departments,
  ] = await Promise.all([
    selectCounty(tx, jurisdiction),
    tx
      .selectFrom('division')
      .select(['code', 'parent', 'name', 'level', 'pinyin'])
      .where(ofCounty(jurisdiction))
      .where('level', 'in', ['town', 'village'])
      .orderBy('position')
      .execute(),
    tx.selectFrom('station').selectAll().where('jurisdiction', '=', jurisdiction).orderBy('id').execute(),
    tx
      .selectFrom('station_village')
      .select(['village', 'station_id'])
      .where('jurisdiction', '=', jurisdiction)
      .execute(),
    tx
      .selectFrom('deputy')
      .select(['id', 'name', 'intro', 'portrait', 'roll', 'station_id', 'pinyin'])
      .where('jurisdiction', '=', jurisdiction)
      .orderBy('roll')
      .execute(),
    tx
      .selectFrom('mandate as m')
      .leftJoin('ward as w', (join) =>
        join.onRef('w.jurisdiction', '=', 'm.jurisdiction').onRef('w.id', '=', 'm.ward_id'),
      )
      .select([
        'm.deputy_id',
        'm.level',
        'm.congress_name',
        'm.ward_id',
        'w.name as ward_name',
        'w.town',
        'm.electing_unit',
      ])
      .select(['m.starts_on', 'm.ends_on'])
      .where('m.jurisdiction', '=', jurisdiction)
      .orderBy('m.starts_on')
      .execute(),
    tx
      .selectFrom('ward_village')
      .select(['ward_id', 'village'])
      .where('jurisdiction', '=', jurisdiction)
      .orderBy('village')
      .execute(),
    tx
      .selectFrom('ward_unit')
      .select(['ward_id', 'name', 'pinyin'])
      .where('jurisdiction', '=', jurisdiction)
      .orderBy('ward_id')
      .orderBy('name')
      .execute(),
    tx
      .selectFrom('deputy_away')
      .select(['deputy_id', 'from_day', 'to_day'])
      .where('jurisdiction', '=', jurisdiction)
      .where('to_day', '>=', today)
      .where('withdrawn_at', 'is', null)
      .execute(),
    tx
      .selectFrom('membership')
      .select('deputy_id')
      .where('jurisdiction', '=', jurisdiction)
      .where('role', '=', 'deputy')
      .where('withdrawn_at', 'is', null)
      .where('person_id', 'is not', null)
      .execute(),
    tx.selectFrom('boundary').select('built_at').where('jurisdiction', '=', jurisdiction).executeTakeFirst(),
    tx.selectFrom('former_division').select(['code', 'became']).where('jurisdiction', '=', jurisdiction).execute(),
    tx
      .selectFrom('department')
      .select(['id', 'kind', 'name', 'duties', 'ended_on'])
      .where('jurisdiction', '=', jurisdiction)
      .orderBy('roll')
      .orderBy('id')
      .execute(),
  ]);
  return {
    county,
    divisions,
    stations,
    stationVillages,
    deputies,
    mandates,
    wardVillages,
    wardUnits,
    absences,
    joined,
    boundary,
    formerDivisions,
    departments,
  };
}

export type DirectoryRows = Awaited<ReturnType<typeof selectDirectory>>;

export async function selectCode(tx: Tx, jurisdiction: string, code: string) {
  return tx
    .selectFrom('deputy_code')
    .select(['deputy_id', 'withdrawn_at'])
    .where('jurisdiction', '=', jurisdiction)
    .where('code', '=', code)
    .executeTakeFirst();
}

/** The code a deputy shows today: the newest that was not withdrawn. */
export async function selectCodeOfDeputy(tx: Tx, jurisdiction: string, deputyId: string) {
  return tx
    .selectFrom('deputy_code')
    .select('code')
    .where('jurisdiction', '=', jurisdiction)
    .where('deputy_id', '=', deputyId)
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
}

/** The same of many deputies, by deputy. */
export async function selectCodesOfDeputies(
  tx: Tx,
  jurisdiction: string,
  deputyIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('deputy_code')
    .distinctOn('deputy_id')
    .select(['deputy_id', 'code'])
    .where('jurisdiction', '=', jurisdiction)
    .where('deputy_id', 'in', deputyIds)
    .where('withdrawn_at', 'is', null)
    .orderBy('deputy_id')
    .orderBy('created_at', 'desc')
    .execute();
  return new Map(rows.map(({ deputy_id, code }) => [deputy_id, code]));
}

type NewCode = { jurisdiction: string; deputyId: string; code: string; now: Date };

export async function insertCode(tx: Tx, { jurisdiction, deputyId, code, now }: NewCode): Promise<void> {
  await tx.insertInto('deputy_code').values({ jurisdiction, code, deputy_id: deputyId, created_at: now }).execute();
}

/** @returns how many were in use until now */
export async function withdrawCodes(
  tx: Tx,
  { jurisdiction, deputyId, now }: { jurisdiction: string; deputyId: string; now: Date },
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('deputy_code')
    .set({ withdrawn_at: now })
    .where('jurisdiction', '=', jurisdiction)
    .where('deputy_id', '=', deputyId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** A deputy's days away that are not over, the next first. */
export async function selectAbsences(tx: Tx, jurisdiction: string, deputyId: string, today: Day) {
  return tx
    .selectFrom('deputy_away')
    .select(['id', 'from_day as from', 'to_day as to'])
    .where('jurisdiction', '=', jurisdiction)
    .where('deputy_id', '=', deputyId)
    .where('to_day', '>=', today)
    .where('withdrawn_at', 'is', null)
    .orderBy('from_day')
    .orderBy('id')
    .execute();
}

/** Makes what is written for this deputy wait until the transaction ends: what is counted stays so until it is written. */
export async function lockDeputy(tx: Tx, jurisdiction: string, id: string): Promise<void> {
  await tx
    .selectFrom('deputy')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute();
}

type NewAbsence = { jurisdiction: string; id: string; deputyId: string; from: Day; to: Day; now: Date };

export async function insertAbsence(tx: Tx, { jurisdiction, id, deputyId, from, to, now }: NewAbsence): Promise<void> {
  await tx
    .insertInto('deputy_away')
    .values({ jurisdiction, id, deputy_id: deputyId, from_day: from, to_day: to, created_at: now })
    .execute();
}

/** @returns false when the deputy has no such absence; one withdrawn before keeps its time */
export async function withdrawAbsence(
  tx: Tx,
  jurisdiction: string,
  { id, deputyId, now }: { id: string; deputyId: string; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('deputy_away')
    .set((eb) => ({ withdrawn_at: eb.fn.coalesce('withdrawn_at', eb.val(now)) }))
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .where('deputy_id', '=', deputyId)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The boundaries as one prebuilt index, see `boundaries/index-file.ts`; null when there are none. */
export async function selectBoundary(tx: Tx, jurisdiction: string): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('boundary')
    // Bytes travel as hexadecimal text; this way they are a third shorter, and read twice as fast.
    .select(sql<string>`encode(data, 'base64')`.as('data'))
    .where('jurisdiction', '=', jurisdiction)
    .executeTakeFirst();
  return row ? Buffer.from(row.data, 'base64') : null;
}

type NewBoundary = { jurisdiction: string; data: Buffer; polygons: number; now: Date };

/** Puts these boundaries in the place of the ones before. */
export async function replaceBoundary(tx: Tx, { jurisdiction, data, polygons, now }: NewBoundary): Promise<void> {
  await tx
    .insertInto('boundary')
    .values({ jurisdiction, data, polygons, built_at: now })
    .onConflict((conflict) => conflict.column('jurisdiction').doUpdateSet({ data, polygons, built_at: now }))
    .execute();
}
