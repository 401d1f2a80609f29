import { type Condition, lifeOf, type Move, type Row } from '../kernel/lifecycle';
import type { Extension, Side, State, Why } from './states';

/** What the table's conditions are about. */
export type Facts = {
  state: State;
  /** Its day has come, … */
  due: boolean;
  /** … and is over. */
  over: boolean;
  /** What became of more days, where they were asked for since it was promised. */
  extension: Extension | null;
  why: Why | null;
  /** What was on the screen when they acted is older than what is so now. */
  seenOlder: boolean;
};

type When = Condition<Side, Facts>;
const sawThis: When = { holds: ({ seenOlder }) => !seenOlder, problem: 'promise_changed' };
const hasDays: When = { holds: ({ over }) => !over, problem: 'promise_overdue' };
const askedNoDays: When = { holds: ({ extension }) => extension === null, problem: 'extension_asked_before' };
const waitsForDays: When = { holds: ({ extension }) => extension === 'asked', problem: 'extension_not_asked' };
const wasNotAsked: When = { holds: ({ why }) => why === null, problem: 'why_asked_before' };
const owesReason: When = { holds: ({ why }) => why === 'asked', problem: 'why_not_asked' };
const isDue = ({ due }: Facts) => due;
const isOver = ({ over }: Facts) => over;

const to = (state: State | 'same', clock: Move<State, Facts>['clock'] = 'keep'): Move<State, Facts> => ({
  to: state,
  clock,
  silence: 'keep',
});
const everybody = ['department', 'station', 'office'] as const;

/** Whom an event is told to: the department's people, the stations that look, the office, and whoever asked to be told whether it is kept. */
export type Recipient = 'department' | 'station' | 'office' | 'followers';

type Happening = Row<State, State, Side, Recipient, Facts>;

/** Everything that happens to a promise. What it was promised for (an appraisal, an answer, an inspection) is not its concern. */
export const EVENTS = {
  created: { act: null, by: ['department'], from: {}, tells: [], readers: everybody },
  /** More days, asked for once, while there are some left. */
  extension_asked: {
    act: 'extend',
    by: ['department'],
    from: { promised: to('same') },
    matter: [sawThis, askedNoDays, hasDays],
    tells: ['office'],
    readers: everybody,
  },
  /** Also when the day went by while the office had not answered: it was asked for in time. */
  extension_granted: {
    act: 'grant',
    by: ['office'],
    from: { promised: to('same', 'restart'), not_kept: to('promised', 'restart') },
    matter: [sawThis, waitsForDays],
    tells: ['department'],
    readers: everybody,
  },
  extension_refused: {
    act: 'refuse',
    by: ['office'],
    from: { promised: to('same'), not_kept: to('same') },
    matter: [sawThis, waitsForDays],
    tells: ['department'],
    readers: everybody,
  },
  said_done: {
    act: 'done',
    by: ['department'],
    from: { promised: to('said_done', 'pause'), not_kept: to('said_done', 'pause') },
    matter: [sawThis],
    tells: ['station'],
    readers: everybody,
  },
  /** Those it is for have the last word: seen, or told. */
  seen_done: {
    act: 'seen_done',
    by: ['station', 'office'],
    from: {
      promised: { ...to('kept', 'stop'), when: isDue },
      said_done: to('kept', 'stop'),
      not_kept: to('kept', 'stop'),
    },
    otherwise: { promised: 'promise_not_due' },
    matter: [sawThis],
    tells: ['department', 'followers'],
    readers: everybody,
  },
  seen_not_done: {
    act: 'seen_not_done',
    by: ['station', 'office'],
    from: {
      promised: { ...to('not_kept'), when: isDue },
      said_done: to('not_kept', 'resume'),
      not_kept: to('same'),
    },
    otherwise: { promised: 'promise_not_due' },
    matter: [sawThis],
    tells: ['department', 'office', 'followers'],
    readers: everybody,
  },
  overdue: {
    act: null,
    by: ['clock'],
    from: { promised: { ...to('not_kept'), when: isOver } },
    tells: ['department', 'station', 'office', 'followers'],
    readers: everybody,
  },
  asked_why: {
    act: 'ask_why',
    by: ['office'],
    from: { not_kept: to('same') },
    matter: [sawThis, wasNotAsked],
    tells: ['department'],
    readers: everybody,
  },
  explained: {
    act: 'explain',
    by: ['department'],
    from: { not_kept: to('same') },
    matter: [sawThis, owesReason],
    tells: ['office'],
    readers: everybody,
  },
  /** It has to be done again, or after all, until a new day. */
  reopened: {
    act: 'reopen',
    by: ['office'],
    from: {
      said_done: to('promised', 'restart'),
      kept: to('promised', 'restart'),
      not_kept: to('promised', 'restart'),
    },
    matter: [sawThis],
    tells: ['department', 'followers'],
    readers: everybody,
  },
} as const satisfies Record<string, Happening>;
export type EventKind = keyof typeof EVENTS;
export const EVENT_KINDS = Object.keys(EVENTS) as [EventKind, ...EventKind[]];

export const { refusal, stateAfter, actsOf } = lifeOf<State, EventKind, Side, Facts>(EVENTS, 'promise_elsewhere');

/** Whom an event is told to. */
export function tellsOf(event: EventKind): readonly Recipient[] {
  return EVENTS[event].tells;
}
