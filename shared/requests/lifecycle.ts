import { type ClockChange, type Condition, type Move, moveOf, type Row, refusalOf } from '../kernel/lifecycle';
import type { ProblemCode } from '../kernel/problems';
import {
  type ASKS,
  ENDED,
  type End,
  isIn,
  MOST_RETURNS,
  type Publication,
  QUESTIONED,
  STATE_NAMES,
  type State,
  WAITING_FOR_DEPUTY,
} from './states';

/**
 * On which side somebody stands to a request, and what of it they read there: the page, the name its resident gave, and
 * who entered it for them on which slip (`entry`). A side that is not
 * here does not compile, and a new one reads no event that does not name it.
 */
export const SIDES = {
  /** Whose it is. */
  resident: { page: () => true, name: () => true, entry: () => true },
  /** Who entered it for somebody else, while they hold the role they did it by. */
  entrant: { page: () => true, name: () => true, entry: () => true },
  /** Who has it. What was withdrawn before they looked is not theirs to read, nor anything after the term. */
  deputy: {
    page: ({ outcome, term }) => outcome !== 'withdrawn' && term !== 'ended',
    name: ({ nameFor }) => nameFor === 'deputy',
    entry: () => true,
  },
  /** Its station, and the office. */
  station: { page: () => true, name: () => true, entry: () => true },
  /** Who works in the department that has it, or answered it: they read the matter, and nothing of who its resident is. */
  department: { page: () => true, name: () => false, entry: () => false },
  /** Another serving deputy of the village: sees what they may take. */
  colleague: {
    page: ({ state, free, merged, self }) => free && !merged && !self.isOwn && isIn(state, WAITING_FOR_DEPUTY),
    name: () => false,
    entry: () => true,
  },
  /** Whoever speaks for the resident: themselves; until they have signed in who entered it, or the station. */
  speaker: { page: () => false, name: () => false, entry: () => false },
  /** Whose phone was written down for it, until somebody confirmed: they are asked whether it is theirs, and read nothing of it (decision 27). */
  contact: { page: () => false, name: () => false, entry: () => false },
  /** The clock, and what follows from the roster, or from what becomes of a promise. */
  clock: { page: () => false, name: () => false, entry: () => false },
} as const satisfies Record<
  string,
  { page: (facts: Facts) => boolean; name: (facts: Pick<Facts, 'nameFor'>) => boolean; entry: () => boolean }
>;
export type Side = keyof typeof SIDES;

/** As whom somebody reads a request's page, nearest first. */
export const VIEWERS = [
  'resident',
  'deputy',
  'entrant',
  'station',
  'colleague',
  'department',
] as const satisfies readonly Side[];
export type Viewer = (typeof VIEWERS)[number];

/**
 * Whom an event is told to: whose it is, who has it now (all of the village's deputies where nobody has it yet), who had it before, who entered
 * it; its station where nobody reads what the deputy is told, or (`desk`) in any case; the office once it has to decide; the department that has it;
 * whose phone somebody looked at, or who entered it for them (`looked_at`).
 */
export type Recipient =
  | 'resident'
  | 'deputy'
  | 'former_deputy'
  | 'entrant'
  | 'station'
  | 'desk'
  | 'office'
  | 'department'
  | 'looked_at';

/** What the table's conditions are about: the matter as it stands, and who looks at it or acts. */
export type Facts = {
  state: State;
  outcome: End | null;
  round: number;
  nameFor: 'deputy' | 'station';
  /** Sent by its resident; or entered for somebody, whose phone is not there, is there, or was theirs, as they confirmed. */
  contact: 'own' | 'none' | 'left' | 'confirmed';
  /** A deputy has opened or taken it. */
  taken: boolean;
  /** It has no deputy, or one who can't answer today. */
  free: boolean;
  /** The term of its deputy: `other` where none runs and not all are over. */
  term: 'runs' | 'ended' | 'other' | 'nobody';
  publication: Publication | null;
  /** WeChat passed its words, or a person did. */
  wordsPassed: boolean;
  /** Words or a picture wait for a person's decision, or were withheld by one. */
  inDoubt: boolean;
  /** The days of silence are over, and the resident was told in time. */
  silenceIsOver: boolean;
  /** The resident said of an answer that it is solved, just now: they may take that back … */
  canWithdrawRating: boolean;
  /** … or not long ago: they may say that it is not solved after all. */
  canReopen: boolean;
  /** Its deputy turned out to be on the resident's side. */
  deputyIsOwn: boolean;
  /** The department that has it, or answered it last, as the roll has it today. */
  department: 'none' | 'serves' | 'ended';
  /** How often a department gave it back. */
  returns: number;
  /** What the department that has it asks of the station: to pass a question on, or for more days. */
  asks: 'none' | (typeof ASKS)[number];
  /** What the answer promised is neither kept nor due: whether it is solved is asked then. */
  promised: boolean;
  /** The days are over in which the resident answers what a department asked, or whether another level's deputy may have it. */
  questionIsOver: boolean;
  /**
   * It is to go to a deputy of a level above the county (交给上级代表): the resident is asked (`over`: that deputy's term ended meanwhile), or agreed, and
   * that deputy has it and has not taken it yet.
   */
  handover: 'none' | 'proposed' | 'over' | 'given';
  /** It lies with a deputy of a level above the county for whom nobody has signed in: the station carries their words. */
  onPaper: boolean;
  /** It is handled with another (合成一件), and not answered yet. */
  merged: boolean;
  /** The station has written down its number at the hotline. */
  numbered: boolean;
  /** Where it lay when the station left it to the hotline. */
  hotlineFrom: State | null;
  /** What happens to it follows from what happened to the one it is handled with. */
  along?: boolean;
  /** Who acts is of the congress's office. */
  isOffice: boolean;
  self: {
    /** It is theirs, or they entered it for somebody who has not signed in. */
    isOwn: boolean;
    hasAnswered: boolean;
    hasAnsweredThisRound: boolean;
    /** They said something on it for its resident. */
    hasSpoken: boolean;
  };
  /** What was on the screen when they acted differs from what is so now. */
  seen?: {
    olderRound: boolean;
    olderAnswer: boolean;
    /** Somebody else is proposed by now. */
    olderProposal?: boolean;
    /** Somebody else gave it away, or decided on it, since; who does not say what they saw is held to the last minutes. */
    olderHolder?: boolean;
    olderDecision?: boolean;
  };
  /** To whom it is to go; all of the village's deputies serve and are on nobody's side. */
  recipient?: { isSame: boolean; serves: boolean; isOfVillage: boolean; isOwn: boolean; asksFirst: boolean };
};

