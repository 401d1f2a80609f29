import { LEVELS, type Level } from '../../../../shared/directory/contract';
import { ProblemError } from '../../../../shared/kernel/problems';

const LEVEL_WORDS: Record<Level, string> = {
  town: '乡镇',
  county: '县',
  city: '市',
  province: '省',
  nation: '全国',
};

/** `town county` as a person reads it: 乡镇、县人大代表. */
export function sayLevels(levels: readonly string[]): string {
  const said = LEVELS.filter((level) => levels.includes(level)).map((level) => LEVEL_WORDS[level]);
  return `${said.join('、')}人大代表`;
}

/** What is wrong with one field of what was sent. */
export function faultAt(error: Error | null, path: string): string | null {
  const errors = error instanceof ProblemError ? error.errors : undefined;
  return errors?.find((one) => one.path === path)?.message ?? null;
}
