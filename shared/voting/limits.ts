import type { Length } from '../kernel/text';

export const LENGTHS = {
  title: [2, 40],
  question: [2, 40],
  option: [1, 12],
  words: [1, 100],
  handedTo: [2, 40],
  /** Why a slip is spoiled. */
  spoiled: [2, 40],
} as const satisfies Record<string, Length>;

/** A ballot that somebody can fill in at a table has far fewer of everything. */
export const LIMITS = {
  questions: 12,
  options: 9,
  subjects: 60,
  stations: 100,
  /** Slips of one book. */
  book: 500,
  /** Places in which two passes of a slip may differ: who copies what they see slips here and there, and who has not the slip would be told it. */
  differing: 3,
  /** How often somebody types a slip so that it is another; each time they hear in how many places, which is something of what it says. */
  apart: 3,
  /** Fewer than this hide nobody. */
  leastThreshold: 3,
} as const;

/** Two people screen what was written. */
export const SCREENERS = 2;
/** The originals of what was written are deleted so many days after what was released is published. */
export const ORIGINALS_DAYS = 30;
