/** What a map of a book tells apart (录好、等录、作废、没回来). */
export const PLACES = ['entered', 'waiting', 'spoiled', 'printed'] as const;
export type SlipPlace = (typeof PLACES)[number];

/**
 * Where a paper slip is (纸票的下落). Whether one was handed out is no state: that is a count a station, so that no slip leads to who took it.
 *
 * printed   in the book, or with somebody
 * returned  back at the station, waits to be typed in
 * first     typed in once, waits for a second person
 * differs   the two passes differ: the second person looks at the slip
 * third     they could not tell: a third person types it
 * settled   what it says stands, on its way into the box
 * entered   its ballot lies in the box
 * spoiled   counts for nothing (作废), signed by two
 */
export const STATES = {
  printed: { lies: 'printed' },
  returned: { lies: 'waiting' },
  first: { lies: 'waiting' },
  differs: { lies: 'waiting' },
  third: { lies: 'waiting' },
  settled: { lies: 'waiting' },
  entered: { lies: 'entered' },
  spoiled: { lies: 'spoiled' },
} as const satisfies Record<string, { lies: SlipPlace }>;
export type SlipState = keyof typeof STATES;

export const STATE_NAMES = Object.keys(STATES) as [SlipState, ...SlipState[]];
/** The second person has to say which pass is right. */
export const DIFFERING: readonly SlipState[] = ['differs'];
/** Two signed that it counts for nothing. */
export const SPOILT: readonly SlipState[] = ['spoiled'];
/** Back, and not in the box yet (等录). */
export const WAITING: readonly SlipState[] = STATE_NAMES.filter((state) => STATES[state].lies === 'waiting');
