import type { Length } from '../kernel/text';

/** How much may be written where. */
export const LENGTHS = {
  answer: [10, 2000],
  progress: [2, 1000],
  reason: [5, 500],
  question: [2, 500],
  wish: [0, 500],
} as const satisfies Record<string, Length>;
