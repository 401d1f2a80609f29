import { type Condition, lifeOf, type Move, type Row } from '../kernel/lifecycle';
import { MOST_PARTS } from './limits';
import { type Extension, MOST_QUESTIONS, type Side, type State } from './states';

/** What the table's conditions are about. */
export type Facts = {
  state: State;
  /** The days in which it can be given back are not over. */
  canReturn: boolean;
  /** The office named this department after others gave it back. */
  final: boolean;
  /** What it asked of whoever assigned it waits, or a question of its waits for an answer. */
  waits: boolean;
  /** How often it has asked a question. */
  questions: number;
  /** It asked for more days before, or somebody who had it then. */
  extension: Extension | null;
  /** The last day of the answer is over. */
  overdue: boolean;
  /** How many departments work on it beside this one, and how many owe a part without which it can't answer. */
  parts: number;
  partsMissing: number;
  /** What was on the screen when they acted is older than what is so now. */
  seenOlder: boolean;
};

type When = Condition<Side, Facts>;
const sawThis: When = { holds: ({ seenOlder }) => !seenOlder, problem: 'assignment_changed' };
const isNotFinal: When = { holds: ({ final }) => !final, problem: 'return_final' };
const isInTime: When = { holds: ({ canReturn }) => canReturn, problem: 'return_too_late' };

const waitsForNothing: When = { holds: ({ waits }) => !waits, problem: 'assignment_waits' };
const mayAskAgain: When = { holds: ({ questions }) => questions < MOST_QUESTIONS, problem: 'questions_used' };
const askedForNoDays: When = { holds: ({ extension }) => extension === null, problem: 'extension_used' };
const isNotOverdue: When = { holds: ({ overdue }) => !overdue, problem: 'extension_late' };
const mayAskMore: When = { holds: ({ parts }) => parts < MOST_PARTS, problem: 'parts_full' };
const everyPartIsDone: When = { holds: ({ partsMissing }) => partsMissing === 0, problem: 'parts_missing' };

const to = (state: State | 'same'): Move<State, Facts> => ({ to: state, clock: 'keep', silence: 'keep' });
const everybody = ['department', 'assigner'] as const;

/** Nobody is told by this table: what the assignment belongs to tells whom its own names. */
type Happening = Row<State, State, Side, never, Facts>;

/** Everything that happens to an assignment. The clock is of what it belongs to, and no event of this table moves it: a return never resets it. */
export const EVENTS = {
  created: { act: null, by: ['assigner'], from: {}, tells: [], readers: everybody },
  accepted: {
    act: 'accept',
    by: ['department'],
    from: { offered: to('accepted') },
    // A colleague was faster.
    otherwise: { accepted: 'assignment_changed', answered: 'assignment_changed' },
    matter: [sawThis],
    tells: [],
    readers: everybody,
  },
  /** 不归我管, written and with reasons, within the county's days; passing on by itself is not possible. */
  returned: {
    act: 'return',
    by: ['department'],
    from: { offered: to('returned') },
    otherwise: { accepted: 'return_after_accepting' },
    matter: [sawThis, isNotFinal, isInTime],
    tells: [],
    readers: everybody,
  },
  /** 先说一声进展: asks nothing, and no clock stops. */
  progressed: {
    act: 'progress',
    by: ['department'],
    from: { offered: to('accepted'), accepted: to('same'), answered: to('same') },
    matter: [sawThis],
    tells: [],
    readers: everybody,
  },
  /** 问一句: whoever assigned it passes the question on, or not. Whether it is theirs they need not say before. */
  asked: {
    act: 'ask',
    by: ['department'],
    from: { offered: to('same'), accepted: to('same') },
    matter: [sawThis, waitsForNothing, mayAskAgain],
    tells: [],
    readers: everybody,
  },
  forwarded: {
    act: null,
    by: ['assigner'],
    from: { offered: to('same'), accepted: to('same') },
    tells: [],
    readers: everybody,
  },
  /** It was answered, or not passed on, or nobody answered in time. */
  question_ended: {
    act: null,
    by: ['assigner'],
    from: { offered: to('same'), accepted: to('same') },
    tells: [],
    readers: everybody,
  },
  /** 要宽限: more days, once, with the reason, while there are some left. Who wants them has taken it. */
  extension_asked: {
    act: 'extend',
    by: ['department'],
    from: { offered: to('accepted'), accepted: to('same') },
    matter: [sawThis, waitsForNothing, askedForNoDays, isNotOverdue],
    tells: [],
    readers: everybody,
  },
  extension_granted: {
    act: null,
    by: ['assigner'],
    from: { accepted: to('same') },
    tells: [],
    readers: everybody,
  },
  extension_refused: {
    act: null,
    by: ['assigner'],
    from: { accepted: to('same') },
    tells: [],
    readers: everybody,
  },
  /** 叫人一起办: it asks other departments for their opinion (协办). Who does has taken it; the answer stays its own. */
  involved: {
    act: 'involve',
    by: ['department'],
    from: { offered: to('accepted'), accepted: to('same') },
    matter: [sawThis, mayAskMore],
    tells: [],
    readers: everybody,
  },
  /** Who answers has taken it. It does not wait for opinions; where each does its part (分办) it answers for all of them. */
  answered: {
    act: 'answer',
    by: ['department'],
    from: { offered: to('answered'), accepted: to('answered') },
    matter: [sawThis, everyPartIsDone],
    tells: [],
    readers: everybody,
  },
  /** Not solved, says whoever it is for: the same department does it again. */
  reopened: {
    act: null,
    by: ['assigner'],
    from: { answered: to('accepted') },
    tells: [],
    readers: everybody,
  },
  taken_back: {
    act: null,
    by: ['assigner'],
    from: { offered: to('taken_back'), accepted: to('taken_back'), answered: to('taken_back') },
    tells: [],
    readers: everybody,
  },
} as const satisfies Record<string, Happening>;
export type EventKind = keyof typeof EVENTS;

export const { refusal, stateAfter, actsOf } = lifeOf<State, EventKind, Side, Facts>(EVENTS, 'assignment_elsewhere');

/** What a department does. */
export type DepartmentEvent = Extract<
  EventKind,
  'accepted' | 'returned' | 'progressed' | 'asked' | 'extension_asked' | 'involved' | 'answered'
>;
export const ACTS = ['accept', 'return', 'progress', 'ask', 'extend', 'involve', 'answer'] as const;