/**
 * What the table tells apart: `unsent` is not there yet, `lapsed` is closed by silence, and the resident can still speak; `merged` lies where it lay, and is
 * handled with another until that one is answered.
 */
export type Stage = 'unsent' | State | 'lapsed' | 'merged';
/** Where a request that is there can be. */
export const STAGES = [...STATE_NAMES, 'lapsed', 'merged'] as const satisfies readonly Stage[];

/** Where a request is for the table, which tells what lapsed from what was closed, and what is handled with another. */
export function stageOf({ state, outcome, merged }: Pick<Facts, 'state' | 'outcome' | 'merged'>): Stage {
  if (merged) return 'merged';
  return outcome === 'lapsed' ? 'lapsed' : state;
}

type When = Condition<Side, Facts>;

/** Somebody else than its deputy is to answer. */
const BEYOND_DEPUTY = ['with_station', 'with_department', 'with_hotline'] as const;

/** Nobody is both sides (decision 14): who answers does not speak for the resident, nor decide at the station. */
const isNotTheirAnswer: When = {
  holds: ({ self }, sides) => sides.includes('resident') || !(self.hasAnswered || sides.includes('deputy')),
  problem: 'own_answer',
};
const HANDLERS = ['deputy', 'station'] as const;
/** They have it, or its station is theirs, and see its page as that; who is its resident sees it as that alone. */
const handlesIt: When = {
  holds: isHandledBy,
  problem: 'not_found',
};
/** The hotline's words are carried by anybody at the station but whose matter it is; from then on they do not speak for the resident. */
const isNotResidents: When = {
  holds: ({ self, contact }) => !(self.isOwn && (contact === 'own' || contact === 'confirmed')),
  problem: 'own_matter',
};
const isNotOwn: When = { holds: ({ self }) => !self.isOwn, problem: 'own_matter' };
/** … and who spoke for them does not answer. */
const isNotOnResidentsSide: When = { holds: ({ self }) => !self.isOwn && !self.hasSpoken, problem: 'own_matter' };
/** Nor who works in the department that does. */
const isNotDepartmentsOwn: When = { ...isNotOnResidentsSide, problem: 'own_assignment' };
const termRuns: When = { holds: ({ term }) => term === 'runs', problem: 'term_over' };
/** A deputy who lives there may say of their own answer too that it is not solved. */
const didNotAnswerThisRound: When = { holds: ({ self }) => !self.hasAnsweredThisRound, problem: 'own_answer' };

const sawThisRound: When = { holds: ({ seen }) => !seen?.olderRound, problem: 'said_since' };
const sawThisAnswer: When = { holds: ({ seen }) => !seen?.olderRound && !seen?.olderAnswer, problem: 'answer_changed' };
const sawThisHolder: When = { holds: ({ seen }) => !seen?.olderHolder, problem: 'moved_since' };
const sawThisDecision: When = { holds: ({ seen }) => !seen?.olderDecision, problem: 'decided_since' };
const isUntaken: When = { holds: ({ round, taken }) => round === 1 && !taken, problem: 'withdrawn_too_late' };
const isFree: When = { holds: ({ free }) => free, problem: 'already_taken' };
const silenceIsOver: When = { holds: (facts) => facts.silenceIsOver, problem: 'not_found' };
const isEnteredFor: When = { holds: ({ contact }) => contact !== 'own', problem: 'not_found' };
const isUnconfirmed: When = { holds: ({ contact }) => contact !== 'confirmed', problem: 'contact_confirmed' };
/** Whoever has an account verified one; of somebody it was entered for one was written down. */
const hasPhone: When = { holds: ({ contact }) => contact !== 'none', problem: 'no_phone' };
const hasContact: When = { holds: ({ contact }) => contact === 'left', problem: 'not_found' };
const wasSaidJustNow: When = { holds: ({ canWithdrawRating }) => canWithdrawRating, problem: 'request_closed' };
const wasSaidLately: When = { holds: ({ canReopen }) => canReopen, problem: 'request_closed' };
const isForTheBoard: When = { holds: ({ publication }) => publication !== null, problem: 'not_to_moderate' };
const isPublic: When = { holds: ({ publication }) => publication !== null, problem: 'not_public' };
const wordsPassed: When = { holds: ({ wordsPassed }) => wordsPassed, problem: 'words_not_checked' };
const isNumbered: When = { holds: ({ numbered }) => numbered, problem: 'no_hotline_number' };
const isInDoubt: When = { holds: ({ inDoubt }) => inDoubt, problem: 'nothing_to_review' };

/** The one that the office names can't give it back either. */
const officeDecides: When = {
  holds: ({ returns, isOffice }) => returns < MOST_RETURNS || isOffice,
  problem: 'office_decides',
};

const isByOffice: When = { holds: ({ isOffice }) => isOffice, problem: 'office_decides' };

