import { type RawBuilder, sql } from 'kysely';
import type { Level } from '../../shared/directory/levels';
import type { Day } from '../../shared/kernel/days';
import type { Tx } from '../platform/database';

type Reception = { dayOfMonth: number; from: string; to: string };

/** One import of a county's workbook, or act on the county, at a time; held to the end of the transaction. */
export async function lockRoster(tx: Tx, jurisdiction: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('roster'), ${Number(jurisdiction)}::int)`.execute(tx);
}

/** Everything a workbook is compared with, in an order that is always the same. A few thousand rows at the most. */
export async function selectRoster(tx: Tx, jurisdiction: string) {
  const { division_code, ...county } = await tx
    .selectFrom('county')
    .select(['jurisdiction', 'name', 'division_code'])
    .where('jurisdiction', '=', jurisdiction)
    .executeTakeFirstOrThrow();
  const divisions = await tx
    .selectFrom('division')
    .select(['code', 'parent', 'name', 'level'])
    .where('code', 'like', `${division_code ?? jurisdiction}%`)
    .orderBy('position')
    .orderBy('code')
    .execute();
  const deputies = await tx
    .selectFrom('deputy')
    .select(['id', 'number', 'name', 'pinyin', 'intro', 'roll', 'station_id'])
    .where('jurisdiction', '=', jurisdiction)
    .orderBy('roll')
    .orderBy('id')
    .execute();
  const mandates = await tx
    .selectFrom('mandate')
    .select(['id', 'deputy_id', 'level', 'congress_name', 'ward_id', 'electing_unit', 'starts_on', 'ends_on'])
    .where('jurisdiction', '=', jurisdiction)
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
  const departments = await tx
    .selectFrom('department')
    .select(['id', 'kind', 'name', 'phone', 'roll', 'duties', 'ended_on'])
    .where('jurisdiction', '=', jurisdiction)
    .orderBy('roll')
    .orderBy('id')
    .execute();
  const wards = await selectWards(tx, jurisdiction);
  const stations = await selectStations(tx, jurisdiction);
  const memberships = await selectRoles(tx, jurisdiction);
  return { county, divisions, wards, stations, deputies, mandates, departments, memberships };
}

async function selectWards(tx: Tx, jurisdiction: string) {
  type Row = {
    id: string;
    level: 'town' | 'county';
    town: string | null;
    name: string;
    villages: string[];
    units: { name: string; pinyin: string }[];
  };
  const { rows } = await sql<Row>`
    select w.id, w.level, w.town, w.name,
      coalesce((select array_agg(v.village order by v.village) from ward_village v
        where v.jurisdiction = w.jurisdiction and v.ward_id = w.id), '{}') as villages,
      coalesce((select jsonb_agg(jsonb_build_object('name', u.name, 'pinyin', u.pinyin) order by u.name) from ward_unit u
        where u.jurisdiction = w.jurisdiction and u.ward_id = w.id), '[]') as units
    from ward w where w.jurisdiction = ${jurisdiction} order by w.level desc, w.town nulls last, w.id`.execute(tx);
  return rows;
}

async function selectStations(tx: Tx, jurisdiction: string) {
  type Row = {
    id: string;
    name: string;
    address: string;
    hours: string;
    phone: string;
    latitude: number | null;
    longitude: number | null;
    reception: Reception | null;
    villages: string[];
  };
  const { rows } = await sql<Row>`
    select s.id, s.name, s.address, s.hours, s.phone, s.latitude, s.longitude, s.reception,
      coalesce((select array_agg(v.village order by v.village) from station_village v
        where v.jurisdiction = s.jurisdiction and v.station_id = s.id), '{}') as villages
    from station s where s.jurisdiction = ${jurisdiction} order by s.id`.execute(tx);
  return rows;
}

async function selectRoles(tx: Tx, jurisdiction: string) {
  return tx
    .selectFrom('membership')
    .select(['id', 'role', 'deputy_id', 'station_id', 'village', 'department_id', 'name', 'source'])
    .select(['phone_cipher', 'phone_hash'])
    .select((eb) => eb('person_id', 'is not', null).as('held'))
    .$narrowType<{ held: boolean }>()
    .where('jurisdiction', '=', jurisdiction)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** Many rows as one parameter, to be selected from as `r`. `shape` names their columns and types; it comes from this file alone. */
function given(rows: readonly object[], shape: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${shape})`;
}

type Ward = { id: string; level: string; town: string | null; name: string };

export async function insertWards(tx: Tx, jurisdiction: string, rows: readonly Ward[]): Promise<void> {
  if (!rows.length) return;
  await sql`
    insert into ward (jurisdiction, id, level, town, name)
    select ${jurisdiction}, r.id, r.level, r.town, r.name
    from ${given(rows, sql`id uuid, level text, town text, name text`)}`.execute(tx);
}

