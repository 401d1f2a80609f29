/** For what somebody at a station looks at a resident's phone (看电话的理由). */
export const LOOK_REASONS = ['ask', 'visit', 'tell', 'check'] as const;
export type LookReason = (typeof LOOK_REASONS)[number];

/** The same to whoever looks, and to the resident. */
export const LOOK_REASON_WORDS: Record<LookReason, string> = {
  ask: '问清楚这件事',
  visit: '约时间、约地方',
  tell: '告诉他办得怎么样',
  check: '核对登记的电话',
};

/** To the resident they are spoken to as 您. */
export function sayLookReason(reason: LookReason): string {
  return LOOK_REASON_WORDS[reason].replace('他', '您');
}

/** Who looked so lately sees the number again without another line: the reply got lost, or the page was loaded anew. */
export const LOOK_AGAIN_MINUTES = 10;

/** So many times a day one person may look; far more than a station calls. */
export const MOST_LOOKS_A_DAY = 60;