/** The department that has it asked; without one the deputy did. */
const isDepartmentsQuestion = ({ department }: Facts) => department !== 'none';
const isDeputysQuestion = ({ department, handover }: Facts) => department === 'none' && handover === 'none';
/** The resident is asked whether another level's deputy may have it. */
const isHandover = ({ handover }: Facts) => handover === 'proposed' || handover === 'over';
const isNotDepartmentsQuestion = (facts: Facts) => !isDepartmentsQuestion(facts);

/** A station finds another deputy where one owes the answer; the clock also where the deputy only asked for a department. */
const isDeputys: When = {
  holds: (facts, sides) =>
    sides.includes('clock') ||
    !(
      BEYOND_DEPUTY.some((beyond) => beyond === facts.state) ||
      (isIn(facts.state, QUESTIONED) && isDepartmentsQuestion(facts))
    ),
  problem: 'not_now',
};

/** Whether a department may ask now its assignment says (`shared/assignments/lifecycle.ts`); the station decides on what it asked. */
const asksQuestion: When = { holds: ({ asks }) => asks === 'question', problem: 'nothing_asked' };
const asksExtension: When = { holds: ({ asks }) => asks === 'extension', problem: 'nothing_asked' };
const isPromised: When = { holds: ({ promised }) => promised, problem: 'not_found' };
/** What is handled with another is answered where that one is. */
const isOrFollows: When = { holds: ({ merged, along }) => !merged || along === true, problem: 'is_merged' };
/** What was merged into one that is merged goes along with it, and is not merged again by itself. */
const isOrGoesAlong: When = { holds: ({ merged }, sides) => !merged || sides.includes('clock'), problem: 'is_merged' };
const questionIsOver: When = { holds: (facts) => facts.questionIsOver, problem: 'not_found' };

/** A matter goes to another deputy of its village who is on nobody's side, or to all of them. */
const goesToAnother: When = { holds: ({ recipient }) => !recipient?.isSame, problem: 'not_your_deputies' };
const recipientServes: When = { holds: ({ recipient }) => recipient?.serves !== false, problem: 'deputy_ended' };
const recipientIsOfVillage: When = {
  holds: ({ recipient }) => recipient?.isOfVillage !== false,
  problem: 'not_your_deputies',
};
const recipientIsNotOwn: When = { holds: ({ recipient }) => !recipient?.isOwn, problem: 'own_matter' };
const canBeThere = [recipientServes, recipientIsOfVillage, recipientIsNotOwn];
const canGoThere = [goesToAnother, ...canBeThere];
/** To a deputy of a level above the county only by the resident's word; a successor has what the one before had. */
const asksNobodyFirst: When = {
  holds: ({ recipient }, sides) => sides.includes('clock') || !recipient?.asksFirst,
  problem: 'not_now',
};
const sawThisProposal: When = { holds: ({ seen }) => !seen?.olderProposal, problem: 'handover_changed' };
const isGiven: When = { holds: ({ handover }) => handover === 'given', problem: 'not_now' };
/** Who has an account says it by themselves. */
const isOnPaper: When = { holds: (facts) => facts.onPaper, problem: 'not_now' };

/** … and the answer was the deputy's … */
const hasConflict = ({ deputyIsOwn, department }: Facts) => deputyIsOwn && department === 'none';
/** … or a department's, which counts. */
const hasConflictBesides = ({ deputyIsOwn }: Facts) => deputyIsOwn;
/** The deputy's term ended after their answer: nobody is left who could say more. */
const hasNobodyLeft = ({ term, department }: Facts) => department === 'none' && (term === 'ended' || term === 'other');

/** A department that is there answered it: it goes on there. */
const hasDepartment = ({ department }: Facts) => department === 'serves';
/** The department that answered it is dissolved. */
const lostDepartment = ({ department }: Facts) => department === 'ended';

type Way = Move<State, Facts>;
const begin = { to: 'with_deputy', clock: 'start', silence: 'keep' } as const satisfies Way;
const stay: Way = { to: 'same', clock: 'keep', silence: 'keep' };
const answer: Way = { to: 'answered', clock: 'stop', silence: 'start' };
const again: Way = { to: 'with_deputy', clock: 'restart', silence: 'stop' };
/** Once more to who answered it. */
const onceMore: readonly Way[] = [
  { ...again, to: 'with_department', when: hasDepartment },
  { ...again, to: 'with_station', when: lostDepartment },
  again,
];
const goesTo = (to: State): Way => ({ to, clock: 'keep', silence: 'keep' });
/** A question of the department's waited for the resident: the days that were left run again. */
const goesOnIn = (to: State, when: (facts: Facts) => boolean): Way => ({ to, clock: 'resume', silence: 'stop', when });
/** … and it is no longer waited for: where it lay, or with the station, where the department is dissolved. */
const backToDepartment: readonly Way[] = [
  goesOnIn('with_department', hasDepartment),
  goesOnIn('with_station', lostDepartment),
];
/** The hotline has it no more: where it lay before. */
const backFromHotline: readonly Way[] = [
  { ...goesTo('with_station'), when: ({ hotlineFrom }) => hotlineFrom === 'with_station' },
  goesTo('with_deputy'),
];
/** The resident is asked whether it may go to another level; whoever has it waits, and goes on with the days that were left. */
const propose: Way = { to: 'asked', clock: 'pause', silence: 'ask' };
const handedOn: Way = goesOnIn('with_deputy', isHandover);
const askedByDeputy = <W extends Way>(way: W): Way => ({ ...way, when: isDeputysQuestion });
const askedByDepartment = <W extends Way>(way: W): Way => ({ ...way, when: isDepartmentsQuestion });
const end: Way = { to: 'closed', clock: 'keep', silence: 'stop' };
const warn: Way = { to: 'same', clock: 'keep', silence: 'warn' };

