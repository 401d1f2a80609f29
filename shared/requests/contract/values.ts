import * as z from 'zod/mini';
import { ENDS, OUTCOMES, PUBLICATIONS, STATE_NAMES } from '../states';

/** How content a resident is with the attitude and with the result (满意、基本满意、不满意). */
export const SATISFACTION = ['satisfied', 'mostly', 'unsatisfied'] as const;

export type Satisfaction = (typeof SATISFACTION)[number];

/** handlers: only who deals with it. public: the resident agrees to the notice board, once the station has looked at it. */
export const OPENNESS = ['handlers', 'public'] as const;

/** Who may read the resident's name besides themselves: the deputy and the station, or the station alone. */
export const NAME_READERS = ['deputy', 'station'] as const;

/** What a request is about. */
export const CATEGORIES = ['road', 'water', 'waste', 'health', 'school', 'care', 'land', 'work', 'other'] as const;

export type Category = (typeof CATEGORIES)[number];

/** Where a request is; `shared/requests/states.ts` says what each means. */
export const State = z.enum(STATE_NAMES);

/** What it is about. */
export const Category = z.enum(CATEGORIES);

/** What a resident says of an answer. */
export const Outcome = z.enum(OUTCOMES);

/** How it ended. */
export const End = z.enum(ENDS);

/** How it stands to the notice board. */
export const Publication = z.enum(PUBLICATIONS);

/** How content the resident is. */
export const Satisfaction = z.enum(SATISFACTION);

/** The number a person reads out (受理编号), nine digits of which the last checks the others. */
export const TrackingNumber = z.string();

/** The days that count until the answer is due, negative once it is late; null while it waits for nobody's answer. */
export const DaysLeft = z.optional(z.nullable(z.int()));
