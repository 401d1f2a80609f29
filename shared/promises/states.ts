/**
 * The life of a promise (答应的事). `docs/lifecycles.md` is printed from `lifecycle.ts`, which has the events.
 *
 * promised   its day has not come, and nothing was said of it yet
 * said_done  the department says that it is done (办理完成); whoever it is for looks
 * kept       whoever it is for saw that it is done
 * not_kept   its day is over, or somebody saw that it is not done; it can still be made up for
 */
export const STATES = {
  promised: { open: true, department: true },
  said_done: { open: true, department: false },
  kept: { open: false, department: false },
  not_kept: { open: true, department: true },
} as const satisfies Record<string, { open: boolean; department: boolean }>;
export type State = keyof typeof STATES;

export const STATE_NAMES = Object.keys(STATES) as [State, ...State[]];
/** Somebody still has something to do. */
export const OPEN = STATE_NAMES.filter((state) => STATES[state].open);
/** Whoever it is for saw that it is done. */
export const KEPT = STATE_NAMES.filter((state) => !STATES[state].open);
/** The clock reminds of these, and says when their day is over. */
export const RUNNING: readonly State[] = ['promised'];
/** The department has done what it had to, as far as it says itself. */
export const SAID_DONE: readonly State[] = ['said_done'];

/** More days, asked for once. */
export const EXTENSIONS = ['asked', 'granted', 'refused'] as const;
export type Extension = (typeof EXTENSIONS)[number];
/** Why it was not kept. */
export const WHYS = ['asked', 'explained'] as const;
export type Why = (typeof WHYS)[number];
/** Who does something to a promise, as it is written down. */
export const SIDES = ['department', 'station', 'office', 'clock'] as const;
/** On which side of a promise somebody stands. */
export type Side = (typeof SIDES)[number];
