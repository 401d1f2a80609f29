/**
 * The life of a formal suggestion (代表建议). `docs/lifecycles.md` is printed from `lifecycle.ts`, which has the events.
 *
 * draft            its lead writes it, and asks others to sign it (联名)
 * submitted        with the office, which says whether it is a suggestion, and whose it is (交办)
 * to_assign        taken as one, and a department has to be found again
 * with_department  under way
 * answered         the co-signers are asked, then the lead rates
 * to_meet          twice 不满意: office, deputies and department sit together
 * closed           ended: rated, without a rating, or by the meeting
 * redirected       not a suggestion; the deputy was told where it goes
 * withdrawn        taken back before it was assigned
 */
export const STATES = {
  draft: { open: true, office: false, department: false },
  submitted: { open: true, office: true, department: false },
  to_assign: { open: true, office: true, department: false },
  with_department: { open: true, office: false, department: true },
  answered: { open: true, office: false, department: false },
  to_meet: { open: true, office: true, department: false },
  closed: { open: false, office: false, department: false },
  redirected: { open: false, office: false, department: false },
  withdrawn: { open: false, office: false, department: false },
} as const satisfies Record<string, { open: boolean; office: boolean; department: boolean }>;
export type State = keyof typeof STATES;

export const STATE_NAMES = Object.keys(STATES) as [State, ...State[]];

/** Nobody but those who write and sign it knows of it. */
export const PRIVATE: readonly State[] = ['draft'];
/** Handed in, and not ended. */
export const UNDER_WAY = STATE_NAMES.filter((state) => STATES[state].open && !PRIVATE.includes(state));
/** The clock of the answer runs. */
export const RUNNING: readonly State[] = ['to_assign', 'with_department'];
/** Whoever has it at the office owes a step. */
export const WITH_OFFICE = STATE_NAMES.filter((state) => STATES[state].office);
export const WITH_DEPARTMENT = STATE_NAMES.filter((state) => STATES[state].department);
/** Over, and not by its lead. */
export const ENDED = STATE_NAMES.filter((state) => !STATES[state].open && state !== 'withdrawn');
/** The answer is there and not rated. */
export const TO_RATE: readonly State[] = ['answered'];
/** A department has it or answered it. */
export const SEEN_BY_DEPARTMENT: readonly State[] = ['with_department', 'answered', 'to_meet', 'closed'];
/** Twice not satisfied. */
export const TO_MEET: readonly State[] = ['to_meet'];
/** Handed in, and nobody has looked at it yet. */
export const NEW_TO_OFFICE: readonly State[] = ['submitted'];
/** The office has to say whose it is. */
export const TO_ASSIGN: readonly State[] = ['submitted', 'to_assign'];

export function isIn(state: State, group: readonly State[]): boolean {
  return group.includes(state);
}

/** Who signs beside the lead: asked, has signed, would not, was left off when it was handed in without them or leads it now, is no deputy any more. */
export const COSIGNER_STATES = ['asked', 'signed', 'declined', 'dropped', 'left'] as const;
export type CosignerState = (typeof COSIGNER_STATES)[number];
/** They may still say whether they sign. */
export const INVITED: readonly CosignerState[] = ['asked', 'declined'];

/** They signed, and are asked what they think of the answer. */
export const SIGNED: readonly CosignerState[] = ['signed'];
/** Their name stands under it, once it is handed in. */
export const STANDS: readonly CosignerState[] = ['signed', 'left'];
/** They have not said whether they sign. */
export const ASKED: readonly CosignerState[] = ['asked'];

/** How it ended. */
export const OUTCOMES = ['rated', 'unrated', 'met'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Who does something to a suggestion. */
export const SIDES = ['lead', 'cosigner', 'office', 'department', 'clock'] as const;
export type Side = (typeof SIDES)[number];

/** After so many returns the office names the department for good. */
export const MOST_RETURNS = 2;