/** Where a station can act on what is written; like every other place here named one by one, so that a new state allows nothing by itself. */
const EVERYWHERE = [
  'with_deputy',
  'with_station',
  'with_department',
  'with_hotline',
  'asked',
  'answered',
  'closed',
  'lapsed',
  'merged',
] as const;
/** Where somebody has it, so that its number at the hotline is of use. */
const NUMBERED = ['with_deputy', ...BEYOND_DEPUTY, 'asked', 'answered', 'merged'] as const;
/** Also where the office alone reads it, and so is its only station. */
const WITH_OFFICE_TOO = ['with_office', ...EVERYWHERE] as const;

/** The same from several states. */
function from<From extends Stage, Same extends Way | ProblemCode>(
  stages: readonly From[],
  same: Same,
): Record<From, Same> {
  return Object.fromEntries(stages.map((stage) => [stage, same])) as Record<From, Same>;
}

const SOLVED = { answered: end, lapsed: end };
/** What is open stays in somebody's hands: who answered goes on. */
const NOT_YET_SOLVED = { answered: onceMore, lapsed: onceMore };
const NOT_YET_ANSWERED = from(
  ['with_deputy', 'with_office', ...BEYOND_DEPUTY, 'asked', 'merged'],
  'not_waiting_for_rating',
);
const EVERYBODY = ['resident', 'entrant', 'deputy', 'station', 'colleague', 'department'] as const;
/** Between the department, the station and the deputy. */
const WORKING_ON_IT = ['deputy', 'station', 'department'] as const;
/** A department knows nothing of whose phone it is, nor of what is public: it has the matter alone. */
const NOT_DEPARTMENT = ['resident', 'entrant', 'deputy', 'station', 'colleague'] as const;

/** Its number at the hotline: a department that answers there too would find by it whose it is. */
export const NUMBER_READERS: readonly Viewer[] = ['resident', 'entrant', 'deputy', 'station'];
/** What is done with what somebody could be recognised by: who speaks for them, and the station. */
const OF_THE_PERSON = ['resident', 'entrant', 'station'] as const;

type EventRow = Row<State, Stage, Side, Recipient, Facts> & {
  /** Whom the history names for it; a note of the station's has no deputy. */
  actor: 'resident' | 'entrant' | 'deputy' | 'station' | 'office' | 'department' | 'hotline';
  /** What it does to the deputy's inbox: seen, or unread again. */
  inbox?: 'seen' | 'unread';
  /** Nothing about the matter changes: lists keep their order. */
  quiet?: true;
  /** Its words are the station's own, or stay between who works on it: nobody checks them. */
  unchecked?: true;
  /** What the department asks of the station from then on; `none`: it was decided. */
  asks?: Facts['asks'];
};

