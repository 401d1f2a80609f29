/**
 * The life of an opinion (评议意见、审议意见) that a department has to answer. `docs/lifecycles.md` is printed from `lifecycle.ts`, which has the
 * events.
 *
 * sent         the department has to answer with what it promises
 * answered     it has
 * asked_again  that was not enough: it has to report once more (重新报告)
 */
export const STATES = {
  sent: { department: true },
  answered: { department: false },
  asked_again: { department: true },
} as const satisfies Record<string, { department: boolean }>;
export type State = keyof typeof STATES;

export const STATE_NAMES = Object.keys(STATES) as [State, ...State[]];
/** The department has to answer. */
export const WAITING = STATE_NAMES.filter((state) => STATES[state].department);
