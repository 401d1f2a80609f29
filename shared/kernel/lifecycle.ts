import type { ProblemCode } from './problems';

/**
 * A life is one table: a row is an event, and says who may bring it about, from which states, on what conditions, what becomes of state,
 * clock and silence, who is told and who may read it. From the table follow the buttons that are offered, what a verb refuses, the row that is
 * written, and `docs/lifecycles.md`. Nothing is allowed that no row allows.
 */

/** What an event does to the days in which somebody has to act: `extend` puts the last one off. */
export type ClockChange = 'start' | 'keep' | 'pause' | 'resume' | 'extend' | 'stop' | 'restart';

/** What it does to the days of silence after which a matter is put away: `warn` says that they are nearly over; `ask` starts the shorter ones of a question after which whoever asked goes on without an answer. */
export type SilenceChange = 'start' | 'ask' | 'keep' | 'stop' | 'warn';

/** One way from a state; `when` narrows it to some facts, and the first that fits counts. */
export type Move<State extends string, Facts> = {
  to: State | 'same';
  clock: ClockChange;
  silence: SilenceChange;
  /** Has a name that says the condition, for the printed table. */
  when?: (facts: Facts) => boolean;
};

/** A condition, under a name that says it, and the problem where it does not hold. */
export type Condition<Side extends string, Facts> = {
  holds: (facts: Facts, sides: readonly Side[]) => boolean;
  problem: ProblemCode;
};

/** `From` are the states an event can start from, which may be told apart more finely than `State`. */
export type Row<State extends string, From extends string, Side extends string, Recipient extends string, Facts> = {
  /** The name under which a person is offered it; null where nobody is. */
  act: string | null;
  by: readonly Side[];
  from: Partial<Record<From, Move<State, Facts> | readonly Move<State, Facts>[]>>;
  /** Why it can't be from the other states. */
  otherwise?: Partial<Record<From, ProblemCode>>;
  /** Conditions on who does it, asked before the state, … */
  person?: readonly Condition<Side, Facts>[];
  /** … and on the matter, asked after it. */
  matter?: readonly Condition<Side, Facts>[];
  tells: readonly Recipient[];
  readers: readonly Side[];
};

/** The way an event leads on from where a matter is; null where there is none. */
export function moveOf<State extends string, From extends string, Side extends string, Facts>(
  { from }: Pick<Row<State, From, Side, string, Facts>, 'from'>,
  at: From,
  facts: Facts,
): Move<State, Facts> | null {
  const moves = [from[at] ?? []].flat() as Move<State, Facts>[];
  return moves.find(({ when }) => !when || when(facts)) ?? null;
}

/**
 * Why somebody on these sides can't bring an event about now; null when they can. The same answer offers a button and guards a verb. It
 * denies by default: who is on no side of the row is told that there is no such matter. `otherwise` is said of a state for which the row has
 * no reason of its own.
 */
export function refusalOf<State extends string, From extends string, Side extends string, Facts>(
  row: Row<State, From, Side, string, Facts>,
  { at, otherwise }: { at: From; otherwise: ProblemCode },
  facts: Facts,
  sides: readonly Side[],
): ProblemCode | null {
  const failed = (conditions: readonly Condition<Side, Facts>[] = []) =>
    conditions.find(({ holds }) => !holds(facts, sides))?.problem ?? null;
  if (!row.by.some((side) => sides.includes(side))) return 'not_found';
  const person = failed(row.person);
  if (person) return person;
  return moveOf(row, at, facts) ? failed(row.matter) : (row.otherwise?.[at] ?? otherwise);
}

/** A table whose events start from the states themselves: what it allows, where it leads, and what is offered. */
export type Life<State extends string, Event extends string, Side extends string, Facts> = {
  /** Why these sides can't bring an event about now; null when they can. The same answer offers a button and guards a verb. */
  refusal(event: Event, facts: Facts, sides: readonly Side[]): ProblemCode | null;
  /** Where an event leads. @throws Error where it leads nowhere: ask `refusal` first */
  stateAfter(event: Event, facts: Facts): State;
  /** The buttons of these sides. */
  actsOf(facts: Facts, sides: readonly Side[]): string[];
};

/** @param otherwise the problem in a state for which a row has no reason of its own */
export function lifeOf<
  State extends string,
  Event extends string,
  Side extends string,
  Facts extends { readonly state: State },
>(
  events: Readonly<Record<Event, Row<State, State, Side, string, Facts>>>,
  otherwise: ProblemCode,
): Life<State, Event, Side, Facts> {
  const rows = Object.entries(events) as [Event, Row<State, State, Side, string, Facts>][];
  const refusal = (event: Event, facts: Facts, sides: readonly Side[]) =>
    refusalOf(events[event], { at: facts.state, otherwise }, facts, sides);
  return {
    refusal,
    stateAfter(event, facts) {
      const move = moveOf(events[event], facts.state, facts);
      if (!move) throw new Error(`${event} leads nowhere from ${facts.state}`);
      return move.to === 'same' ? facts.state : move.to;
    },
    actsOf: (facts, sides) =>
      rows.flatMap(([event, { act }]) => (act !== null && refusal(event, facts, sides) === null ? act : [])),
  };
}

/** What becomes of a state that only follows (publication, the check of words): by event, from state to state. What is not named stays. */
export type Transitions<State extends string, Event extends string> = Partial<
  Record<Event, Partial<Record<State, State>>>
>;

/** The state after an event; the same where the event changes nothing. */
export function following<State extends string, Event extends string>(
  transitions: Transitions<State, Event>,
  event: Event,
  state: State,
): State {
  return transitions[event]?.[state] ?? state;
}