// biome-ignore format: a table is read by its columns
/** The table: a row for each event. */
export const EVENTS = {
  submitted:         { act: null, actor: 'resident', by: ['resident'], from: { unsent: begin }, tells: ['deputy', 'station'], readers: EVERYBODY },
  entered_for:       { act: null, actor: 'entrant', by: ['entrant'], from: { unsent: begin }, tells: ['deputy', 'station'], readers: EVERYBODY },
  registered:        { act: null, actor: 'station', quiet: true, by: ['clock'], from: { unsent: stay }, tells: [], readers: EVERYBODY },
  contact_linked:    { act: null, actor: 'resident', quiet: true, by: ['contact'], person: [hasContact], from: from(WITH_OFFICE_TOO, stay), tells: ['resident', 'entrant'], readers: NOT_DEPARTMENT },
  contact_declined:  { act: null, actor: 'station', quiet: true, by: ['contact'], person: [hasContact], from: from(WITH_OFFICE_TOO, stay), tells: ['entrant', 'desk'], readers: NOT_DEPARTMENT },
  contact_corrected: { act: 'correctContact', actor: 'station', quiet: true, by: ['entrant', 'station'], person: [isEnteredFor, isNotTheirAnswer], from: from(WITH_OFFICE_TOO, stay),
                       matter: [isUnconfirmed], tells: [], readers: NOT_DEPARTMENT },
  opened:            { act: null, actor: 'deputy', quiet: true, by: ['deputy'], person: [handlesIt], from: { with_deputy: stay, merged: stay }, inbox: 'seen', tells: [], readers: NOT_DEPARTMENT },
  answered:          { act: 'answer', actor: 'deputy', by: ['deputy'], person: [termRuns, isNotOnResidentsSide],
                       from: { with_deputy: answer, asked: { ...answer, when: isNotDepartmentsQuestion }, answered: answer, merged: answer }, otherwise: from([...BEYOND_DEPUTY, 'asked'], 'not_with_deputy'), matter: [isOrFollows, sawThisRound], inbox: 'seen', tells: ['resident'], readers: EVERYBODY },
  read:              { act: null, actor: 'resident', quiet: true, by: ['resident'], from: { answered: stay }, tells: [], readers: NOT_DEPARTMENT },
  supplemented:      { act: 'supplement', actor: 'resident', by: ['speaker'], person: [isNotTheirAnswer],
                       from: {
                         ...from(['with_deputy', 'with_office', ...BEYOND_DEPUTY, 'merged'], stay),
                         asked:       [{ ...stay, when: isHandover }, ...backToDepartment, { to: 'with_deputy', clock: 'resume', silence: 'stop' }],
                         answered:    [{ ...again, when: hasNobodyLeft }, { to: 'same', clock: 'keep', silence: 'start' }],
                       }, inbox: 'unread', tells: ['deputy', 'station', 'department'], readers: EVERYBODY },
  asked:             { act: 'ask', actor: 'deputy', by: ['deputy'], person: [termRuns, isNotOwn],
                       from: { with_deputy: { to: 'asked', clock: 'pause', silence: 'start' } },
                       otherwise: { ...from(BEYOND_DEPUTY, 'not_with_deputy'), asked: 'asked_already', answered: 'not_waiting_for_answer' }, inbox: 'seen', tells: ['resident'], readers: EVERYBODY },
  solved:            { act: 'rate', actor: 'resident', by: ['speaker'], from: SOLVED, otherwise: NOT_YET_ANSWERED,
                       matter: [sawThisAnswer, isNotTheirAnswer, didNotAnswerThisRound], tells: ['deputy'], readers: EVERYBODY },
  partly:            { act: 'rate', actor: 'resident', by: ['speaker'], from: NOT_YET_SOLVED, otherwise: NOT_YET_ANSWERED,
                       matter: [sawThisAnswer, isNotTheirAnswer, didNotAnswerThisRound], tells: ['deputy', 'station', 'department'], readers: EVERYBODY },
  not_solved:        { act: 'rate', actor: 'resident', by: ['speaker'], from: NOT_YET_SOLVED, otherwise: NOT_YET_ANSWERED,
                       matter: [sawThisAnswer, isNotTheirAnswer], tells: ['deputy', 'station', 'department'], readers: EVERYBODY },
  rating_withdrawn:  { act: 'withdrawRating', actor: 'resident', by: ['speaker'], from: { closed: { to: 'answered', clock: 'keep', silence: 'start' } },
                       matter: [wasSaidJustNow, isNotTheirAnswer], tells: ['deputy'], readers: EVERYBODY },
  not_solved_after_all: { act: 'reopen', actor: 'resident', by: ['speaker'], from: { closed: onceMore },
                       matter: [wasSaidLately, sawThisAnswer, isNotTheirAnswer], tells: ['deputy', 'station', 'department'], readers: EVERYBODY },
  withdrawn:         { act: 'withdraw', actor: 'resident', by: ['speaker'], person: [isNotTheirAnswer],
                       from: from(['with_deputy', 'with_office', 'merged'], { to: 'closed', clock: 'keep', silence: 'keep' }),
                       otherwise: from([...BEYOND_DEPUTY, 'asked', 'answered'], 'withdrawn_too_late'), matter: [isUntaken], tells: ['deputy'], readers: EVERYBODY },
  taken:             { act: 'take', actor: 'deputy', by: ['colleague'], person: [isNotOnResidentsSide], from: { with_deputy: stay },
                       otherwise: from([...BEYOND_DEPUTY, 'asked', 'answered'], 'already_taken'), matter: [isFree], inbox: 'seen', tells: ['resident', 'former_deputy'], readers: EVERYBODY },
  passed:            { act: 'pass', actor: 'deputy', by: ['deputy'], person: [termRuns, isNotOwn], from: { with_deputy: stay, asked: { ...stay, when: isNotDepartmentsQuestion } },
                       otherwise: { ...from([...BEYOND_DEPUTY, 'asked'], 'not_with_deputy'), answered: 'not_waiting_for_answer' }, matter: [...canGoThere, asksNobodyFirst], inbox: 'unread', tells: ['resident', 'deputy', 'station'], readers: EVERYBODY },
  reassigned:        { act: 'reassign', actor: 'station', by: ['station', 'clock'], from: { ...from(['with_deputy', ...BEYOND_DEPUTY, 'asked'], stay), answered: [{ ...again, when: hasConflict }, { ...stay, when: hasConflictBesides }] },
                       otherwise: { answered: 'not_waiting_for_answer' }, matter: [sawThisHolder, isDeputys, ...canGoThere, asksNobodyFirst], inbox: 'unread', tells: ['resident', 'deputy', 'former_deputy', 'station'], readers: EVERYBODY },
  pass_proposed:     { act: null, actor: 'deputy', by: ['deputy'], person: [termRuns, isNotOwn], from: { with_deputy: propose },
                       otherwise: { ...from(BEYOND_DEPUTY, 'not_with_deputy'), asked: 'asked_already', answered: 'not_waiting_for_answer' }, matter: canGoThere, inbox: 'seen', tells: ['resident'], readers: EVERYBODY },
  reassign_proposed: { act: null, actor: 'station', by: ['station'], from: { with_deputy: propose }, otherwise: { asked: 'asked_already', answered: 'not_waiting_for_answer' },
                       matter: [sawThisHolder, ...canGoThere], tells: ['resident', 'deputy'], readers: EVERYBODY },
  handover_agreed:   { act: 'decideHandover', actor: 'resident', by: ['speaker'], person: [isNotTheirAnswer], from: { asked: handedOn }, matter: [sawThisProposal, ...canBeThere],
                       inbox: 'unread', tells: ['deputy', 'former_deputy', 'desk'], readers: EVERYBODY },
  handover_refused:  { act: 'decideHandover', actor: 'resident', by: ['speaker'], person: [isNotTheirAnswer], from: { asked: handedOn }, matter: [sawThisProposal],
                       inbox: 'unread', tells: ['deputy', 'desk'], readers: EVERYBODY },
  handover_unanswered: { act: null, actor: 'station', by: ['clock'], from: { asked: handedOn }, matter: [questionIsOver], inbox: 'unread', tells: ['resident', 'deputy', 'desk'], readers: EVERYBODY },
  handover_ended:    { act: null, actor: 'station', by: ['clock'], from: { asked: handedOn }, inbox: 'unread', tells: ['resident', 'deputy', 'desk'], readers: EVERYBODY },
  handover_withdrawn: { act: null, actor: 'station', by: ['clock'], from: { asked: handedOn }, tells: [], readers: EVERYBODY },
  handover_taken:    { act: 'take', actor: 'deputy', by: ['deputy'], person: [termRuns, isNotOnResidentsSide], from: { with_deputy: stay }, matter: [isGiven], inbox: 'seen', tells: ['resident'], readers: EVERYBODY },
  handover_declined: { act: 'declineHandover', actor: 'deputy', by: ['deputy'], person: [termRuns], from: { with_deputy: stay }, matter: [isGiven],
                       inbox: 'unread', tells: ['resident', 'deputy', 'desk'], readers: EVERYBODY },
  higher_told:       { act: 'tellHigher', actor: 'station', by: ['station'], from: { with_deputy: stay }, matter: [sawThisHolder, isOnPaper], tells: ['resident'], readers: EVERYBODY },
  higher_answered:   { act: 'answerHigher', actor: 'deputy', by: ['station'], person: [isNotResidents], from: { with_deputy: answer, merged: answer }, matter: [isOrFollows, sawThisHolder, isOnPaper],
                       tells: ['resident'], readers: EVERYBODY },
  referred:          { act: 'refer', actor: 'deputy', by: ['deputy'], person: [termRuns, isNotOwn], from: { with_deputy: goesTo('with_station') },
                       otherwise: { ...from(BEYOND_DEPUTY, 'not_with_deputy'), asked: 'not_waiting_for_answer', answered: 'not_waiting_for_answer' }, inbox: 'seen', tells: ['resident', 'desk'], readers: EVERYBODY },
  given_back:        { act: 'giveBack', actor: 'station', by: ['station'], from: { with_station: goesTo('with_deputy') },
                       matter: [sawThisHolder], inbox: 'unread', tells: ['resident', 'deputy', 'station'], readers: EVERYBODY },
  sent_to_office:    { act: 'sendToOffice', actor: 'station', by: ['station', 'clock'], from: from(['with_deputy', 'with_station'], goesTo('with_office')),
                       otherwise: { with_department: 'department_has_it', asked: 'not_waiting_for_answer', answered: 'not_waiting_for_answer' }, matter: [sawThisHolder], unchecked: true, tells: ['resident', 'desk'], readers: OF_THE_PERSON },
  released:          { act: 'release', actor: 'office', by: ['station'], from: { with_office: goesTo('with_deputy') }, matter: [sawThisHolder, isByOffice], unchecked: true, inbox: 'unread', tells: ['resident', 'deputy', 'station'], readers: OF_THE_PERSON },
  diverted:          { act: 'divert', actor: 'office', by: ['station'], from: { with_office: end }, matter: [sawThisHolder, isByOffice], unchecked: true, tells: ['resident'], readers: OF_THE_PERSON },
  assigned:          { act: 'assign', actor: 'station', by: ['station'], from: { with_station: goesTo('with_department') },
                       matter: [sawThisHolder, officeDecides], tells: ['resident', 'department'], readers: EVERYBODY },
  taken_back:        { act: 'takeBack', actor: 'station', by: ['station', 'clock'], from: { with_department: goesTo('with_station'), asked: goesOnIn('with_station', isDepartmentsQuestion) },
                       matter: [sawThisHolder], tells: ['resident', 'department'], readers: EVERYBODY },
  accepted:          { act: null, actor: 'department', by: ['department'], person: [isNotDepartmentsOwn], from: { with_department: stay, asked: askedByDepartment(stay) }, tells: ['resident'], readers: EVERYBODY },
  returned:          { act: null, actor: 'department', by: ['department'], person: [isNotDepartmentsOwn], from: { with_department: goesTo('with_station'), asked: goesOnIn('with_station', isDepartmentsQuestion) },
                       tells: ['resident', 'desk', 'office'], readers: EVERYBODY },
  progressed:        { act: null, actor: 'department', by: ['department'], person: [isNotDepartmentsOwn], from: { with_department: stay, asked: askedByDepartment(stay), answered: stay, merged: stay }, matter: [isOrFollows], tells: ['resident'], readers: EVERYBODY },
  department_answered: { act: null, actor: 'department', by: ['department'], person: [isNotDepartmentsOwn], from: { with_department: answer, asked: askedByDepartment(answer), merged: answer }, matter: [isOrFollows], tells: ['resident', 'deputy'], readers: EVERYBODY },
  question_asked:    { act: null, actor: 'department', quiet: true, by: ['department'], person: [isNotDepartmentsOwn], from: { with_department: stay }, otherwise: { asked: 'asked_already' }, asks: 'question', unchecked: true, tells: ['desk'], readers: WORKING_ON_IT },
  question_forwarded: { act: 'decideAsked', actor: 'department', by: ['station'], from: { with_department: { to: 'asked', clock: 'pause', silence: 'ask' } },
                       matter: [sawThisHolder, asksQuestion], asks: 'none', tells: ['resident', 'department'], readers: EVERYBODY },
  question_refused:  { act: 'decideAsked', actor: 'station', quiet: true, by: ['station'], from: { with_department: stay }, matter: [sawThisHolder, asksQuestion], asks: 'none', unchecked: true, tells: ['department'], readers: WORKING_ON_IT },
  question_unanswered: { act: null, actor: 'department', by: ['clock'], from: { asked: backToDepartment }, matter: [questionIsOver], tells: ['resident', 'department'], readers: EVERYBODY },
  extension_asked:   { act: null, actor: 'department', quiet: true, by: ['department'], person: [isNotDepartmentsOwn], from: { with_department: stay }, otherwise: { asked: 'asked_already' }, asks: 'extension', unchecked: true, tells: ['desk'], readers: WORKING_ON_IT },
  extension_granted: { act: 'decideAsked', actor: 'department', by: ['station'], from: { with_department: { to: 'same', clock: 'extend', silence: 'keep' } },
                       matter: [sawThisHolder, asksExtension], asks: 'none', tells: ['resident', 'department'], readers: EVERYBODY },
  extension_refused: { act: 'decideAsked', actor: 'station', quiet: true, by: ['station'], from: { with_department: stay }, matter: [sawThisHolder, asksExtension], asks: 'none', unchecked: true, tells: ['department'], readers: WORKING_ON_IT },
  hotline_numbered:  { act: 'numberHotline', actor: 'station', quiet: true, by: ['station'], from: from(NUMBERED, stay), tells: [], readers: NUMBER_READERS },
  hotline_unnumbered: { act: 'numberHotline', actor: 'station', quiet: true, by: ['station'], from: from(['with_deputy', 'with_station', 'with_department', 'asked', 'answered', 'merged'], stay), otherwise: { with_hotline: 'hotline_has_it' },
                       matter: [isNumbered], tells: [], readers: NUMBER_READERS },
  hotline_awaited:   { act: 'awaitHotline', actor: 'hotline', by: ['station'], from: from(['with_deputy', 'with_station'], goesTo('with_hotline')), otherwise: { with_department: 'department_has_it', with_hotline: 'hotline_has_it', asked: 'asked_already', answered: 'not_waiting_for_answer' },
                       matter: [sawThisHolder], tells: ['resident', 'deputy'], readers: EVERYBODY },
  hotline_answered:  { act: 'endHotline', actor: 'hotline', by: ['station'], person: [isNotResidents], from: { with_hotline: answer, merged: answer }, matter: [isOrFollows, sawThisHolder], tells: ['resident', 'deputy'], readers: EVERYBODY },
  hotline_failed:    { act: 'endHotline', actor: 'hotline', by: ['station'], from: { with_hotline: backFromHotline }, matter: [sawThisHolder], inbox: 'unread', tells: ['resident', 'deputy', 'station'], readers: EVERYBODY },
  hotline_undone:    { act: 'endHotline', actor: 'station', by: ['station'], from: { with_hotline: backFromHotline }, matter: [sawThisHolder], inbox: 'unread', tells: ['resident', 'deputy', 'station'], readers: EVERYBODY },
  question_moved:    { act: null, actor: 'department', by: ['clock'], from: { answered: { to: 'same', clock: 'keep', silence: 'start' } }, matter: [isPromised], tells: ['resident'], readers: EVERYBODY },
  question_due:      { act: null, actor: 'department', by: ['clock'], from: { answered: { to: 'same', clock: 'keep', silence: 'start' } }, matter: [isPromised], tells: ['resident', 'deputy'], readers: EVERYBODY },
  merged:            { act: 'merge', actor: 'station', by: ['station', 'clock'], from: from(['with_deputy', 'with_station', 'merged'], stay), otherwise: { with_department: 'department_leads', with_hotline: 'hotline_leads', answered: 'not_waiting_for_answer' },
                       matter: [isOrGoesAlong, sawThisHolder], tells: ['resident', 'deputy'], readers: EVERYBODY },
  gained:            { act: 'merge', actor: 'station', by: ['station'], from: from(['with_deputy', ...BEYOND_DEPUTY], stay), otherwise: { answered: 'not_waiting_for_answer' },
                       matter: [sawThisHolder], inbox: 'unread', tells: ['resident', 'deputy', 'department'], readers: EVERYBODY },
  unmerged:          { act: 'unmerge', actor: 'station', by: ['station', 'clock'], from: { merged: stay }, otherwise: { answered: 'merge_answered' },
                       matter: [sawThisHolder], inbox: 'unread', tells: ['resident', 'deputy'], readers: EVERYBODY },
  lost:              { act: null, actor: 'station', quiet: true, by: ['station', 'clock'], from: from(EVERYWHERE, stay), tells: [], readers: EVERYBODY },
  kept_apart:        { act: null, actor: 'station', quiet: true, by: ['station'], from: from(EVERYWHERE, stay), tells: ['resident'], readers: NOT_DEPARTMENT },
  noted:             { act: 'note', actor: 'deputy', quiet: true, by: ['deputy', 'station'], person: [handlesIt], from: from(WITH_OFFICE_TOO, stay), unchecked: true, tells: [], readers: HANDLERS },
  lapse_told:        { act: null, actor: 'station', quiet: true, by: ['clock'], from: { asked: askedByDeputy(warn), answered: warn }, tells: ['resident'], readers: NOT_DEPARTMENT },
  lapsed:            { act: null, actor: 'station', by: ['clock'], from: { asked: askedByDeputy(end), answered: end }, matter: [silenceIsOver], tells: ['resident', 'deputy'], readers: EVERYBODY },
  reopened:          { act: null, actor: 'resident', by: ['speaker'], from: { lapsed: stay }, tells: [], readers: EVERYBODY },
  published:         { act: 'moderate', actor: 'station', by: ['station'], person: [isNotTheirAnswer], from: from(EVERYWHERE, stay), matter: [isForTheBoard, sawThisDecision, wordsPassed],
                       unchecked: true, tells: ['resident'], readers: NOT_DEPARTMENT },
  declined:          { act: 'moderate', actor: 'station', by: ['station'], person: [isNotTheirAnswer], from: from(EVERYWHERE, stay), matter: [isForTheBoard, sawThisDecision],
                       unchecked: true, tells: ['resident'], readers: NOT_DEPARTMENT },
  approved:          { act: 'reviewContent', actor: 'station', by: ['station'], person: [isNotTheirAnswer], from: from(WITH_OFFICE_TOO, stay), matter: [sawThisDecision, isInDoubt], unchecked: true, tells: [], readers: ['station'] },
  withheld:          { act: 'reviewContent', actor: 'station', by: ['station'], person: [isNotTheirAnswer], from: from(WITH_OFFICE_TOO, stay), matter: [sawThisDecision, isInDoubt], unchecked: true, tells: [], readers: NOT_DEPARTMENT },
  photo_left_off:    { act: 'moderate', actor: 'station', quiet: true, by: ['station'], person: [isNotTheirAnswer], from: from(EVERYWHERE, stay), matter: [isForTheBoard, sawThisDecision], unchecked: true, tells: [], readers: NOT_DEPARTMENT },
  photo_let_on:      { act: 'moderate', actor: 'station', quiet: true, by: ['station'], person: [isNotTheirAnswer], from: from(EVERYWHERE, stay), matter: [isForTheBoard, sawThisDecision], unchecked: true, tells: [], readers: NOT_DEPARTMENT },
  consent_withdrawn: { act: 'withdrawConsent', actor: 'resident', by: ['speaker'], person: [isNotTheirAnswer], from: from(WITH_OFFICE_TOO, stay), matter: [isPublic], tells: [], readers: NOT_DEPARTMENT },
  phone_seen:        { act: 'seePhone', actor: 'station', quiet: true, by: ['station'], person: [isNotTheirAnswer], from: from(WITH_OFFICE_TOO, stay), matter: [hasPhone], unchecked: true, tells: ['looked_at'], readers: OF_THE_PERSON },
  words_hidden:      { act: 'hideWords', actor: 'station', quiet: true, by: ['station'], person: [isNotTheirAnswer], from: from(EVERYWHERE, stay), unchecked: true, tells: [], readers: OF_THE_PERSON },
  words_shown:       { act: 'hideWords', actor: 'station', quiet: true, by: ['station'], person: [isNotTheirAnswer], from: from(EVERYWHERE, stay), unchecked: true, tells: [], readers: OF_THE_PERSON },
} as const satisfies Record<string, EventRow>;

