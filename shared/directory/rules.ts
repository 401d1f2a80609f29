import { addDays, type Day, daysBetween, isRealDay } from '../kernel/days';
import { countyKind, type TownKind, townKind } from '../kernel/kinds';
import type { FieldProblem } from '../kernel/problems';
import { LEVELS, type Level } from './levels';

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

/** What an ordinary QR code carries, for posters and key rings: a link that WeChat opens as the mini-program, and others as a page. */
export function linkOf(publicUrl: string, jurisdiction: string, code: string): string {
  const [origin = ''] = /^https?:\/\/[^/?#]+/.exec(publicUrl) ?? [];
  return `${origin}/c/${sceneOf(jurisdiction, code)}`;
}

const LINK = /^https?:\/\/[^?#]*\/c\/([^/?#]+)\/?(?:[?#]|$)/i;

/**
 * Reads what a scanner found: a scene, or a link of ours on whatever host it was printed for, encoded up to twice on its way
 * (WeChat hands `q` over encoded). Null when it is not one of ours.
 */
export function readCode(text: string): { jurisdiction: string; code: string } | null {
  let given = text.trim();
  for (let decoded = 0; decoded <= 2; decoded += 1) {
    const read = readScene(LINK.exec(given)?.[1] ?? given);
    if (read) return read;
    given = decode(given).trim();
  }
  return null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The one character of a level (印): a town says whether it is 镇, 乡 or 苏木, and what is called a county here whether it is a 县, 市, 区 or 旗.
 * Streets (街道) elect no congress of their own.
 */
export function sealOf(level: Level, townName: string | null, countyName: string): string {
  if (level === 'town') return TOWN_SEALS[townKind(townName ?? '')] ?? '镇';
  return { county: countyKind(countyName), city: '市', province: '省', nation: '国' }[level];
}

const TOWN_SEALS: Partial<Record<TownKind, string>> = { 乡: '乡', 苏木: '苏' };

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

/**
 * What is looked for by its name. `pinyin` is a syllable a character with a space between (`bai shi zhen`), where people read one
 * differently all readings (`da long/nong kou`); empty where nobody knows it.
 */
export type Named = { name: string; pinyin: string };

/** How it was typed does not count: capitals, full-width letters, spaces, the dot of a long name, tone marks. `ü` is typed as `v`. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/[\u0300-\u036f\s'’·•‧・.-]/g, '');
}

type Syllables = readonly (readonly string[])[];

function syllablesOf(pinyin: string): Syllables {
  const syllables = pinyin.split(/\s+/).filter(Boolean);
  return syllables.map((readings) => readings.split('/').map(fold));
}

/** What of a syllable may be typed before the next one begins: all of it, its first letter, or `zh`, `ch`, `sh`. */
function sharesOf(syllable: string): string[] {
  const double = /^[zcs]h/.exec(syllable)?.[0];
  return [syllable, ...(double ? [double] : []), syllable.slice(0, 1)];
}

/** True when `typed` runs along the syllables from the first on: whole ones and initials, and the last one as far as it was typed. */
function runsAlong(typed: string, syllables: Syllables, from: number): boolean {
  return (syllables[from] ?? []).some(
    (syllable) =>
      syllable.startsWith(typed) ||
      sharesOf(syllable).some(
        (share) => typed.startsWith(share) && runsAlong(typed.slice(share.length), syllables, from + 1),
      ),
  );
}

/** True when `typed` is the first syllables, each of them whole. */
function isWhole(typed: string, syllables: Syllables, from = 0): boolean {
  return (syllables[from] ?? []).some(
    (syllable) =>
      typed === syllable || (typed.startsWith(syllable) && isWhole(typed.slice(syllable.length), syllables, from + 1)),
  );
}

/**
 * How well a name fits: 0 begins with the words, or with these whole syllables; 1 begins with them as pinyin typed in part or as
 * initials; 2 has them further on. Null: not at all.
 */
function closeness(typed: string, { name, pinyin }: Named): 0 | 1 | 2 | null {
  const characters = fold(name);
  if (characters.startsWith(typed)) return 0;
  if (characters.includes(typed)) return 2;
  if (!/^[a-z]+$/.test(typed)) return null;
  const syllables = syllablesOf(pinyin);
  if (isWhole(typed, syllables)) return 0;
  if (runsAlong(typed, syllables, 0)) return 1;
  return syllables.some((_, from) => runsAlong(typed, syllables, from)) ? 2 : null;
}

/** True when a name is found by what was typed: its characters, its pinyin from any syllable on, or initials (白石, `baish`, `bsz`). */
export function matches(words: string, named: Named): boolean {
  const typed = fold(words);
  return typed !== '' && closeness(typed, named) !== null;
}

/** Those that match, what begins with the words before what has them further on; otherwise in the order they came. */
export function ranked<T extends Named>(words: string, all: readonly T[]): T[] {
  const typed = fold(words);
  const found: [T[], T[], T[]] = [[], [], []];
  for (const named of typed === '' ? [] : all) {
    const place = closeness(typed, named);
    if (place !== null) found[place].push(named);
  }
  return [...found[0], ...found[1], ...found[2]];
}

const LONGEST_ABSENCE_DAYS = 180;

/** What is wrong with days away (外出): real days, in order, none of them past, not for ever. Empty when they are all right. */
export function absenceFaults({ from, to }: { from: Day; to: Day }, today: Day): FieldProblem[] {
  const unreal = Object.entries({ from, to }).filter(([, day]) => !isRealDay(day));
  if (unreal.length) return unreal.map(([path]) => ({ path, message: '没有这一天，请再选一次。' }));
  if (from < today) return [{ path: 'from', message: '从今天或者以后的日子选起。' }];
  if (to < from) return [{ path: 'to', message: '回来的日子要在走的日子后面。' }];
  if (daysBetween(from, to) >= LONGEST_ABSENCE_DAYS)
    return [{ path: 'to', message: `一次最多 ${LONGEST_ABSENCE_DAYS} 天，请选近一点。` }];
  return [];
}
