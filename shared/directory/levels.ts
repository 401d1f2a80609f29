import type { CountyKind } from '../kernel/kinds';

/** The five levels of people's congresses, nearest first. Town and county deputies are directly elected (选举法 第三条). */
export const LEVELS = ['town', 'county', 'city', 'province', 'nation'] as const;

export type Level = (typeof LEVELS)[number];

/** What a level is called wherever one reads it; its one character (印) is `sealOf`. */
export const LEVEL_NAMES: Record<Level, string> = {
  town: '乡镇',
  county: '县',
  city: '市',
  province: '省',
  nation: '全国',
};

/** The same where one reads it of a county that is a city, a district or a banner: 市代表 in 平度市. */
export function levelName(level: Level, kind: CountyKind): string {
  return level === 'county' ? kind : LEVEL_NAMES[level];
}

/** The levels of a deputy, nearest first: 乡镇、县人大代表. A county-level city and the city above it are both 市. */
export function sayLevelNames(levels: readonly string[], kind: CountyKind): string {
  const said = new Set(LEVELS.filter((level) => levels.includes(level)).map((level) => levelName(level, kind)));
  return `${[...said].join('、')}人大代表`;
}

/** 市、省、全国: a deputy of one of these is known to the county and not of its own congress, nor of one within it. */
export function isAboveCounty(level: Level): boolean {
  return LEVELS.indexOf(level) > LEVELS.indexOf('county');
}

/** Whether a level is farther from a resident than another; the county where there is no other. */
export function isFarther(level: Level, than: Level | null): boolean {
  return LEVELS.indexOf(level) > LEVELS.indexOf(than ?? 'county');
}