export type EventKind = keyof typeof EVENTS;

/** What somebody is offered. A receipt is printed without anything happening. */
export type Act = Exclude<(typeof EVENTS)[EventKind]['act'], null> | 'print';
const PRINTS: readonly Side[] = ['entrant', 'station'];

const rows = Object.entries(EVENTS) as [EventKind, EventRow][];
/** The events, by name. */
export const EVENT_KINDS = rows.map(([kind]) => kind) as [EventKind, ...EventKind[]];
/** What people do; an act may end in several events. */
export const ACTS = ['print', ...new Set(rows.flatMap(([, { act }]) => (act ? [act as Act] : [])))] as [Act, ...Act[]];

/** The row of an event. */
export function rowOf(event: EventKind): EventRow {
  return EVENTS[event];
}

/** In which state a request begins. */
export const FIRST_STATE: State = begin.to;

/** Why this can't happen now by somebody on these sides; null when it can. */
export function refusal(event: EventKind, facts: Facts, sides: readonly Side[]): ProblemCode | null {
  const otherwise = facts.merged ? 'is_merged' : isIn(facts.state, ENDED) ? 'request_closed' : 'not_now';
  return refusalOf(rowOf(event), { at: stageOf(facts), otherwise }, facts, sides);
}

/** What becomes of state, clock and silence. @throws TypeError where the event has no way from there: `refusal` was not asked */
export function wayOf(event: EventKind, facts: Facts): Way {
  const way = moveOf(rowOf(event), stageOf(facts), facts);
  if (!way) throw new TypeError(`${event} has no way from ${stageOf(facts)}`);
  return way;
}

