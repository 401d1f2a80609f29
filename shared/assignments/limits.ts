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
} as const satisfies Record<string, Length>;

/** So many departments work on one matter beside the lead. */
export const MOST_PARTS = 4;
