import { addDays, type Day } from '../kernel/days';
import { LEVELS, type Level } from './contract';

const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `random` gives an integer in [0, below). Codes cannot be guessed from one another. */
export function makeDeputyCode(random: (below: number) => number): string {
  return Array.from({ length: 10 }, () => CODE_ALPHABET[random(32)]).join('');
}

/** What a mini-program code carries: the county and the code. WeChat allows 32 characters, ours are 17. */
export function sceneOf(jurisdiction: string, code: string): string {
  return `${jurisdiction}-${code}`;
}

/** Reads a scene that was already decoded once. Null when it is not one of ours. */
export function readScene(scene: string): { jurisdiction: string; code: string } | null {
  const match = /^(\d{6})-([0-9A-HJKMNP-TV-Z]{10})$/.exec(scene.trim().toUpperCase());
  return match?.[1] && match[2] ? { jurisdiction: match[1], code: match[2] } : null;
}

/** The one character of a level (印): a town says whether it is 镇 or 乡. Streets (街道) elect no congress of their own. */
export function sealOf(level: Level, townName: string | null): string {
  if (level === 'town') return townName?.endsWith('乡') ? '乡' : '镇';
  return { county: '县', city: '市', province: '省', nation: '国' }[level];
}

/** A mandate counts from its first day to its last, both included. */
export function isServing(mandate: { startsOn: Day; endsOn: Day }, today: Day): boolean {
  return mandate.startsOn <= today && today <= mandate.endsOn;
}

/** Orders deputies nearest level first, then in the order of the roll (名册); never by anything they did. */
export function byLevelThenRoll(
  a: { levels: readonly Level[]; roll: number },
  b: { levels: readonly Level[]; roll: number },
): number {
  const nearest = (levels: readonly Level[]) => Math.min(...levels.map((level) => LEVELS.indexOf(level)));
  return nearest(a.levels) - nearest(b.levels) || a.roll - b.roll;
}

/**
 * The next reception day (接待日) of a station: a fixed day of each month. A month without that day is passed over.
 * Today counts until the reception is over; the caller gives `minuteNow`, minutes since midnight in China.
 */
export function nextReception(
  rule: { dayOfMonth: number; from: string; to: string },
  today: Day,
  minuteNow: number,
): { day: Day; from: string; to: string } {
  const [hour = 0, minute = 0] = rule.to.split(':').map(Number);
  let day = minuteNow < hour * 60 + minute ? today : addDays(today, 1);
  while (Number(day.slice(8)) !== rule.dayOfMonth) day = addDays(day, 1);
  return { day, from: rule.from, to: rule.to };
}

const DOUBLE_SURNAMES =
  /^(欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|长孙|宇文|呼延|南宫|百里|东郭|西门)/;

/** How people speak of a deputy: 徐示例 → 徐代表. */
export function deputyTitle(name: string): string {
  return `${DOUBLE_SURNAMES.exec(name)?.[1] ?? [...name][0] ?? ''}代表`;
}
