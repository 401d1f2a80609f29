import type { Length } from '../kernel/text';

export const LENGTHS = {
  /** What is promised: one line that can be checked by looking. */
  promise: [4, 60],
  /** What the office says to a department, and what that answers. */
  opinion: [4, 1_000],
  /** What was done, seen, asked or explained. */
  words: [2, 400],
} as const satisfies Record<string, Length>;

/** At once; a department that answers with more has not chosen. */
export const MOST_PROMISES = 20;
/** At once: all that departments promised after an appraisal. */
export const MOST_FOLLOWED = 500;
/** Nobody keeps in mind what is further away. */
export const MOST_DAYS = 730;
