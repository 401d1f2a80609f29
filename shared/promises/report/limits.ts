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

/** From this day of a year on (month and day) departments report what became of their promises (重庆、青岛: every fourth quarter). */
export const REPORT_FROM = '10-01';

/** In one report; no department has promised more in two years. */
export const MOST_LINES = 1_000;
