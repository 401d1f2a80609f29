import { countyKind } from '../../../shared/kernel/kinds';
import { LEVEL_NAMES, WARD_LEVEL_NAMES } from './columns';
import type { Places } from './places';
import type { Reader } from './reader';
import type { Reception, Station, Ward } from './roster';
import { keyOf, parts } from './words';

/** A ward is found again by its level, its town and its name. */
export function wardKey(level: string, town: string | null, name: string): string {
  return `${level}/${town ?? ''}/${keyOf(name)}`;
}

/** One of a few words; anything else is a fault that names them. */
export function oneOf<T extends string>(
  read: Reader,
  column: string,
  names: Record<T, string>,
  short = (written: string) => written,
): T | null {
  const written = read.name(column, 20, 'must');
  if (written === null) return null;
  const found = (Object.keys(names) as T[]).find((one) => keyOf(names[one]) === keyOf(short(written)));
  const known = (Object.values(names) as string[]).map((name) => `“${name}”`).join('、');
  return found ?? read.fault(column, `不认识“${written}”，请写${known}里的一个。`);
}

/** A city, a district or a banner is what the sheets call 县, by whatever name its people have for it. */
export function ownLevel(county: string): (written: string) => string {
  return (written) => (keyOf(written) === countyKind(county) ? LEVEL_NAMES.county : written);
}

/** The town of a row: its code, null when the cell is empty, undefined when it names none. */
export function townOf(read: Reader, places: Places): string | null | undefined {
  const written = read.name('乡镇', 40);
  if (written === null) return null;
  const found = places.town(written);
  if ('code' in found) return found.code;
  read.fault('乡镇', found.reason);
  return undefined;
}

function villagesOf(read: Reader, column: string, town: string | null, places: Places): string[] {
  const codes = new Set<string>();
  for (const written of parts(read.prose(column, 5_000) ?? '')) {
    const found = places.village(written, town);
    if ('code' in found) codes.add(found.code);
    else read.fault(column, found.reason);
  }
  return [...codes];
}

/** A ward (选区) of a directly elected level. Streets elect no congress of their own (选举法 第三条). */
export function readWard(read: Reader, places: Places): Ward | null {
  const level = oneOf(read, '级别', WARD_LEVEL_NAMES, ownLevel(places.county));
  const town = townOf(read, places);
  const name = read.name('名称', 40, 'must');
  if (level === 'town' && town === null) read.fault('乡镇', '乡镇级的选区要写乡镇。');
  const townName = places.towns.find(({ code }) => code === town)?.name ?? '';
  const villages = villagesOf(read, '村（社区）', town ?? null, places);
  const units = unitsOf(read);
  if (read.blank('村（社区）') && read.blank('单位')) read.fault('村（社区）', '这个选区没有村，也没有单位，请写上。');
  if (level === 'town' && townName.endsWith('街道')) return read.fault('级别', '街道没有自己的人大，级别请写“县”。');
  if (!level || town === undefined || !name) return null;
  return { row: read.row, key: wardKey(level, town, name), level, town, name, villages, units };
}

function unitsOf(read: Reader): string[] {
  const units = new Map(parts(read.prose('单位', 5_000) ?? '').map((name) => [keyOf(name), name]));
  for (const name of units.values()) if ([...name].length > 60) read.fault('单位', `单位的名称太长了：“${name}”。`);
  return [...units.values()];
}

export function readStation(read: Reader, places: Places): Station | null {
  const name = read.name('名称', 40, 'must');
  const address = read.name('地址', 100, 'must') ?? '';
  const hours = read.prose('开放时间', 100, 'must') ?? '';
  const phone = read.name('电话', 30, 'must') ?? '';
  const villages = villagesOf(read, '服务的村（社区）', null, places);
  const reception = receptionOf(read);
  const point = pointOf(read);
  if (!name) return null;
  return { row: read.row, key: keyOf(name), name, address, hours, phone, reception, ...point, villages };
}

function receptionOf(read: Reader): Reception | null {
  const written = read.name('接待日', 20);
  const from = read.time('接待开始');
  const to = read.time('接待结束');
  const [, day] = /^(?:每月)?(\d{1,2})[日号]?$/.exec(keyOf(written ?? '')) ?? [];
  if (written === null) {
    if (from || to) read.fault('接待日', '写了接待的时间，也要写接待日是每月几号。');
    return null;
  }
  if (!day || Number(day) < 1 || Number(day) > 31) return read.fault('接待日', '接待日请写 1 到 31 的数字。');
  if (read.blank('接待开始')) return read.fault('接待开始', '写了接待日，也要写几点开始，例如 9:00。');
  if (read.blank('接待结束')) return read.fault('接待结束', '写了接待日，也要写几点结束，例如 11:00。');
  if (!from || !to) return null;
  const later = from.padStart(5, '0') < to.padStart(5, '0');
  return later ? { dayOfMonth: Number(day), from, to } : read.fault('接待结束', '结束的时间要比开始晚。');
}

/** In degrees, within China; GCJ-02 as the maps of the country give them. */
function pointOf(read: Reader): { latitude: number | null; longitude: number | null } {
  const latitude = read.number('纬度');
  const longitude = read.number('经度');
  const none = { latitude: null, longitude: null };
  if (latitude === null && longitude === null) return none;
  if (latitude === null || longitude === null) {
    const missing = latitude === null ? '纬度' : '经度';
    if (read.blank(missing)) read.fault(missing, '纬度和经度要么都写，要么都空着。');
    return none;
  }
  if (latitude >= 73 && longitude <= 54) read.fault('纬度', '纬度和经度好像写反了。');
  else if (latitude < 3 || latitude > 54) read.fault('纬度', '纬度不在中国，请再看一看。');
  else if (longitude < 73 || longitude > 136) read.fault('经度', '经度不在中国，请再看一看。');
  return { latitude, longitude };
}
