/**
 * The life of an assignment (交办): one matter in the hands of one department. `docs/lifecycles.md` is printed from `lifecycle.ts`, which has the
 * events.
 *
 * offered     the department has not said yet whether it takes it
 * accepted    it has; it owes an answer
 * answered    it says that it is done (办理完成); whether it is, others say (办结)
 * returned    it said that it is not its own (不归我管), and why
 * taken_back  whoever assigned it took it back
 */
export const STATES = {
  offered: { owed: true, ended: false },
  accepted: { owed: true, ended: false },
  answered: { owed: false, ended: false },
  returned: { owed: false, ended: true },
  taken_back: { owed: false, ended: true },
} as const satisfies Record<string, { owed: boolean; ended: boolean }>;
export type State = keyof typeof STATES;

export const STATE_NAMES = Object.keys(STATES) as [State, ...State[]];
const where = (fits: (state: (typeof STATES)[State]) => boolean) => STATE_NAMES.filter((state) => fits(STATES[state]));

/** The department owes something. */
export const OWED = where(({ owed }) => owed);
/** The department has it, or answered it. */
export const CURRENT = where(({ ended }) => !ended);
/** It went elsewhere. */
export const GONE = where(({ ended }) => ended);

/** Where a question of the department's is: with whoever assigned the matter, or passed on to whom it is for. */
export const QUESTIONS = ['asked', 'forwarded'] as const;
export type Question = (typeof QUESTIONS)[number];

/** What became of more days, where they were asked for. */
export const EXTENSIONS = ['asked', 'granted', 'refused'] as const;
export type Extension = (typeof EXTENSIONS)[number];

/** So many questions a department asks of one matter, before it does what it can. */
export const MOST_QUESTIONS = 2;

/** On which side of an assignment somebody stands; `assigner` is whatever the matter belongs to, which asked who may before. */
export const SIDES = ['department', 'assigner'] as const;
export type Side = (typeof SIDES)[number];
