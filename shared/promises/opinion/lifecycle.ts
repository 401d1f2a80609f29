import { type Condition, type Move, moveOf, type Row, refusalOf } from '../../kernel/lifecycle';
import type { ProblemCode } from '../../kernel/problems';
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
const OFFERED = EVENT_KINDS.filter((event) => EVENTS[event].act !== null);

/** Why these sides can't bring an event about now; null when they can. The same answer offers a button and guards a verb. */
export function refusal(event: EventKind, facts: Facts, sides: readonly Side[]): ProblemCode | null {
  const at = { at: facts.state, otherwise: 'promise_elsewhere' as const };
  return refusalOf<State, State, Side, Facts>(EVENTS[event] as Happening, at, facts, sides);
}

/** The buttons of these sides. */
export function actsOf(facts: Facts, sides: readonly Side[]): string[] {
  return OFFERED.filter((event) => refusal(event, facts, sides) === null).map((event) => EVENTS[event].act as string);
}

/** Where an event leads. @throws Error where it leads nowhere: ask `refusal` first */
export function stateAfter(event: EventKind, facts: Facts): State {
  const move = moveOf<State, State, Side, Facts>(EVENTS[event] as Happening, facts.state, facts);
  if (!move) throw new Error(`${event} leads nowhere from ${facts.state}`);
  return move.to as State;
}
