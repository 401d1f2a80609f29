/**
 * The life of an appraisal (评议). `docs/lifecycles.md` is printed from `lifecycle.ts`, which has the events.
 *
 * preparing  questionnaire, departments and days are written and tried
 * approved   one person of the office agreed to open it; the second is missing
 * open       ballots are taken; nobody sees what they say
 * closed     the box is shut, its keys are being destroyed and its ballots counted
 * counted    the result is there and waits for its day
 * published  everybody sees it and can count again
 * dropped    it never opened
 */
export const STATES = {
  preparing: { public: false, changeable: true },
  approved: { public: false, changeable: true },
  open: { public: true, changeable: false },
  closed: { public: true, changeable: false },
  counted: { public: true, changeable: false },
  published: { public: true, changeable: false },
  dropped: { public: false, changeable: false },
} as const satisfies Record<string, { public: boolean; changeable: boolean }>;
export type State = keyof typeof STATES;

export const STATE_NAMES = Object.keys(STATES) as [State, ...State[]];
/** Residents see these. */
export const PUBLIC = STATE_NAMES.filter((state) => STATES[state].public);
/** The clock has something to do with these. */
export const RUNNING: readonly State[] = ['open', 'closed', 'counted'];
/** Ballots are taken. */
export const VOTING: readonly State[] = ['open'];
/** Everybody sees what came of it. */
export const SETTLED: readonly State[] = ['published'];
/** Nothing comes of these any more. */
export const GIVEN_UP: readonly State[] = ['dropped'];
