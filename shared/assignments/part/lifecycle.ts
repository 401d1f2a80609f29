import { type Condition, lifeOf, type Move, type Row } from '../../kernel/lifecycle';
import type { PartState } from './states';

/** `lead` is the department that has the matter; `assigner` is whoever gave it the matter. */
export type Side = 'cohandler' | 'lead' | 'assigner' | 'clock';

/** What the table's conditions are about. */
export type Facts = {
  state: PartState;
  /** Its last day is over, and nobody was told so yet. */
  overdue: boolean;
  /** The department is not on the roll any more. */
  dissolved: boolean;
  /** What was on the screen when they acted is older than what is so now. */
  seenOlder: boolean;
};

type When = Condition<Side, Facts>;
const sawThis: When = { holds: ({ seenOlder }) => !seenOlder, problem: 'part_changed' };
const isOverdue: When = { holds: ({ overdue }) => overdue, problem: 'not_found' };
const isDissolved: When = { holds: ({ dissolved }) => dissolved, problem: 'not_found' };
const to = (state: PartState | 'same', clock: Move<PartState, Facts>['clock'] = 'keep'): Move<PartState, Facts> => ({
  to: state,
  clock,
  silence: 'keep',
});
const everybody = ['cohandler', 'lead', 'assigner'] as const;

type Happening = Row<PartState, PartState, Side, Exclude<Side, 'clock'>, Facts>;

/** Everything that happens to a part. Its clock is its own, and the one of whoever waits for the answer never stands for it. */
export const EVENTS = {
  asked: { act: null, by: ['lead', 'assigner'], from: {}, tells: ['cohandler'], readers: everybody },
  given: {
    act: 'give',
    by: ['cohandler'],
    from: { asked: to('given', 'stop') },
    // A colleague was faster.
    otherwise: { given: 'part_changed' },
    matter: [sawThis],
    tells: ['lead'],
    readers: everybody,
  },
  /** Written anew, while the lead has not answered. */
  changed: {
    act: 'change',
    by: ['cohandler'],
    from: { given: to('same') },
    matter: [sawThis],
    tells: ['lead'],
    readers: everybody,
  },
  /** Nobody needs it after all. What was given can't be withdrawn: the lead does not choose whose opinion its answer leaves out. */
  withdrawn: {
    act: 'withdraw',
    by: ['lead', 'assigner'],
    from: { asked: to('withdrawn', 'stop') },
    otherwise: { given: 'part_given' },
    matter: [sawThis],
    tells: ['cohandler'],
    readers: everybody,
  },
  /** The lead answers, and its answer says what this department said. */
  carried: {
    act: null,
    by: ['lead'],
    from: { given: to('carried') },
    tells: [],
    readers: everybody,
  },
  /** The lead answers without it, or has the matter no more. */
  ended: {
    act: null,
    by: ['lead', 'assigner'],
    from: { asked: to('withdrawn', 'stop'), given: to('withdrawn') },
    tells: ['cohandler'],
    readers: everybody,
  },
  /** Past its day: who leads hears it, and one level up whoever assigned it. */
  overdue: {
    act: null,
    by: ['clock'],
    from: { asked: to('same') },
    matter: [isOverdue],
    tells: ['cohandler', 'lead', 'assigner'],
    readers: everybody,
  },
  /** There is nobody left who could. */
  dissolved: {
    act: null,
    by: ['clock'],
    from: { asked: to('withdrawn', 'stop') },
    matter: [isDissolved],
    tells: ['lead'],
    readers: everybody,
  },
} as const satisfies Record<string, Happening>;
export type EventKind = keyof typeof EVENTS;
export const EVENT_KINDS = Object.keys(EVENTS) as [EventKind, ...EventKind[]];

export const { refusal, stateAfter, actsOf } = lifeOf<PartState, EventKind, Side, Facts>(EVENTS, 'part_elsewhere');

export const tellsOf = (event: EventKind): readonly Side[] => EVENTS[event].tells;

/** What a person may do with a part. */
export const PART_ACTS = ['give', 'change', 'withdraw'] as const;
