import { sql } from 'kysely';
import type { Tx } from '../../platform/database';
import { type Moves, movesAs } from '../../platform/moves';

export async function selectFormer(tx: Tx, jurisdiction: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('former_division')
    .select(['code', 'became'])
    .where('jurisdiction', '=', jurisdiction)
    .execute();
  return new Map(rows.map(({ code, became }) => [code, became]));
}

export async function deleteDivisions(tx: Tx, codes: readonly string[]): Promise<void> {
  if (codes.length) await tx.deleteFrom('division').where('code', 'in', codes).execute();
}

/** Old codes lead to the new ones from now on, those of before too. A county's own is no place that anybody chose. */
export async function insertFormer(tx: Tx, jurisdiction: string, moves: Moves, now: Date): Promise<void> {
  await sql`
    update former_division set became = m.to from ${movesAs(moves)}
    where jurisdiction = ${jurisdiction} and became = m.from`.execute(tx);
  await sql`
    insert into former_division (jurisdiction, code, became, at)
    select ${jurisdiction}, m.from, m.to, ${now}::timestamptz from ${movesAs(moves)}
    where length(m.from) > 6 and not exists (select from division where division.code = m.from)
    on conflict (jurisdiction, code) do update set became = excluded.became, at = excluded.at`.execute(tx);
}

/** Wards keep the villages they had, under their new codes. */
export async function moveWardVillages(tx: Tx, jurisdiction: string, moves: Moves): Promise<void> {
  const { rows } = await sql<{ ward_id: string; village: string }>`
    delete from ward_village using ${movesAs(moves)}
    where jurisdiction = ${jurisdiction} and village = m.from returning ward_id, m.to as village`.execute(tx);
  await sql`
    insert into ward_village (jurisdiction, ward_id, village)
    select distinct ${jurisdiction}, r.ward_id, r.village
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(ward_id uuid, village text)
    on conflict do nothing`.execute(tx);
}

/** Stations keep their villages. Of villages that became one it is the station of the one that had the code, else of the first. */
export async function moveStationVillages(tx: Tx, jurisdiction: string, moves: Moves): Promise<void> {
  const { rows } = await sql<{ station_id: string; village: string; old: string }>`
    delete from station_village using ${movesAs(moves)}
    where jurisdiction = ${jurisdiction} and village = m.from returning station_id, m.to as village, m.from as old`.execute(
    tx,
  );
  await sql`
    insert into station_village (jurisdiction, station_id, village)
    select distinct on (r.village) ${jurisdiction}, r.station_id, r.village
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(station_id uuid, village text, old text)
    order by r.village, r.old
    on conflict do nothing`.execute(tx);
}

/** Wards of a town go with it; one that would be called as another of the new town takes the old town's name before its own. */
export async function moveWardTowns(
  tx: Tx,
  jurisdiction: string,
  towns: readonly { from: string; to: string; name: string }[],
): Promise<void> {
  const moves = sql`jsonb_to_recordset(${JSON.stringify(towns)}::jsonb) as m("from" text, "to" text, name text)`;
  await sql`
    update ward w set name = m.name || w.name from ${moves}
    where w.jurisdiction = ${jurisdiction} and w.town = m.from and exists (
      select from ward o left join ${sql`jsonb_to_recordset(${JSON.stringify(towns)}::jsonb) as n("from" text, "to" text)`} on n.from = o.town
      where o.jurisdiction = w.jurisdiction and o.level = w.level and o.name = w.name and o.id <> w.id
        and coalesce(n.to, o.town) = m.to)`.execute(tx);
  await sql`
    update ward w set town = m.to from ${moves} where w.jurisdiction = ${jurisdiction} and w.town = m.from`.execute(tx);
}

/** Villages that lie in more than one ward of a level since they became one. */
export async function selectInTwoWards(tx: Tx, jurisdiction: string, codes: readonly string[]): Promise<string[]> {
  if (!codes.length) return [];
  const { rows } = await sql<{ village: string }>`
    select v.village from ward_village v
    join ward w on w.jurisdiction = v.jurisdiction and w.id = v.ward_id
    where v.jurisdiction = ${jurisdiction} and v.village = any(${codes}::text[])
    group by v.village, w.level having count(*) > 1`.execute(tx);
  return rows.map(({ village }) => village);
}
