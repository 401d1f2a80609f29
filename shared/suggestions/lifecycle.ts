import { type Condition, lifeOf, type Move, type Row } from '../kernel/lifecycle';
import { type CosignerState, INVITED, type Side, type State } from './states';

/** What the table's conditions are about. */
export type Facts = {
  state: State;
  /** 1, and 2 once the lead was not satisfied. */
  round: number;
  /** As what the caller is on it beside the lead; null: not at all. */
  mine: CosignerState | null;
  /** What was on the screen when they acted is older than what is so now; of the words alone, for those who act on them. */
  seenOlder: boolean;
  wordsOlder: boolean;
  /** The caller is a serving deputy of the county. */
  serves: boolean;
  /** The lead still is. */
  leadServes: boolean;
  /** The department that has it is on the roll. */
  departmentServes: boolean;
  /** It spoke with the deputies in this round, and nobody says that it did not. */
  contacted: boolean;
  /** What the department asked, and nobody has answered. */
  asks: 'question' | 'days' | null;
  extended: boolean;
  /** It was given six months when it was assigned: there are no more. */
  complex: boolean;
  /** Its day is over, and the clock has not said so yet. */
  overdue: boolean;
  urgedToday: boolean;
  /** Every co-signer said what they think of the answer, or their days are over. */
  cosignersHeard: boolean;
  /** The days for the rating are over, … */
  ratingOver: boolean;
  /** … and the lead was reminded. */
  ratingReminded: boolean;
  marked: boolean;
  /** It is handled with another, which leads (并案). */
  joined: boolean;
  /** The committee that watches over it is none any more. */
  watcherEnded: boolean;
};

type When = Condition<Side, Facts>;
const sawThis: When = { holds: ({ seenOlder }) => !seenOlder, problem: 'suggestion_changed' };
const sawTheseWords: When = { holds: ({ wordsOlder }) => !wordsOlder, problem: 'suggestion_words_changed' };
const isServing: When = { holds: ({ serves }) => serves, problem: 'not_county_deputy' };
const isInvited: When = { holds: ({ mine }) => mine !== null && INVITED.includes(mine), problem: 'signed_before' };
const isAsked: When = { holds: ({ mine }) => mine === 'asked', problem: 'suggestion_changed' };
const hasSigned: When = { holds: ({ mine }) => mine === 'signed', problem: 'not_signed_before' };
const spokeFirst: When = { holds: ({ contacted }) => contacted, problem: 'contact_before_answer' };
const asksSomething: When = { holds: ({ asks }) => asks === 'question', problem: 'suggestion_changed' };
const asksForDays: When = { holds: ({ asks }) => asks === 'days', problem: 'suggestion_changed' };
const isFirstAsked: When = { holds: ({ extended, round }) => !extended && round === 1, problem: 'extension_used' };
const isFirstExtension: When = { holds: ({ extended, round }) => !extended && round === 1, problem: 'extended_before' };
const hasMoreMonths: When = { holds: ({ complex }) => !complex, problem: 'complex_before' };
/** What is handled with another is done on the one that leads. */
const isOnItsOwn: When = { holds: ({ joined }) => !joined, problem: 'handled_with_other' };
const isJoined: When = { holds: ({ joined }) => joined, problem: 'suggestion_changed' };
/** The second time each is handled by itself. */
const isFirstTime: When = { holds: ({ round }) => round === 1, problem: 'suggestion_elsewhere' };
const wasNotUrged: When = { holds: ({ urgedToday }) => !urgedToday, problem: 'urged_today' };
const heardCosigners: When = { holds: ({ cosignersHeard }) => cosignersHeard, problem: 'cosigners_first' };
const isNotMarked: When = { holds: ({ marked }) => !marked, problem: 'marked_before' };
const isMarked: When = { holds: ({ marked }) => marked, problem: 'marked_before' };

const isAgain = ({ round }: Facts) => round > 1;
const departmentServes = ({ departmentServes: serves }: Facts) => serves;
const departmentEnded = ({ departmentServes: serves }: Facts) => !serves;
const leadLeft = ({ leadServes }: Facts) => !leadServes;
const isOverdue = ({ overdue }: Facts) => overdue;
const watcherEnded = ({ watcherEnded: ended }: Facts) => ended;
const toRemind = ({ ratingOver, ratingReminded }: Facts) => ratingOver && !ratingReminded;
const remindedOrLeft = ({ ratingOver, ratingReminded, leadServes }: Facts) =>
  (ratingOver && ratingReminded) || !leadServes;

