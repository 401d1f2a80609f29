/**
 * The life of a request, from its first word to its confirmed end (您点头，才算办完). `docs/lifecycles.md` is printed from `lifecycle.ts`, which has the events.
 *
 * with_deputy      a deputy has it, or all of a village's deputies do until one takes it; the clock runs
 * with_office      it reads like a report of wrongdoing (检举、控告): nobody but the office reads it until the office has said what it is; the same clock runs
 * with_station     the deputy asked the station to find the department whose it is, or one gave it back; the same clock runs
 * with_department  a department has it (承办单位); the same clock runs
 * with_hotline     it is pending at the 12345 hotline (市长热线), and is not handled twice; the same clock runs
 * asked            the deputy asked back, or through the station the department that has it; the resident has it and the clock stands
 * answered         the resident has it and the clock stands
 * closed           by the resident's own word, which they may take back for a while, or by silence past the county's days (`lapsed`): told
 *                  beforehand, and still theirs to speak; or because the office said where a report of wrongdoing belongs (`diverted`)
 */
export const STATES = {
  with_deputy: { holder: 'deputy', owed: true },
  with_office: { holder: 'office', owed: true },
  with_station: { holder: 'station', owed: true },
  with_department: { holder: 'department', owed: true },
  with_hotline: { holder: 'hotline', owed: true },
  asked: { holder: 'resident', owed: true },
  answered: { holder: 'resident', owed: false },
  closed: { holder: null, owed: false },
} as const satisfies Record<
  string,
  { holder: 'deputy' | 'office' | 'station' | 'department' | 'hotline' | 'resident' | null; owed: boolean }
>;
export type State = keyof typeof STATES;

/** The states, in the order of a life. */
export const STATE_NAMES = Object.keys(STATES) as [State, ...State[]];
const where = (fits: (state: (typeof STATES)[State]) => boolean) => STATE_NAMES.filter((state) => fits(STATES[state]));

/** The groups that lists, statements and screens ask for; none of them names a state. */
export const WAITING_FOR_DEPUTY = where(({ holder }) => holder === 'deputy');
/** The resident has it: asked, or answered. */
export const WAITING_FOR_RESIDENT = where(({ holder }) => holder === 'resident');
/** The office alone reads it: it may be a report of wrongdoing. */
export const WITH_OFFICE = where(({ holder }) => holder === 'office');
/** The station or the office has to find the department whose it is. */
export const TO_ASSIGN = where(({ holder }) => holder === 'station');
/** The deputy has it no more: who looks for a department, the department itself, or the hotline does. */
export const REFERRED = where(({ holder }) => holder === 'station' || holder === 'department' || holder === 'hotline');
/** A department has it. */
export const WITH_DEPARTMENT = where(({ holder }) => holder === 'department');
/** The hotline has it (12345 那边在办). */
export const WITH_HOTLINE = where(({ holder }) => holder === 'hotline');
/** Somebody owes an answer, though a question of theirs may wait. */
export const OPEN = where(({ owed }) => owed);
/** The deputy asked back, or the department. */
export const QUESTIONED = where(({ holder, owed }) => holder === 'resident' && owed);
/** The resident has the last word. */
export const ANSWERED = where(({ holder, owed }) => holder === 'resident' && !owed);
/** Somebody else than the resident has it (在办), and the clock runs. */
export const UNDER_WAY = where(({ holder }) => holder !== null && holder !== 'resident');
/** Nobody has it any more. */
export const ENDED = where(({ holder }) => holder === null);
/** Somebody has it. */
export const UNFINISHED = where(({ holder }) => holder !== null);

/** True where a state is of a group. */
export function isIn(state: State, group: readonly State[]): boolean {
  return group.includes(state);
}

/** How many there are in a group, of counts by state. */
export function countOf(counts: Partial<Record<State, number>> | null | undefined, group: readonly State[]): number {
  return group.reduce((sum, state) => sum + (counts?.[state] ?? 0), 0);
}

/** How a closed request ended. `partly` are of the time when that closed a matter (decision 4). */
export const ENDS = ['solved', 'partly', 'withdrawn', 'lapsed', 'diverted'] as const;
export type End = (typeof ENDS)[number];

/** How a request that its resident agreed to show stands to the notice board (公开栏). */
export const PUBLICATIONS = ['pending', 'published', 'declined'] as const;
export type Publication = (typeof PUBLICATIONS)[number];

/** What a resident can say of an answer; each is an event. */
export const OUTCOMES = ['solved', 'partly', 'not_solved'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** It ended by the resident's own word, not by silence nor because they took it back. */
export function isSaid(end: End | null): end is End & Outcome {
  return OUTCOMES.some((outcome) => outcome === end);
}

/** What a department asks of the station: to pass a question on to the resident, or for more days. */
export const ASKS = ['question', 'extension'] as const;

/** So many departments may say that it is not theirs; then the office names the one that does it (由人大办定主办). */
export const MOST_RETURNS = 2;

/** How the station carries words to a deputy without an account, and back. */
export const CARRIED = ['paper', 'phone', 'spoken'] as const;
export type Carried = (typeof CARRIED)[number];
