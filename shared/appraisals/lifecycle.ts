import { type Condition, lifeOf, type Move, type Row } from '../kernel/lifecycle';
import type { State } from './states';

/** Who acts on an appraisal: the office; whoever of the station, the deputies or the office tries it; the clock. */
export type Side = 'office' | 'trier' | 'clock';

/** What the table's conditions are about. */
export type Facts = {
  state: State;
  /** Questions, departments and a close in the future are there. */
  complete: boolean;
  /** The rule for the word has something to be counted of: where a drawn few are asked, 全体 is nobody's number. */
  decidable: boolean;
  /** Three people tried it since it was changed last, one of them in large letters (长辈版). */
  tried: boolean;
  /** Who acts is the one who approved it first. */
  approvedByThem: boolean;
  /** The box is not shut yet, and the close that is wanted is another one in the future. */
  movable: boolean;
  /** A close is proposed that is still to come, and it is the one that was seen. */
  proposed: boolean;
  /** Who acts is the one who proposed the other close. */
  proposedByThem: boolean;
  /** The proposal that was seen was taken back meanwhile. */
  withdrawn: boolean;
  /** What was on the screen when they acted is older than what is so now. */
  seenOlder: boolean;
};

type When = Condition<Side, Facts>;
const isComplete: When = { holds: ({ complete }) => complete, problem: 'campaign_unfinished' };
const isDecidable: When = { holds: ({ decidable }) => decidable, problem: 'outcome_unknown' };
const wasTried: When = { holds: ({ tried }) => tried, problem: 'campaign_untried' };
const isAnotherPerson: When = { holds: ({ approvedByThem }) => !approvedByThem, problem: 'second_person_needed' };
const isMovable: When = { holds: ({ movable }) => movable, problem: 'close_past' };
const isProposed: When = {
  holds: ({ proposed, seenOlder }) => proposed && !seenOlder,
  problem: 'campaign_changed',
};
const isNotWithdrawn: When = { holds: ({ withdrawn }) => !withdrawn, problem: 'close_withdrawn' };
const isNotTheProposer: When = { holds: ({ proposedByThem }) => !proposedByThem, problem: 'second_for_close' };
const sawThisDraft: When = { holds: ({ seenOlder }) => !seenOlder, problem: 'campaign_changed' };

const still = (to: State | 'same'): Move<State, Facts> => ({ to, clock: 'keep', silence: 'keep' });
const FROZEN = { open: 'campaign_frozen', closed: 'campaign_frozen', counted: 'campaign_frozen' } as const;
const SHUT = { closed: 'poll_closed', counted: 'poll_closed', published: 'poll_closed' } as const;
const own = { tells: [], readers: ['office'] as const };

type Happening = Row<State, State, Side, never, Facts>;

/** Everything that happens to an appraisal, from its first draft to the published result. Casting a ballot is no event: nothing is written of it. */
export const EVENTS = {
  created: { act: null, by: ['office'], from: {}, ...own },
  edited: {
    act: 'edit',
    by: ['office'],
    from: { preparing: still('same'), approved: still('preparing') },
    otherwise: { ...FROZEN, published: 'campaign_frozen' },
    matter: [sawThisDraft],
    ...own,
  },
  tried: {
    act: 'try',
    by: ['office', 'trier'],
    from: { preparing: still('same'), approved: still('same') },
    otherwise: { ...FROZEN, published: 'campaign_frozen' },
    matter: [sawThisDraft],
    ...own,
  },
  /** The first of two people opens it (开票要两个人一起点). */
  approved: {
    act: 'approve',
    by: ['office'],
    from: { preparing: still('approved') },
    otherwise: { ...FROZEN, published: 'campaign_frozen', approved: 'second_person_needed' },
    matter: [sawThisDraft, isComplete, isDecidable, wasTried],
    ...own,
  },
  /** The second; from here on nobody changes what was asked of whom. */
  opened: {
    act: 'open',
    by: ['office'],
    from: { approved: still('open') },
    otherwise: { ...FROZEN, published: 'campaign_frozen' },
    person: [isAnotherPerson],
    matter: [sawThisDraft, isComplete, isDecidable],
    ...own,
  },
  dropped: {
    act: 'drop',
    by: ['office'],
    from: { preparing: still('dropped'), approved: still('dropped') },
    otherwise: { ...FROZEN, published: 'campaign_frozen' },
    ...own,
  },
  /** One of the office wants the box shut earlier or later, and says why (提前关、延期要两个人一起点). */
  close_proposed: {
    act: 'propose_close',
    by: ['office'],
    from: { open: still('same') },
    otherwise: SHUT,
    matter: [isMovable],
    ...own,
  },
  /** Another one agrees: from now on that is the close, and everybody reads why. What was frozen at the opening stays as it is. */
  close_moved: {
    act: 'move_close',
    by: ['office'],
    from: { open: still('same') },
    otherwise: SHUT,
    person: [isNotTheProposer],
    matter: [isNotWithdrawn, isProposed, isMovable],
    ...own,
  },
  /** Either of the two takes the proposal back before it is agreed to (撤回); it shuts when it did. */
  close_withdrawn: {
    act: 'withdraw_close',
    by: ['office'],
    from: { open: still('same') },
    otherwise: SHUT,
    matter: [isNotWithdrawn, isProposed],
    ...own,
  },
  closed: { act: null, by: ['clock'], from: { open: still('closed') }, ...own },
  counted: { act: null, by: ['clock'], from: { closed: still('counted') }, ...own },
  published: { act: null, by: ['clock'], from: { counted: still('published') }, ...own },
} as const satisfies Record<string, Happening>;
export type EventKind = keyof typeof EVENTS;

export const { refusal, stateAfter, actsOf } = lifeOf<State, EventKind, Side, Facts>(EVENTS, 'campaign_not_open');
