/**
 * The life of a part (协办、分办): what a department does for the one that leads a matter (主办). `docs/lifecycles.md` is printed from
 * `lifecycle.ts`, which has the events.
 *
 * asked      the department owes the lead its opinion, or its part
 * given      it has given it, and may still write it anew
 * carried    the lead has answered, and its answer says what this department said
 * withdrawn  nobody waits for it any more
 */
export const STATES = {
  asked: { owed: true, open: true, current: true },
  given: { owed: false, open: true, current: true },
  carried: { owed: false, open: false, current: true },
  withdrawn: { owed: false, open: false, current: false },
} as const satisfies Record<string, { owed: boolean; open: boolean; current: boolean }>;
export type PartState = keyof typeof STATES;

export const STATE_NAMES = Object.keys(STATES) as [PartState, ...PartState[]];
const where = (fits: (state: (typeof STATES)[PartState]) => boolean) =>
  STATE_NAMES.filter((state) => fits(STATES[state]));

/** The department owes something. */
export const OWED = where(({ owed }) => owed);
/** It is asked, or has given it and the lead has not answered: it can't be asked once more. */
export const OPEN = where(({ open }) => open);
/** It is part of what is handled, or was when the lead answered: who has it reads the matter. */
export const CURRENT = where(({ current }) => current);
/** It waits for nothing more of this department. */
export const DONE = where(({ open }) => !open);
