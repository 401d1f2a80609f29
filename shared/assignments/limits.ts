import type { Length } from '../kernel/text';

/** How much may be written where. */
export const LENGTHS = {
  answer: [10, 2000],
  progress: [2, 1000],
  reason: [5, 500],
  question: [2, 500],
  wish: [0, 500],
  asks: [2, 500],
  opinion: [10, 2000],
  // What is put into an answer; a key of an index holds no more.
  phrase: [2, 500],
} as const satisfies Record<string, Length>;

/** So many a department finds its way in. */
export const MOST_PHRASES = 30;

/** So many departments work on one matter beside the lead. */
export const MOST_PARTS = 4;