export async function updateWards(
  tx: Tx,
  jurisdiction: string,
  rows: readonly { id: string; name: string }[],
): Promise<void> {
  if (!rows.length) return;
  await sql`
    update ward set name = r.name from ${given(rows, sql`id uuid, name text`)}
    where ward.jurisdiction = ${jurisdiction} and ward.id = r.id`.execute(tx);
}

type Grouped = { id: string; villages: string[]; units: { name: string; pinyin: string }[] };

/** Gives wards the villages and units they have from now on, in place of those they had. */
export async function replaceWardPlaces(tx: Tx, jurisdiction: string, wards: readonly Grouped[]): Promise<void> {
  if (!wards.length) return;
  const ids = wards.map(({ id }) => id);
  const villages = wards.flatMap(({ id, villages }) => villages.map((village) => ({ id, village })));
  const units = wards.flatMap(({ id, units }) => units.map((unit) => ({ id, ...unit })));
  await tx.deleteFrom('ward_village').where('jurisdiction', '=', jurisdiction).where('ward_id', 'in', ids).execute();
  await tx.deleteFrom('ward_unit').where('jurisdiction', '=', jurisdiction).where('ward_id', 'in', ids).execute();
  await sql`
    insert into ward_village (jurisdiction, ward_id, village)
    select ${jurisdiction}, r.id, r.village from ${given(villages, sql`id uuid, village text`)}`.execute(tx);
  await sql`
    insert into ward_unit (jurisdiction, ward_id, name, pinyin)
    select ${jurisdiction}, r.id, r.name, r.pinyin from ${given(units, sql`id uuid, name text, pinyin text`)}`.execute(
    tx,
  );
}

type Station = {
  id: string;
  name: string;
  address: string;
  hours: string;
  phone: string;
  latitude: number | null;
  longitude: number | null;
  reception: Reception | null;
};
const STATION = sql`id uuid, name text, address text, hours text, phone text, latitude float8, longitude float8, reception jsonb`;

export async function insertStations(tx: Tx, jurisdiction: string, rows: readonly Station[]): Promise<void> {
  if (!rows.length) return;
  await sql`
    insert into station (jurisdiction, id, name, address, hours, phone, latitude, longitude, reception)
    select ${jurisdiction}, r.id, r.name, r.address, r.hours, r.phone, r.latitude, r.longitude, nullif(r.reception, 'null')
    from ${given(rows, STATION)}`.execute(tx);
}

export async function updateStations(tx: Tx, jurisdiction: string, rows: readonly Station[]): Promise<void> {
  if (!rows.length) return;
  await sql`
    update station set name = r.name, address = r.address, hours = r.hours, phone = r.phone, latitude = r.latitude,
      longitude = r.longitude, reception = nullif(r.reception, 'null')
    from ${given(rows, STATION)}
    where station.jurisdiction = ${jurisdiction} and station.id = r.id`.execute(tx);
}

/** Gives stations the villages they serve from now on; a village that another station served is taken from it. */
export async function replaceStationVillages(
  tx: Tx,
  jurisdiction: string,
  stations: readonly { id: string; villages: string[] }[],
): Promise<void> {
  if (!stations.length) return;
  const rows = stations.flatMap(({ id, villages }) => villages.map((village) => ({ id, village })));
  await sql`
    delete from station_village
    where jurisdiction = ${jurisdiction}
      and (station_id = any(${stations.map(({ id }) => id)}::uuid[]) or village = any(${rows.map(({ village }) => village)}::text[]))
    `.execute(tx);
  await sql`
    insert into station_village (jurisdiction, station_id, village)
    select ${jurisdiction}, r.id, r.village from ${given(rows, sql`id uuid, village text`)}`.execute(tx);
}

type Deputy = {
  id: string;
  number: string;
  name: string;
  pinyin: string;
  intro: string;
  roll: number;
  station_id: string | null;
};
const DEPUTY = sql`id uuid, number text, name text, pinyin text, intro text, roll int, station_id uuid`;

/** New deputies, each with the code for their posters and cards (代表码). */
export async function insertDeputies(
  tx: Tx,
  jurisdiction: string,
  rows: readonly (Deputy & { code: string })[],
  now: Date,
): Promise<void> {
  if (!rows.length) return;
  await sql`
    insert into deputy (jurisdiction, id, number, name, pinyin, intro, roll, station_id)
    select ${jurisdiction}, r.id, r.number, r.name, r.pinyin, r.intro, r.roll, r.station_id
    from ${given(rows, DEPUTY)}`.execute(tx);
  await sql`
    insert into deputy_code (jurisdiction, code, deputy_id, created_at)
    select ${jurisdiction}, r.code, r.id, ${now}::timestamptz from ${given(rows, sql`id uuid, code text`)}`.execute(tx);
}

