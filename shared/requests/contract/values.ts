import * as z from 'zod/mini';
import { ACTS, ENDS, EVENT_KINDS, OUTCOMES, PUBLICATIONS, STATE_NAMES, VIEWERS } from '../lifecycle';

export const SATISFACTION = ['satisfied', 'mostly', 'unsatisfied'] as const;

export type Satisfaction = (typeof SATISFACTION)[number];

/** handlers: only who deals with it. public: the resident agrees to the notice board, once the station has looked at it. */
export const OPENNESS = ['handlers', 'public'] as const;

/** Who may read the resident's name besides themselves: the deputy and the station, or the station alone. */
export const NAME_READERS = ['deputy', 'station'] as const;

export const CATEGORIES = ['road', 'water', 'waste', 'health', 'school', 'care', 'land', 'work', 'other'] as const;

export type Category = (typeof CATEGORIES)[number];

export const State = z.enum(STATE_NAMES);
export const EventKind = z.enum(EVENT_KINDS);
/** What a viewer may do with a request; `RequestPage.may` lists those that are possible now. */
export const Act = z.enum(ACTS);
export const Viewer = z.enum(VIEWERS);

export const Category = z.enum(CATEGORIES);

export const Outcome = z.enum(OUTCOMES);

export const End = z.enum(ENDS);

export const Publication = z.enum(PUBLICATIONS);

export const Satisfaction = z.enum(SATISFACTION);

export const TrackingNumber = z.string();
