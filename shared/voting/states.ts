/**
 * The life of what somebody wrote of a department (写的话). `docs/lifecycles.md` is printed from `lifecycle.ts`, which has the events.
 *
 * waiting   nobody looked at it yet, or it has to be looked at again
 * marked    one of the two screeners said what goes; the other is missing
 * released  the other agreed: it may be seen from the day on which all of them are published
 * refused   nobody is to see it, and it is kept why
 */
export const STATES = {
  waiting: { decided: false },
  marked: { decided: false },
  released: { decided: true },
  refused: { decided: true },
} as const satisfies Record<string, { decided: boolean }>;
export type State = keyof typeof STATES;

export const STATE_NAMES = Object.keys(STATES) as [State, ...State[]];
/** Somebody has to look at these before anything is published. */
export const UNDECIDED = STATE_NAMES.filter((state) => !STATES[state].decided);

/** Why words are refused (这三种不放): abuse, slander and advertising; what is before a court; a report against somebody. */
export const REFUSALS = ['abuse', 'court', 'report'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Nobody has marked what goes of these: a machine's proposal stands. */
export const UNMARKED: readonly State[] = ['waiting'];
/** What is marked and waits for the other one of the two. */
export const TO_RELEASE: readonly State[] = ['marked'];