type Clock = Move<State, Facts>['clock'];
const to = (state: State | 'same', clock: Clock = 'keep'): Move<State, Facts> => ({
  to: state,
  clock,
  silence: 'keep',
});
const same = to('same');

/** Everybody who has a part in it. */
const all = ['lead', 'cosigner', 'office', 'department'] as const;
const deputies = ['lead', 'cosigner'] as const;
const withOffice = ['lead', 'cosigner', 'office'] as const;

/** Whom an event is told to: the lead, those who signed, those who are asked to, the office, the department that has or had it. */
export type Recipient = 'lead' | 'cosigners' | 'asked' | 'office' | 'department' | 'residents';

type Happening = Row<State, State, Side, Recipient, Facts>;

/** Everything that happens to a suggestion. The clock is the one of its answer. */
export const EVENTS = {
  created: { act: null, by: ['lead'], from: {}, tells: ['asked'], readers: deputies },
  /** New words ask everybody anew who had signed the old ones. */
  edited: {
    act: 'edit',
    by: ['lead'],
    from: { draft: same },
    matter: [sawTheseWords, isServing],
    tells: ['asked'],
    readers: deputies,
  },
  signed: {
    act: 'sign',
    by: ['cosigner'],
    from: { draft: same },
    matter: [isInvited, sawTheseWords, isServing],
    tells: ['lead'],
    readers: deputies,
  },
  /** Whoever does not sign needs no reason, and nobody reads that they did not. */
  declined: { act: 'decline', by: ['cosigner'], from: { draft: same }, matter: [isAsked], tells: [], readers: [] },
  unsigned: {
    act: 'unsign',
    by: ['cosigner'],
    from: { draft: same },
    matter: [hasSigned],
    tells: ['lead'],
    readers: deputies,
  },
  /** Who has not signed by then is left off. */
  submitted: {
    act: 'submit',
    by: ['lead'],
    from: { draft: to('submitted') },
    matter: [sawTheseWords, isServing],
    tells: ['office', 'cosigners', 'residents'],
    readers: all,
  },
  /** Before it is assigned; the co-signers hear of it. */
  withdrawn: {
    act: 'withdraw',
    by: ['lead'],
    from: { draft: to('withdrawn', 'stop'), submitted: to('withdrawn', 'stop') },
    tells: ['office', 'cosigners', 'residents'],
    readers: withOffice,
  },
  /** The draft of somebody who is no deputy any more. */
  abandoned: {
    act: null,
    by: ['clock'],
    from: { draft: { ...to('withdrawn', 'stop'), when: leadLeft } },
    tells: ['cosigners'],
    readers: deputies,
  },
  /** Not a suggestion: with the reason, and where it goes. */
  redirected: {
    act: 'redirect',
    by: ['office'],
    from: { submitted: to('redirected', 'stop') },
    matter: [sawThis, isOnItsOwn],
    tells: ['lead', 'cosigners', 'residents'],
    readers: withOffice,
  },
  /** 交办. From then on three months, whoever it goes to afterwards. */
  assigned: {
    act: 'assign',
    by: ['office'],
    from: { submitted: to('with_department', 'start'), to_assign: to('with_department') },
    matter: [sawThis, isOnItsOwn],
    tells: ['lead', 'cosigners', 'department', 'residents'],
    readers: all,
  },
  accepted: { act: null, by: ['department'], from: { with_department: same }, tells: [], readers: all },
  returned: {
    act: null,
    by: ['department'],
    from: { with_department: to('to_assign') },
    tells: ['office', 'lead', 'cosigners', 'residents'],
    readers: all,
  },
  /** The office chose wrongly, or, by the clock, the department has ended. */
  taken_back: {
    act: 'take_back',
    by: ['office', 'clock'],
    from: { with_department: to('to_assign') },
    matter: [sawThis, isOnItsOwn],
    tells: ['office', 'lead', 'cosigners', 'department', 'residents'],
    readers: all,
  },
  progressed: {
    act: null,
    by: ['department'],
    from: { with_department: same, answered: same },
    tells: ['lead', 'cosigners'],
    readers: all,
  },
  /** Who handles it speaks with the deputies, and writes down what was said. */
  contacted: {
    act: 'contact',
    by: ['department'],
    from: { with_department: same },
    tells: ['lead'],
    readers: all,
  },
  contact_confirmed: { act: 'confirm_contact', by: ['lead'], from: { with_department: same }, tells: [], readers: all },
  contact_denied: {
    act: 'deny_contact',
    by: ['lead'],
    from: { with_department: same },
    tells: ['department', 'office'],
    readers: all,
  },
  /** 问一句: whoever proposes it answers, or the office for them; the months go on. */
  question_asked: {
    act: null,
    by: ['department'],
    from: { with_department: same },
    tells: ['lead', 'office'],
    readers: all,
  },
  question_answered: {
    act: 'reply',
    by: ['lead', 'office'],
    from: { with_department: same },
    matter: [asksSomething],
    tells: ['department', 'lead'],
    readers: all,
  },
  /** 要宽限: the office extends it, or says why not. */
  extension_asked: {
    act: null,
    by: ['department'],
    from: { with_department: same },
    matter: [isFirstAsked, hasMoreMonths],
    tells: ['office', 'lead'],
    readers: all,
  },
  extension_refused: {
    act: 'refuse_extension',
    by: ['office'],
    from: { with_department: same },
    matter: [sawThis, isOnItsOwn, asksForDays],
    tells: ['department', 'lead'],
    readers: all,
  },
  /** Once, with the reason, and never past six months. */
  extended: {
    act: 'extend',
    by: ['office'],
    from: { with_department: to('same', 'restart') },
    matter: [sawThis, isOnItsOwn, isFirstExtension, hasMoreMonths],
    tells: ['lead', 'cosigners', 'department', 'residents'],
    readers: all,
  },
  urged: {
    act: 'urge',
    by: ['lead', 'office'],
    from: { with_department: same },
    matter: [wasNotUrged],
    tells: ['department'],
    readers: all,
  },
  overdue: {
    act: null,
    by: ['clock'],
    from: { to_assign: { ...same, when: isOverdue }, with_department: { ...same, when: isOverdue } },
    tells: ['office', 'department', 'lead'],
    readers: all,
  },
  answered: {
    act: null,
    by: ['department'],
    from: { with_department: to('answered', 'stop') },
    matter: [spokeFirst],
    tells: ['lead', 'cosigners', 'office', 'residents'],
    readers: all,
  },
  /** What a co-signer thinks of the answer: for the lead and the office. */
  commented: {
    act: 'comment',
    by: ['cosigner'],
    from: { answered: same },
    matter: [hasSigned],
    tells: ['lead'],
    readers: ['lead', 'office'],
  },
  /** Only the lead, after the co-signers. The department reads it now, and nothing of it before. */
  rated: {
    act: 'rate',
    by: ['lead'],
    from: { answered: to('closed', 'stop') },
    matter: [sawThis, heardCosigners],
    tells: ['cosigners', 'office', 'department', 'residents'],
    readers: all,
  },
  /** The result is 不满意: once more, and the second time they sit together. */
  dissatisfied: {
    act: 'rate',
    by: ['lead'],
    from: {
      answered: [
        { ...to('to_meet', 'stop'), when: isAgain },
        { ...to('with_department', 'restart'), when: departmentServes },
        { ...to('to_assign', 'restart'), when: departmentEnded },
      ],
    },
    matter: [sawThis, heardCosigners],
    tells: ['cosigners', 'office', 'department', 'residents'],
    readers: all,
  },
  rating_reminded: {
    act: null,
    by: ['clock'],
    from: { answered: { ...same, when: toRemind } },
    tells: ['lead'],
    readers: withOffice,
  },
  /** No reply after a reminder: not counted as satisfied nor as not. The same where nobody is left who could rate. */
  unrated: {
    act: null,
    by: ['clock'],
    from: { answered: { ...to('closed'), when: remindedOrLeft } },
    tells: ['lead', 'office', 'department', 'residents'],
    readers: all,
  },
  /** Office, deputies and department sat together: what they decided ends it. */
  met: {
    act: 'meet',
    by: ['office'],
    from: { to_meet: to('closed') },
    matter: [sawThis],
    tells: ['lead', 'cosigners', 'department', 'residents'],
    readers: all,
  },
  /** 重点督办. */
  marked: {
    act: 'mark',
    by: ['office'],
    from: { submitted: same, to_assign: same, with_department: same, answered: same, to_meet: same },
    matter: [isNotMarked],
    tells: ['lead', 'cosigners', 'department'],
    readers: all,
  },
  unmarked: {
    act: 'unmark',
    by: ['office'],
    from: { submitted: same, to_assign: same, with_department: same, answered: same, to_meet: same },
    matter: [isMarked],
    tells: [],
    readers: all,
  },
  /** 并案: others are handled with this one. */
  gained: {
    act: 'merge',
    by: ['office'],
    from: { submitted: same, to_assign: same, with_department: same },
    matter: [sawThis, isOnItsOwn, isFirstTime],
    tells: [],
    readers: all,
  },
  /** It is handled with another from now on. What a department has leads, and joins nothing: it would lie at two places. */
  joined: {
    act: null,
    by: ['office'],
    from: { submitted: same, to_assign: same },
    matter: [sawThis, isFirstTime],
    tells: ['lead', 'cosigners', 'residents'],
    readers: all,
  },
  /** Taken out again, or, by the clock, the one that leads is none any more: by itself, with its own days. */
  parted: {
    act: 'part',
    by: ['office', 'clock'],
    from: { submitted: same, to_assign: same, with_department: to('to_assign') },
    matter: [sawThis, isJoined],
    tells: ['lead', 'cosigners', 'department', 'residents'],
    readers: all,
  },
  /** 督办: a committee watches over it, or the office does; the lead, who signed and the department know which. */
  watcher_named: {
    act: 'name_watcher',
    by: ['office'],
    from: { to_assign: same, with_department: same, answered: same, to_meet: same },
    matter: [sawThis],
    tells: ['lead', 'cosigners', 'department'],
    readers: all,
  },
  /** That committee has ended: the office watches, and may name another. */
  watcher_ended: {
    act: null,
    by: ['clock'],
    from: {
      to_assign: { ...same, when: watcherEnded },
      with_department: { ...same, when: watcherEnded },
      answered: { ...same, when: watcherEnded },
      to_meet: { ...same, when: watcherEnded },
    },
    tells: ['office'],
    readers: all,
  },
  /** The lead's term ended: the first co-signer who still serves leads. */
  handed_over: {
    act: null,
    by: ['clock'],
    from: {
      submitted: { ...same, when: leadLeft },
      to_assign: { ...same, when: leadLeft },
      with_department: { ...same, when: leadLeft },
      answered: { ...same, when: leadLeft },
      to_meet: { ...same, when: leadLeft },
    },
    tells: ['lead', 'cosigners', 'office'],
    readers: all,
  },
  /** A co-signer's term ended: their name stays under it, and they are asked nothing more. */
  cosigner_left: {
    act: null,
    by: ['clock'],
    from: { draft: same, submitted: same, to_assign: same, with_department: same, answered: same, to_meet: same },
    tells: ['lead'],
    readers: withOffice,
  },
} as const satisfies Record<string, Happening>;
export type EventKind = keyof typeof EVENTS;
export const EVENT_KINDS = Object.keys(EVENTS) as [EventKind, ...EventKind[]];

export const { refusal, stateAfter, actsOf } = lifeOf<State, EventKind, Side, Facts>(EVENTS, 'suggestion_elsewhere');

/** Whom an event is told to. */
export function tellsOf(event: EventKind): readonly Recipient[] {
  return EVENTS[event].tells;
}

/** Who on these sides reads that it happened. */
export function mayRead(event: EventKind, sides: readonly Side[]): boolean {
  const readers: readonly Side[] = EVENTS[event].readers;
  return readers.some((side) => sides.includes(side));
}

/** The acts that people are offered. */
export const ACTS = [
  'edit',
  'sign',
  'decline',
  'unsign',
  'submit',
  'withdraw',
  'redirect',
  'assign',
  'take_back',
  'contact',
  'confirm_contact',
  'deny_contact',
  'reply',
  'extend',
  'refuse_extension',
  'urge',
  'comment',
  'rate',
  'meet',
  'mark',
  'unmark',
  'name_watcher',
  'merge',
  'part',
] as const;
export type Act = (typeof ACTS)[number];
