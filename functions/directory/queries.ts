import type { Day } from '../../shared/kernel/days';
import type { Tx } from '../platform/database';

/** Everything a county's directory is made of, a statement a table; a few thousand rows at the most. Absences that are over stay out. */
export async function selectDirectory(tx: Tx, jurisdiction: string, today: Day) {
  const county = await tx
    .selectFrom('county')
    .select(['jurisdiction', 'name', 'congress_name', 'settings'])
    .where('jurisdiction', '=', jurisdiction)
    .executeTakeFirstOrThrow();
  const divisions = await tx
    .selectFrom('division')
    .select(['code', 'parent', 'name', 'level', 'pinyin'])
    .where('code', 'like', `${jurisdiction}%`)
    .where('level', 'in', ['town', 'village'])
    .orderBy('position')
    .execute();
  const stations = await tx
    .selectFrom('station')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .orderBy('id')
    .execute();
  const stationVillages = await tx
    .selectFrom('station_village')
    .select(['village', 'station_id'])
    .where('jurisdiction', '=', jurisdiction)
    .execute();
  const deputies = await tx
    .selectFrom('deputy')
    .select(['id', 'name', 'intro', 'portrait', 'roll', 'station_id', 'pinyin'])
    .where('jurisdiction', '=', jurisdiction)
    .orderBy('roll')
    .execute();
  const mandates = await tx
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
    .execute();
  const wardVillages = await tx
    .selectFrom('ward_village')
    .select(['ward_id', 'village'])
    .where('jurisdiction', '=', jurisdiction)
    .orderBy('village')
    .execute();
  const wardUnits = await tx
    .selectFrom('ward_unit')
    .select(['ward_id', 'name', 'pinyin'])
    .where('jurisdiction', '=', jurisdiction)
    .orderBy('ward_id')
    .orderBy('name')
    .execute();
  const absences = await tx
    .selectFrom('deputy_away')
    .select(['deputy_id', 'from_day', 'to_day'])
    .where('jurisdiction', '=', jurisdiction)
    .where('to_day', '>=', today)
    .where('withdrawn_at', 'is', null)
    .execute();
  const boundary = await tx
    .selectFrom('boundary')
    .select('built_at')
    .where('jurisdiction', '=', jurisdiction)
    .executeTakeFirst();
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
    boundary,
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