/** What somebody on these sides is offered, as the matter stands. */
export function actsOf(facts: Facts, sides: readonly Side[]): Act[] {
  const may = rows.flatMap(([kind, { act }]) => (act && refusal(kind, facts, sides) === null ? [act as Act] : []));
  const prints = sides.some((side) => PRINTS.includes(side));
  return [...new Set<Act>([...may, ...(prints ? (['print'] as const) : [])])];
}

/**
 * As whom somebody reads the page: the nearest of their sides first. Who asks for themselves reads as the resident does, whatever else they
 * are. Nobody: there is no such matter for them.
 */
export function viewersOf(facts: Facts, sides: readonly Side[]): Viewer[] {
  if (sides.includes('resident')) return ['resident'];
  return VIEWERS.filter((viewer) => sides.includes(viewer) && SIDES[viewer].page(facts));
}

/** True for those who deal with it: its deputy, as long as they may read it, and its station. */
export function isHandledBy(facts: Facts, sides: readonly Side[]): boolean {
  return viewersOf(facts, sides).some((viewer) => (HANDLERS as readonly Viewer[]).includes(viewer));
}

/** Whether the name its resident gave is shown there. */
export function knowsName(viewer: Viewer, facts: Pick<Facts, 'nameFor'>): boolean {
  return SIDES[viewer].name(facts);
}

