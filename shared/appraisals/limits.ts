import type { Length } from '../kernel/text';

export const LENGTHS = { about: [1, 60], topic: [1, 12], ask: [2, 60] } as const satisfies Record<string, Length>;

/** How many people have to try an appraisal before it opens (试投). */
export const TRIALS = 3;

export const LIMITS = {
  /** A report is read out in five minutes: so much of what was written stands in it. */
  topics: 4,
  asks: 5,
  /** A meeting gives a report no more than an hour. */
  minutes: 60,
} as const;
/** How many characters are read out in a minute. */
export const READ_A_MINUTE = 180;
