import type { Length } from '../kernel/text';

export const LENGTHS = {
  /** What is promised: one line that can be checked by looking. */
  promise: [4, 60],
  /** What was done, seen, asked or explained. */
  words: [2, 400],
} as const satisfies Record<string, Length>;

/** Nobody keeps in mind what is further away. */
export const MOST_DAYS = 730;
