import { oneOf, townOf } from './check-places';
import { KIND_NAMES, ROLE_NAMES } from './columns';
import { personOf } from './person-name';
import type { Places } from './places';
import type { Reader } from './reader';
import type { Department, Deputy, Staff, Supervisor } from './roster';
import type { Stored } from './stored';
import { keyOf, nearest, perhaps } from './words';

/** The stations that a row may name: key and name. Null when their sheet could not be read. */
export type StationNames = ReadonlyMap<string, string> | null;

/** The departments and committees that a row may name, by key. Null when their sheet could not be read. */
export type DepartmentKinds = ReadonlyMap<string, { name: string; kind: Department['kind'] | undefined }> | null;

/** The key of the department that is named; null when the cell is empty or names none, which is a fault. */
function departmentOf(read: Reader, departments: DepartmentKinds): string | null {
  if (!read.has('部门')) return read.fault('部门', '少了“部门”这一列，部门工作人员要写部门。');
  const written = read.name('部门', 40, 'must');
  if (written === null || !departments) return null;
  const found = departments.get(keyOf(written));
  if (found?.kind === 'committee') return read.fault('部门', `“${written}”是专工委，不是部门。`);
  if (found) return keyOf(written);
  const names = [...departments.values()].filter(({ kind }) => kind !== 'committee').map(({ name }) => name);
  return read.fault('部门', `“部门”表里没有“${written}”。${perhaps(nearest(written, names))}`);
}

/** The key of the station that is named; null when the cell is empty or names none, which is a fault. */
function stationOf(read: Reader, stations: StationNames, must?: 'must'): string | null {
  const written = read.name('联络站', 40, must);
  if (written === null || !stations) return null;
  if (stations.has(keyOf(written))) return keyOf(written);
  return read.fault('联络站', `“联络站”表里没有“${written}”。${perhaps(nearest(written, stations.values()))}`);
}

export function readDeputy(read: Reader, stations: StationNames): Deputy | null {
  const number = read.name('代表编号', 20, 'must');
  const name = personOf(read);
  const spelled = read.name('读音', 100)?.toLowerCase();
  const pinyin = spelled?.replace(/[\s'’]+/g, ' ').trim() ?? null;
  if (pinyin && !/^[a-z]+( [a-z]+)*$/.test(pinyin))
    read.fault('读音', '读音请写不带声调的拼音，字和字中间空一格，例如：shan xiong xin。');
  const phone = read.phone('手机号');
  const station = stationOf(read, stations);
  const intro = read.prose('简介', 300) ?? '';
  return number && name ? { row: read.row, number, name, pinyin, phone, station, intro } : null;
}

/** The roles somebody holds by an invitation, without a phone that the office knows: as role, place and name. */
export type Unphoned = ReadonlySet<string>;

export function unphonedOf({ memberships, stations, departments }: Stored): Unphoned {
  const placeKeys = new Map([...stations, ...departments].map(({ id, name }) => [id, keyOf(name)]));
  return new Set(
    memberships
      .filter(({ source, phone_hash }) => source === 'granted' && phone_hash === null)
      .map(({ role, station_id, department_id, village, name }) =>
        unphonedKey(role, placeKeys.get(station_id ?? department_id ?? '') ?? village, name ?? ''),
      ),
  );
}

function unphonedKey(role: string, place: string | null, name: string): string {
  return `${role}/${place ?? ''}/${keyOf(name)}`;
}

/** A phone must be there, unless this row is of a role that never had one. Undefined: it must and is not. */
function phoneOf(read: Reader, isUnphoned: boolean): string | null | undefined {
  if (isUnphoned && read.blank('手机号')) return null;
  return read.phone('手机号', 'must') ?? undefined;
}

export function readSupervisor(read: Reader, places: Places, unphoned: Unphoned): Supervisor | null {
  const name = personOf(read);
  const town = townOf(read, places);
  const written = read.name('村（社区）', 60, 'must');
  const village = written && town !== undefined ? places.village(written, town) : null;
  if (village && 'reason' in village) read.fault('村（社区）', village.reason);
  const code = village && 'code' in village ? village.code : null;
  const phone = phoneOf(read, unphoned.has(unphonedKey('supervisor', code, name ?? '')));
  return name && phone !== undefined && code ? { row: read.row, name, phone, village: code } : null;
}

export function readDepartment(read: Reader): Department | null {
  const name = read.name('名称', 40, 'must');
  const kind = oneOf(read, '类别', KIND_NAMES);
  const phone = read.name('电话', 30);
  const duties = read.has('管什么') ? (read.name('管什么', 60) ?? '') : null;
  return name && kind ? { row: read.row, key: keyOf(name), name, kind, phone, duties } : null;
}

type StaffPlaces = { stations: StationNames; departments: DepartmentKinds };

export function readStaff(read: Reader, { stations, departments }: StaffPlaces, unphoned: Unphoned): Staff | null {
  const name = personOf(read);
  const role = oneOf(read, '角色', ROLE_NAMES, (written) => written.replace(/^[县市区旗](?=人大)/, ''));
  const station = stationOf(read, stations, role === 'clerk' ? 'must' : undefined);
  const department = role === 'department' ? departmentOf(read, departments) : null;
  if (role && role !== 'clerk' && station) read.fault('联络站', `${ROLE_NAMES[role]}不属于哪个站，请空着。`);
  if (role && role !== 'department' && read.name('部门', 40))
    read.fault('部门', `${ROLE_NAMES[role]}不属于哪个部门，请空着。`);
  const place = { clerk: station, admin: null, department }[role ?? 'admin'];
  const phone = phoneOf(read, unphoned.has(unphonedKey(role ?? '', place, name ?? '')));
  if (!name || phone === undefined || !role || (role !== 'admin' && !place)) return null;
  return { row: read.row, name, phone, role, station: role === 'clerk' ? station : null, department };
}
