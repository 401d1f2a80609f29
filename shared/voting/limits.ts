import type { Length } from '../kernel/text';

export const LENGTHS = {
  title: [2, 40],
  question: [2, 40],
  option: [1, 12],
  words: [1, 100],
} as const satisfies Record<string, Length>;

/** A ballot that somebody can fill in at a table has far fewer of everything. */
export const LIMITS = {
  questions: 12,
  options: 9,
  subjects: 60,
  stations: 100,
  /** Fewer than this hide nobody. */
  leastThreshold: 3,
} as const;
