import { oneOf, townOf } from './check-places';
import { KIND_NAMES, ROLE_NAMES } from './columns';
import type { Places } from './places';
import type { Reader } from './reader';
import type { Department, Deputy, Staff, Supervisor } from './roster';
import { keyOf, nearest, perhaps } from './words';

/** The stations that a row may name: key and name. Null when their sheet could not be read. */
export type StationNames = ReadonlyMap<string, string> | null;

function personOf(read: Reader): string | null {
  const name = read.name('姓名', 20, 'must');
  if (name && /\d/.test(name)) return read.fault('姓名', '姓名里不能有数字。');
  return name;
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

export function readSupervisor(read: Reader, places: Places): Supervisor | null {
  const name = personOf(read);
  const phone = read.phone('手机号', 'must');
  const town = townOf(read, places);
  const written = read.name('村（社区）', 60, 'must');
  const village = written && town !== undefined ? places.village(written, town) : null;
  if (village && 'reason' in village) read.fault('村（社区）', village.reason);
  return name && phone && village && 'code' in village ? { row: read.row, name, phone, village: village.code } : null;
}

export function readDepartment(read: Reader): Department | null {
  const name = read.name('名称', 40, 'must');
  const kind = oneOf(read, '类别', KIND_NAMES);
  const phone = read.name('电话', 30);
  return name && kind ? { row: read.row, key: keyOf(name), name, kind, phone } : null;
}

export function readStaff(read: Reader, stations: StationNames): Staff | null {
  const name = personOf(read);
  const phone = read.phone('手机号', 'must');
  const role = oneOf(read, '角色', ROLE_NAMES);
  const station = stationOf(read, stations, role === 'clerk' ? 'must' : undefined);
  if (role === 'admin' && station) read.fault('联络站', '县人大管理员不属于哪个站，请空着。');
  if (!name || !phone || !role || (role === 'clerk' && !station)) return null;
  return { row: read.row, name, phone, role, station: role === 'clerk' ? station : null };
}
