import type { Level } from './levels';
import { LEVEL_NAMES } from './levels';

/** Who sits in a congress: 常山县人大 → 常山县人大代表. */
export function congressDeputy(congressName: string): string {
  return `${congressName.replace(/人民代表大会$/, '人大')}代表`;
}

/** Villages as a ward lists them: 草坪、新塘岭. What would be one character without 村 keeps it. */
export function sayVillages(names: readonly string[]): string[] {
  return names.map((name) => ([...name].length > 2 ? name.replace(/村$/, '') : name));
}

/** Levels that are called what their seal says: a town and a county are each of several kinds. */
const SEALED: Partial<Record<Level, true>> = { town: true, county: true };
const LONGER: Record<string, string> = { 苏: '苏木' };

/** All levels of a deputy in one breath, for a tag: 县、镇人大代表. `seal` tells 乡 from 镇. */
export function sayLevels(mandates: readonly { level: Level; seal: string }[]): string {
  const names = mandates.map(({ level, seal }) => (SEALED[level] ? (LONGER[seal] ?? seal) : LEVEL_NAMES[level]));
  return `${[...new Set(names)].join('、')}人大代表`;
}

/** When a station receives people, as on a door: 每月 10 日 上午 9–11 点. Minutes are said only where there are some. */
export function sayReception({ dayOfMonth, from, to }: { dayOfMonth: number; from: string; to: string }): string {
  return `每月 ${dayOfMonth} 日 ${sayHours(from, to)}`;
}

function sayHours(from: string, to: string): string {
  const [start, end] = [halfOf(from), halfOf(to)];
  if (start.half !== end.half) return `${start.half} ${oclock(start.time)}到${end.half} ${oclock(end.time).trim()}`;
  const whole = !start.time.includes(':') && !end.time.includes(':');
  if (whole) return `${start.half} ${start.time}–${end.time} 点`;
  return `${start.half} ${withMinutes(start.time)}–${withMinutes(end.time)}`;
}

const oclock = (time: string) => (time.includes(':') ? `${time} ` : `${time} 点`);
const withMinutes = (time: string) => (time.includes(':') ? time : `${time}:00`);

/** `09:00` → 上午 9, `14:30` → 下午 2:30. Noon is 中午 12. */
function halfOf(time: string): { half: string; time: string } {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const half = hour < 12 ? '上午' : hour === 12 ? '中午' : '下午';
  const hours = hour > 12 ? hour - 12 : hour;
  return { half, time: minute === 0 ? String(hours) : `${hours}:${String(minute).padStart(2, '0')}` };
}
