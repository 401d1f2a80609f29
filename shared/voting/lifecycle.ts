import { type Condition, type Move, moveOf, type Row, refusalOf } from '../kernel/lifecycle';
import type { ProblemCode } from '../kernel/problems';
import type { State } from './states';

/** Who acts on words: the two people of the office who screen them (审的两个人). */
export type Side = 'screener';

/** What the table's conditions are about. */
export type Facts = {
  state: State;
  /** Who acts is the one who marked it. */
  markedByThem: boolean;
  /** What was on the screen when they acted is older than what is so now. */
  seenOlder: boolean;
  /** The words of this vote are published. */
  published: boolean;
  /** It was refused as a report against somebody: what it says is not shown here any more. */
  reported: boolean;
  /** Of the words something is left that can be read. */
  somethingLeft: boolean;
};

type When = Condition<Side, Facts>;
const isAnotherPerson: When = { holds: ({ markedByThem }) => !markedByThem, problem: 'screener_same' };
const sawThis: When = { holds: ({ seenOlder }) => !seenOlder, problem: 'words_changed' };
const notPublished: When = { holds: ({ published }) => !published, problem: 'words_published' };
const notReported: When = { holds: ({ reported }) => !reported, problem: 'words_reported' };
const somethingLeft: When = { holds: (facts) => facts.somethingLeft, problem: 'words_nothing_left' };

const still = (to: State): Move<State, Facts> => ({ to, clock: 'keep', silence: 'keep' });
const own = { tells: [], readers: ['screener'] as const };

type Happening = Row<State, State, Side, never, Facts>;

/** Everything that happens to words after the count, until all of them are published together. */
export const EVENTS = {
  /** What goes is marked (标); once more where something was missed (再去掉一处), and then the other one has to look. */
  marked: {
    act: 'mark',
    by: ['screener'],
    from: { waiting: still('marked'), marked: still('marked') },
    matter: [notPublished, sawThis],
    ...own,
  },
  /** Never by the one who marked it. */
  released: {
    act: 'release',
    by: ['screener'],
    from: { marked: still('released') },
    person: [isAnotherPerson],
    matter: [notPublished, sawThis, somethingLeft],
    ...own,
  },
  /** Also what is out already, where it turns out that it should not be. */
  refused: {
    act: 'refuse',
    by: ['screener'],
    from: { waiting: still('refused'), marked: still('refused'), released: still('refused') },
    matter: [sawThis],
    ...own,
  },
  /** Back to the beginning (请另一个人看). */
  reopened: {
    act: 'reopen',
    by: ['screener'],
    from: { marked: still('waiting'), released: still('waiting'), refused: still('waiting') },
    matter: [notPublished, notReported, sawThis],
    ...own,
  },
} as const satisfies Record<string, Happening>;
export type EventKind = keyof typeof EVENTS;
const EVENT_KINDS = Object.keys(EVENTS) as EventKind[];

/** Why these sides can't bring an event about now; null when they can. The same answer offers a button and guards a verb. */
export function refusal(event: EventKind, facts: Facts, sides: readonly Side[]): ProblemCode | null {
  const at = { at: facts.state, otherwise: 'words_changed' as const };
  return refusalOf<State, State, Side, Facts>(EVENTS[event] as Happening, at, facts, sides);
}

/** Where an event leads. @throws Error where it leads nowhere: ask `refusal` first */
export function stateAfter(event: EventKind, facts: Facts): State {
  const move = moveOf<State, State, Side, Facts>(EVENTS[event] as Happening, facts.state, facts);
  if (!move || move.to === 'same') throw new Error(`${event} leads nowhere from ${facts.state}`);
  return move.to;
}

/** What a screener is offered now. */
export function actsOf(facts: Facts): string[] {
  return EVENT_KINDS.filter((event) => refusal(event, facts, ['screener']) === null).map((event) => EVENTS[event].act);
}