/** Whether it is shown there who entered it, and from which slip. */
export function knowsEntry(viewer: Viewer): boolean {
  return SIDES[viewer].entry();
}

/** What an event does to the clock, from wherever it comes. */
export function clocksOf(event: EventKind): ClockChange[] {
  return Object.values(rowOf(event).from).flatMap((ways) => [ways ?? []].flat().map(({ clock }) => clock));
}

/** What answers it (答复), from wherever it comes. */
export const ANSWERS = EVENT_KINDS.filter((kind) => clocksOf(kind).every((clock) => clock === 'stop'));

/** With these what is handled with another leaves that one: taken out, answered or ended; or both are handled with yet another. */
export const LEAVES_LEAD = EVENT_KINDS.filter((kind) => {
  const ways = [rowOf(kind).from.merged ?? []].flat();
  return kind === 'merged' || kind === 'unmerged' || ways.some((way) => typeof way !== 'string' && way.to !== 'same');
});

/** What gives a matter back to who answered it, from wherever it comes. */
const RETURNS = EVENT_KINDS.filter((kind) => clocksOf(kind).every((clock) => clock === 'restart'));

/** Why they have it once more, of a history with the newest first. */
export function lastReturnOf(events: readonly { kind: EventKind }[]): EventKind | undefined {
  return events.find(({ kind }) => RETURNS.includes(kind))?.kind;
}

/** Who may read an event. */
export function mayRead(event: EventKind, viewer: Viewer): boolean {
  return rowOf(event).readers.includes(viewer);
}