export async function updateDeputies(tx: Tx, jurisdiction: string, rows: readonly Deputy[]): Promise<void> {
  if (!rows.length) return;
  await sql`
    update deputy set number = r.number, name = r.name, pinyin = r.pinyin, intro = r.intro, roll = r.roll, station_id = r.station_id
    from ${given(rows, DEPUTY)}
    where deputy.jurisdiction = ${jurisdiction} and deputy.id = r.id`.execute(tx);
}

type Mandate = {
  id: string;
  deputy_id: string;
  level: Level;
  congress_name: string;
  ward_id: string | null;
  electing_unit: string | null;
  starts_on: Day;
  ends_on: Day;
};

export async function insertMandates(tx: Tx, jurisdiction: string, rows: readonly Mandate[]): Promise<void> {
  if (!rows.length) return;
  const shape = sql`id uuid, deputy_id uuid, level text, congress_name text, ward_id uuid, electing_unit text, starts_on date, ends_on date`;
  await sql`
    insert into mandate (jurisdiction, id, deputy_id, level, congress_name, ward_id, electing_unit, starts_on, ends_on)
    select ${jurisdiction}, r.id, r.deputy_id, r.level, r.congress_name, r.ward_id, r.electing_unit, r.starts_on, r.ends_on
    from ${given(rows, shape)}`.execute(tx);
}

export async function updateMandates(tx: Tx, jurisdiction: string, rows: readonly Mandate[]): Promise<void> {
  if (!rows.length) return;
  await sql`
    update mandate set congress_name = r.congress_name, ward_id = r.ward_id, electing_unit = r.electing_unit, starts_on = r.starts_on, ends_on = r.ends_on
    from ${given(rows, sql`id uuid, congress_name text, ward_id uuid, electing_unit text, starts_on date, ends_on date`)}
    where mandate.jurisdiction = ${jurisdiction} and mandate.id = r.id`.execute(tx);
}

export async function endMandates(
  tx: Tx,
  jurisdiction: string,
  rows: readonly { id: string; starts_on: Day; ends_on: Day }[],
): Promise<void> {
  if (!rows.length) return;
  await sql`
    update mandate set starts_on = r.starts_on, ends_on = r.ends_on
    from ${given(rows, sql`id uuid, starts_on date, ends_on date`)}
    where mandate.jurisdiction = ${jurisdiction} and mandate.id = r.id`.execute(tx);
}

type Department = {
  id: string;
  kind: 'department' | 'committee';
  name: string;
  phone: string | null;
  roll: number;
  duties: string;
};
const DEPARTMENT = sql`id uuid, kind text, name text, phone text, roll int, duties text`;

export async function insertDepartments(tx: Tx, jurisdiction: string, rows: readonly Department[]): Promise<void> {
  if (!rows.length) return;
  await sql`
    insert into department (jurisdiction, id, kind, name, phone, roll, duties)
    select ${jurisdiction}, r.id, r.kind, r.name, r.phone, r.roll, r.duties from ${given(rows, DEPARTMENT)}`.execute(
    tx,
  );
}

/** One that had ended is back. */
export async function updateDepartments(tx: Tx, jurisdiction: string, rows: readonly Department[]): Promise<void> {
  if (!rows.length) return;
  await sql`
    update department set kind = r.kind, name = r.name, phone = r.phone, roll = r.roll, duties = r.duties, ended_on = null
    from ${given(rows, DEPARTMENT)}
    where department.jurisdiction = ${jurisdiction} and department.id = r.id`.execute(tx);
}

export async function endDepartments(
  tx: Tx,
  jurisdiction: string,
  ids: readonly string[],
  lastDay: Day,
): Promise<void> {
  if (!ids.length) return;
  await tx
    .updateTable('department')
    .set({ ended_on: lastDay })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', 'in', ids)
    .execute();
}

type Role = {
  id: string;
  role: 'deputy' | 'supervisor' | 'clerk' | 'admin' | 'department';
  deputy_id: string | null;
  station_id: string | null;
  village: string | null;
  department_id: string | null;
  name: string;
  cipher: string | null;
  hash: string | null;
  key: string | null;
  hashes: string[];
};

