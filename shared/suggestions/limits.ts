import type { Length } from '../kernel/text';

/** How much may be written where. */
export const LENGTHS = {
  title: [4, 40],
  facts: [10, 2000],
  proposal: [4, 2000],
  /** Why, where others will ask: not a suggestion, more time, not satisfied, only the title in public. */
  reason: [4, 500],
  /** What was said with the deputies, what they sat together for, a view of an answer. */
  words: [2, 1000],
  /** What a county calls a class of answers. */
  className: [2, 20],
} as const satisfies Record<string, Length>;

/** Asked to sign, at the most. */
export const MOST_COSIGNERS = 50;
/** Residents' requests in one suggestion. */
export const MOST_REQUESTS = 50;
/** Photos put with one (附件), as on the official sheet. */
export const MOST_ATTACHMENTS = 3;
/** Handled together as one (并案), at the most: one answer writes as many. */
export const MOST_TOGETHER = 10;
/** Fixed by law (代表法 第五十一条), also where a county wrote more into its settings. */
export const MOST_MONTHS = 6;
