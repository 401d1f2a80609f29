import { KIND_NAMES, LEVEL_NAMES, ROLE_NAMES, WARD_LEVEL_NAMES } from './columns';
import { numbersOf } from './numbers';
import { type Places, placesOf } from './places';
import type { Stored } from './stored';
import type { Rows } from './template';
import type { Tools } from './tools';

/** `open` gives the number behind a sealed phone of a membership, as `+86…`. */
export type Spelling = Pick<Tools, 'pinyinOf'> & { open(sealed: Buffer, membershipId: string): string };

type CountyDirectory = {
  places: Places;
  /** By id or code; an empty text for what is not there. */
  town(code: string | null | undefined): string;
  station(id: string | null): string;
  /** Not of one that ended, nor of a committee. */
  department(id: string | null): string;
  number(deputyId: string): string;
  phone(membership: Stored['memberships'][number] | undefined): string;
};

/** Everything the database holds, as somebody would have written it. Phones are opened here: nothing but the office's download may call this. */
export function filledRows(stored: Stored, spelling: Spelling): Rows {
  const names = countyDirectoryOf(stored, spelling);
  return {
    选区: wardRows(stored, names),
    代表: deputyRows(stored, names, spelling),
    任期: termRows(stored, names),
    联络站: stationRows(stored, names),
    民主监督员: supervisorRows(stored, names),
    部门: departmentRows(stored),
    工作人员: staffRows(stored, names),
  };
}

function countyDirectoryOf(stored: Stored, { open }: Spelling): CountyDirectory {
  const places = placesOf(stored);
  const towns = new Map(places.towns.map(({ code, name }) => [code, name]));
  const stations = new Map(stored.stations.map(({ id, name }) => [id, name]));
  const running = stored.departments.filter(({ kind, ended_on }) => kind === 'department' && ended_on === null);
  const departments = new Map(running.map(({ id, name }) => [id, name]));
  const numbers = numbersOf(stored.deputies);
  return {
    places,
    town: (code) => towns.get(code ?? '') ?? '',
    station: (id) => stations.get(id ?? '') ?? '',
    department: (id) => departments.get(id ?? '') ?? '',
    number: (deputyId) => numbers.get(deputyId) ?? '',
    phone: (one) => (one?.phone_cipher ? open(one.phone_cipher, one.id).replace(/^\+86/, '') : ''),
  };
}

function wardRows({ wards }: Stored, { places, town }: CountyDirectory): string[][] {
  return wards.map((ward) => [
    WARD_LEVEL_NAMES[ward.level],
    town(ward.town),
    ward.name,
    ward.villages.map((code) => places.spell(code, ward.town)).join('、'),
    ward.units.map(({ name }) => name).join('、'),
  ]);
}

function deputyRows({ deputies, memberships }: Stored, names: CountyDirectory, { pinyinOf }: Spelling): string[][] {
  const roles = new Map(memberships.map((one) => [one.deputy_id, one]));
  return deputies.map(({ id, name, pinyin, station_id, intro }) => [
    names.number(id),
    name,
    pinyin === pinyinOf(name, 'person') ? '' : pinyin,
    names.phone(roles.get(id)),
    names.station(station_id),
    intro,
  ]);
}

function termRows({ mandates, deputies, wards }: Stored, { number, town }: CountyDirectory): string[][] {
  const deputyNames = new Map(deputies.map(({ id, name }) => [id, name]));
  const wardOf = new Map(wards.map((ward) => [ward.id, ward]));
  return mandates.map((mandate) => {
    const ward = wardOf.get(mandate.ward_id ?? '');
    return [
      number(mandate.deputy_id),
      deputyNames.get(mandate.deputy_id) ?? '',
      LEVEL_NAMES[mandate.level],
      mandate.congress_name,
      town(ward?.town),
      ward?.name ?? '',
      mandate.electing_unit ?? '',
      mandate.starts_on,
      mandate.ends_on,
    ];
  });
}

function stationRows({ stations }: Stored, { places }: CountyDirectory): string[][] {
  return stations.map(({ name, address, hours, phone, reception, latitude, longitude, villages }) => [
    name,
    address,
    hours,
    phone,
    String(reception?.dayOfMonth ?? ''),
    reception?.from ?? '',
    reception?.to ?? '',
    String(latitude ?? ''),
    String(longitude ?? ''),
    villages.map((code) => places.spell(code, null)).join('、'),
  ]);
}

/** Those too that the office granted by hand: an import leaves them as they are, and nobody misses them in the file. */
function supervisorRows({ memberships }: Stored, { places, town, phone }: CountyDirectory): string[][] {
  return memberships.flatMap((one) => {
    if (one.role !== 'supervisor' || !one.village) return [];
    const townCode = one.village.slice(0, 9);
    return [[one.name ?? '', phone(one), town(townCode), places.spell(one.village, townCode)]];
  });
}

function departmentRows({ departments }: Stored): string[][] {
  return departments
    .filter(({ ended_on }) => ended_on === null)
    .map(({ name, kind, phone, duties }) => [name, KIND_NAMES[kind], phone ?? '', duties]);
}

/** Who was of a department that has ended is left out: the file has no row for it to name. */
function staffRows({ memberships }: Stored, { station, department, phone }: CountyDirectory): string[][] {
  return memberships.flatMap((one) => {
    if (one.role === 'deputy' || one.role === 'supervisor') return [];
    if (one.role === 'department' && !department(one.department_id)) return [];
    const places = [station(one.station_id), department(one.department_id)];
    return [[one.name ?? '', phone(one), ROLE_NAMES[one.role], ...places]];
  });
}
