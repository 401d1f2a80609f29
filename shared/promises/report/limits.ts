import type { Length } from '../../kernel/text';

export const REPORT_LENGTHS = {
  /** What the department says of the year as a whole. */
  whole: [10, 2_000],
  /** Of one promise that it has not kept yet: why, and how it goes on. */
  line: [2, 200],
  /** What a deputy says with a rating. */
  receipt: [2, 400],
  /** Why the office sends it back. */
  reason: [4, 400],
} as const satisfies Record<string, Length>;

/** In one report; no department has promised more in two years. */
export const MOST_LINES = 1_000;