/** Who verified one of these phones takes no other role until the transaction ends. Before their roles are touched: an invitation locks so too. */
export async function lockTakers(tx: Tx, jurisdiction: string, rows: readonly Role[]): Promise<void> {
  if (!rows.length) return;
  await sql`
    select p.id from person p
    where p.jurisdiction = ${jurisdiction} and p.phone_hash in (
      select decode(one.hash, 'hex') from ${given(rows, sql`hashes jsonb`)}
      cross join lateral jsonb_array_elements_text(r.hashes) as one(hash))
    order by p.id for no key update`.execute(tx);
}

/** Whoever is to be a deputy now and holds the role of one whose terms are all over (连任换了代表证号) no longer holds it. */
export async function withdrawEnded(
  tx: Tx,
  jurisdiction: string,
  rows: readonly Role[],
  { now, today }: { now: Date; today: Day },
): Promise<void> {
  if (!rows.length) return;
  await sql`
    update membership m set withdrawn_at = ${now}, invitation_hash = null, invitation_expires_at = null
    where m.jurisdiction = ${jurisdiction} and m.role = 'deputy' and m.withdrawn_at is null
      and m.person_id in (
        select p.id from ${given(rows, sql`role text, hashes jsonb`)}
        cross join lateral jsonb_array_elements_text(r.hashes) as one(hash)
        join person p on p.jurisdiction = ${jurisdiction} and p.phone_hash = decode(one.hash, 'hex')
        where r.role = 'deputy')
      and exists (select from mandate t where t.jurisdiction = m.jurisdiction and t.deputy_id = m.deputy_id)
      and not exists (
        select from mandate t
        where t.jurisdiction = m.jurisdiction and t.deputy_id = m.deputy_id and t.ends_on >= ${today})`.execute(tx);
}

/**
 * Roles of the roster. Whoever verified the phone holds theirs at once; of two accounts with one phone the one that verified it last.
 * @returns the ids of the roles that somebody holds now
 */
export async function insertRoles(tx: Tx, jurisdiction: string, rows: readonly Role[], now: Date): Promise<string[]> {
  if (!rows.length) return [];
  const shape = sql`id uuid, role text, deputy_id uuid, station_id uuid, village text, department_id uuid, name text, cipher text, hash text, key text, hashes jsonb`;
  const written = await sql<{ id: string; held: boolean }>`
    with held as (
      select distinct on (r.id) r.id, p.id as person_id
      from ${given(rows, sql`id uuid, role text, hashes jsonb`)}
      cross join lateral jsonb_array_elements_text(r.hashes) as one(hash)
      join person p on p.jurisdiction = ${jurisdiction} and p.phone_hash = decode(one.hash, 'hex')
      -- Nobody is two deputies: then the role waits for somebody else, or for an invitation.
      where r.role <> 'deputy' or not exists (
        select from membership m where m.jurisdiction = ${jurisdiction} and m.person_id = p.id and m.role = 'deputy'
          and m.withdrawn_at is null)
      order by r.id, p.phone_verified_at desc, p.id
    )
    insert into membership (jurisdiction, id, person_id, role, deputy_id, station_id, village, department_id, name, source,
      phone_cipher, phone_hash, phone_hash_key, granted_at)
    select ${jurisdiction}, r.id, held.person_id, r.role, r.deputy_id, r.station_id, r.village, r.department_id, r.name, 'roster',
      decode(r.cipher, 'hex'), decode(r.hash, 'hex'), r.key, ${now}::timestamptz
    from ${given(rows, shape)} left join held on held.id = r.id
    returning id, person_id is not null as held`.execute(tx);
  return written.rows.filter(({ held }) => held).map(({ id }) => id);
}

export async function renameRoles(
  tx: Tx,
  jurisdiction: string,
  rows: readonly { id: string; name: string }[],
): Promise<void> {
  if (!rows.length) return;
  await sql`
    update membership set name = r.name from ${given(rows, sql`id uuid, name text`)}
    where membership.jurisdiction = ${jurisdiction} and membership.id = r.id`.execute(tx);
}

/** They end now and stay as history; an invitation that was open is worth nothing any more. */
export async function withdrawRoles(tx: Tx, jurisdiction: string, ids: readonly string[], now: Date): Promise<void> {
  if (!ids.length) return;
  await tx
    .updateTable('membership')
    .set({ withdrawn_at: now, invitation_hash: null, invitation_expires_at: null })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', 'in', ids)
    .execute();
}

/**
 * People who are of the office this very moment, whatever an access token still says. Their roles stay locked until the transaction ends:
 * who gives roles by hand locks them first too, and people after them.
 */
export async function lockOffice(tx: Tx, jurisdiction: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('membership')
    .select('person_id')
    .where('jurisdiction', '=', jurisdiction)
    .where('role', '=', 'admin')
    .where('withdrawn_at', 'is', null)
    .where('person_id', 'is not', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.person_id as string);
}
