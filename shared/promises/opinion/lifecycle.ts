import { type Condition, lifeOf, type Move, type Row } from '../../kernel/lifecycle';
import type { State } from './states';

export type Side = 'department' | 'office';

/** What the table's conditions are about. */
export type Facts = {
  state: State;
  /** It was asked again before. */
  again: boolean;
  /** What was on the screen when they acted is older than what is so now. */
  seenOlder: boolean;
};

type When = Condition<Side, Facts>;
const sawThis: When = { holds: ({ seenOlder }) => !seenOlder, problem: 'promise_changed' };
const isFirstTime: When = { holds: ({ again }) => !again, problem: 'asked_again_before' };
const to = (state: State, clock: Move<State, Facts>['clock']): Move<State, Facts> => ({
  to: state,
  clock,
  silence: 'keep',
});
const everybody = ['department', 'office'] as const;

type Happening = Row<State, State, Side, Side, Facts>;

/** Everything that happens to an opinion. */
export const EVENTS = {
  sent: { act: null, by: ['office'], from: {}, tells: ['department'], readers: everybody },
  answered: {
    act: 'answer',
    by: ['department'],
    from: { sent: to('answered', 'stop'), asked_again: to('answered', 'stop') },
    matter: [sawThis],
    tells: ['office'],
    readers: everybody,
  },
  asked_again: {
    act: 'ask_again',
    by: ['office'],
    from: { answered: to('asked_again', 'restart') },
    matter: [sawThis, isFirstTime],
    tells: ['department'],
    readers: everybody,
  },
} as const satisfies Record<string, Happening>;
export type EventKind = keyof typeof EVENTS;
export const EVENT_KINDS = Object.keys(EVENTS) as [EventKind, ...EventKind[]];

export const { refusal, stateAfter, actsOf } = lifeOf<State, EventKind, Side, Facts>(EVENTS, 'promise_elsewhere');
