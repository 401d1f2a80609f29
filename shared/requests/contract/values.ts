import * as z from 'zod/mini';

/**
 * A request's life in plain words:
 *   with_deputy  a deputy has it, or all of a village's deputies do until one takes it; the clock runs. `answer` and `ask` lead on.
 *   asked        the deputy asked back; the resident has it and the clock stands. `supplement` gives it back with the days that were left.
 *   answered     the resident has it and the clock stands. `rate` leads on: solved or partly solved closes it,
 *                "not solved" gives it back to the deputy, a new round with a new clock.
 *   closed       the resident's own word leads here (您点头，才算办完): rated, or withdrawn before anybody took it. Silence past the
 *                county's days does too (`lapsed`), told beforehand, and the resident can still say what they would have said.
 */
export const STATES = ['with_deputy', 'asked', 'answered', 'closed'] as const;

export type State = (typeof STATES)[number];

export const OUTCOMES = ['solved', 'partly', 'not_solved'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** How a closed request ended. */
export const ENDS = ['solved', 'partly', 'withdrawn', 'lapsed'] as const;

export type End = (typeof ENDS)[number];

export const SATISFACTION = ['satisfied', 'mostly', 'unsatisfied'] as const;

export type Satisfaction = (typeof SATISFACTION)[number];

/** handlers: only who deals with it. public: the resident agrees to the notice board, once the station has looked at it. */
export const OPENNESS = ['handlers', 'public'] as const;

/** Who may read the resident's name besides themselves: the deputy and the station, or the station alone. */
export const NAME_READERS = ['deputy', 'station'] as const;

export const EVENTS = [
  'submitted',
  'registered',
  'entered',
  'claimed',
  'opened',
  'answered',
  'read',
  'supplemented',
  'asked',
  'solved',
  'partly',
  'not_solved',
  'withdrawn',
  'taken',
  'passed',
  'reassigned',
  'noted',
  'lapse_told',
  'lapsed',
  'reopened',
  'published',
  'declined',
  'cleared',
  'kept_back',
  'hidden',
] as const;

export type EventKind = (typeof EVENTS)[number];

export const CATEGORIES = ['road', 'water', 'waste', 'health', 'school', 'care', 'land', 'work', 'other'] as const;

export type Category = (typeof CATEGORIES)[number];

/** What a viewer may do with a request; `RequestPage.may` lists those that are possible now. */
export const ACTS = [
  'answer',
  'ask',
  'note',
  'take',
  'pass',
  'supplement',
  'rate',
  'withdraw',
  'hide',
  'reassign',
  'screen',
  'decide',
  'print',
] as const;

export type Act = (typeof ACTS)[number];

export const State = z.enum(STATES);

export const Category = z.enum(CATEGORIES);

export const Outcome = z.enum(OUTCOMES);

export const End = z.enum(ENDS);

export const Publication = z.enum(['pending', 'published', 'declined']);

/** As whom somebody looks at a request: whose it is, who entered it for them, its deputy, another deputy of the village, the station. */
export const VIEWERS = ['resident', 'entrant', 'deputy', 'colleague', 'station'] as const;

export type Viewer = (typeof VIEWERS)[number];

export const Satisfaction = z.enum(SATISFACTION);

export const TrackingNumber = z.string();
