import { type Condition, lifeOf, type Move, type Row } from '../kernel/lifecycle';
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

export const { refusal, stateAfter, actsOf } = lifeOf<State, EventKind, Side, Facts>(EVENTS, 'words_changed');
