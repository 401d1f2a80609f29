import { type Condition, lifeOf, type Move, type Row } from '../../kernel/lifecycle';
import type { Receipt, Side, State } from './states';

/** What the table's conditions are about. */
export type Facts = {
  state: State;
  /** What was on the screen when they acted is older than what is so now. */
  seenOlder: boolean;
  /** There are deputies who are asked what they think of it. */
  hasRaters: boolean;
  /** What the caller has done with the receipt as a deputy; null: they are not asked. */
  mine: Receipt | null;
  /** Everybody who is asked has given their word or is a deputy no more, or their days are over. */
  complete: boolean;
  /** The day by which it is handed in is over, and nobody has said so yet. */
  overdue: boolean;
  departmentEnded: boolean;
  /** More than half of those who rated are not satisfied. */
  dissatisfied: boolean;
  /** It was sent back before. */
  returned: boolean;
};

type When = Condition<Side, Facts>;
const sawThis: When = { holds: ({ seenOlder }) => !seenOlder, problem: 'promise_changed' };
const isAsked: When = { holds: ({ mine }) => mine !== null && mine !== 'left', problem: 'not_found' };
const hasNotRated: When = { holds: ({ mine }) => mine !== 'given', problem: 'receipt_given_before' };
const departmentIs: When = { holds: ({ departmentEnded }) => !departmentEnded, problem: 'report_of_no_department' };
const isFirstTime: When = { holds: ({ returned }) => !returned, problem: 'report_returned_before' };
const mostAreNot: When = { holds: ({ dissatisfied }) => dissatisfied, problem: 'report_not_dissatisfied' };
const isComplete = ({ complete }: Facts) => complete;
const isOverdue = ({ overdue }: Facts) => overdue;
const isNobodys = ({ departmentEnded }: Facts) => departmentEnded;
const hasNoRaters = ({ hasRaters }: Facts) => !hasRaters;

const to = (state: State | 'same', clock: Move<State, Facts>['clock'] = 'keep'): Move<State, Facts> => ({
  to: state,
  clock,
  silence: 'keep',
});
const everybody = ['department', 'deputy', 'office'] as const;

/** Whom an event is told to: the department's people, the deputies who are asked, the office. */
export type Recipient = 'department' | 'deputies' | 'office';

type Happening = Row<State, State, Side, Recipient, Facts>;

/** Where nobody is asked, because no promise comes from a deputy's matter, it is as good as rated. */
const handedIn = [{ ...to('rated', 'stop'), when: hasNoRaters }, to('handed_in', 'restart')] as const;

/** Everything that happens to a report. The promises in it live on; what was handed in stays as it was. */
export const EVENTS = {
  opened: { act: null, by: ['clock'], from: {}, tells: ['department'], readers: everybody },
  overdue: {
    act: null,
    by: ['clock'],
    from: { open: { ...to('same'), when: isOverdue }, returned: { ...to('same'), when: isOverdue } },
    tells: ['department', 'office'],
    readers: everybody,
  },
  handed_in: {
    act: 'hand_in',
    by: ['department'],
    from: { open: handedIn, returned: handedIn },
    matter: [sawThis],
    tells: ['deputies', 'office'],
    readers: everybody,
  },
  /** Final at once. Of who said what nobody reads before all have said it. */
  receipt_given: {
    act: 'rate',
    by: ['deputy'],
    from: { handed_in: to('same') },
    person: [isAsked],
    matter: [sawThis, hasNotRated],
    tells: [],
    readers: [],
  },
  /** Their term ended before they had rated; whoever comes after them is not asked. */
  deputy_left: { act: null, by: ['clock'], from: { handed_in: to('same') }, tells: [], readers: ['office'] },
  rated: {
    act: null,
    by: ['deputy', 'clock'],
    from: { handed_in: { ...to('rated', 'stop'), when: isComplete } },
    tells: ['department', 'office'],
    readers: everybody,
  },
  returned: {
    act: 'return',
    by: ['office'],
    from: { rated: to('returned', 'restart') },
    matter: [sawThis, departmentIs, isFirstTime, mostAreNot],
    tells: ['department'],
    readers: everybody,
  },
  dissolved: {
    act: null,
    by: ['clock'],
    from: {
      open: { ...to('closed', 'stop'), when: isNobodys },
      returned: { ...to('closed', 'stop'), when: isNobodys },
    },
    tells: ['office'],
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
