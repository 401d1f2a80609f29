import { LEVELS, type Level } from './contract';

/** What a level is called wherever one reads it; its one character (印) is `sealOf`. */
export const LEVEL_NAMES: Record<Level, string> = {
  town: '乡镇',
  county: '县',
  city: '市',
  province: '省',
  nation: '全国',
};

/** The levels of a deputy, nearest first: 乡镇、县人大代表. */
export function sayLevelNames(levels: readonly string[]): string {
  const said = LEVELS.filter((level) => levels.includes(level)).map((level) => LEVEL_NAMES[level]);
  return `${said.join('、')}人大代表`;
}
