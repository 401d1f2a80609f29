import type { DEPUTIES } from './cast';

/**
 * A situation of a matter and how it came about. `by` sent or entered it (`to` a deputy, else to all of the village's); `steps` are taken at
 * once, `later` ones after the clock and WeChat have had their say: `who act`, or `who act deputy` for whom it is given to.
 */
export type Scene = {
  name: string;
  /** `other-supervisor` has been withdrawn by the time it is measured. */
  by?: 'resident' | 'supervisor' | 'other-supervisor' | 'clerk' | 'office';
  to?: keyof typeof DEPUTIES | null;
  open?: true;
  nameFor?: 'station';
  words?: string;
  picture?: true;
  /** The resident's phone: they say that it is theirs at once, `later` when they verify it, or (`left`) have not been asked yet. */
  contact?: 'later' | 'known' | 'left';
  steps?: string[];
  later?: string[];
  /** Tried by all there are, also by those who have no part in it. */
  everybody?: true;
};

const DOUBTFUL = '村口的路灯坏了三盏，样例待看。';
const REPORT = '修路灯的钱有人贪污了，请查一查。';
const BAD = '村口的路灯坏了三盏，样例违规。';

/** So long ago that the clock ran out on what was not answered, and silence put away what was. */
const LONG_AGO: Scene[] = [
  { name: 'to another level, and nobody said a word', steps: ['deputy pass-higher'] },
  { name: 'late' },
  { name: 'lapsed, asked', steps: ['deputy ask'] },
  { name: 'lapsed, answered', steps: ['deputy answer'] },
  { name: 'lapsed, asked, then solved', steps: ['deputy ask'], later: ['resident solved'] },
  { name: 'late, at the hotline', steps: ['clerk await-hotline'] },
  { name: 'late, referred', steps: ['deputy refer'] },
  { name: 'late, assigned', steps: ['deputy refer', 'clerk assign'] },
  {
    name: 'nobody answered what a department asked',
    steps: ['deputy refer', 'clerk assign', 'department department-ask', 'clerk grant-asked'],
  },
  {
    name: 'answered by a department with a promise, long due',
    steps: ['deputy refer', 'clerk assign', 'department department-promise'],
  },
  { name: 'solved long ago', steps: ['deputy answer', 'resident solved'] },
  { name: 'lapsed, then not solved', steps: ['deputy answer'], later: ['resident not-solved'] },
  { name: 'lapsed, published', open: true, steps: ['clock', 'clerk publish', 'deputy answer'] },
  { name: 'lapsed, term ended', to: 'ended', steps: ['ended answer'] },
  { name: 'entered, lapsed', by: 'supervisor', steps: ['deputy answer'] },
  { name: 'entered, spoken for, linked', by: 'supervisor', contact: 'later', steps: ['supervisor supplement'] },
  {
    name: 'entered, answered, linked, said more',
    by: 'supervisor',
    contact: 'later',
    steps: ['deputy answer'],
    later: ['resident not-solved', 'deputy answer'],
  },
];

/** So long ago that the resident was told, and is not silent for long enough yet; and the term of who had it ended meanwhile. */
const MONTH_AGO: Scene[] = [
  { name: 'handed over when the term ended', to: 'ended-before' },
  { name: 'asked, handed over when the term ended', to: 'ended-before', steps: ['ended-before ask'] },
  { name: 'told that it will lapse', steps: ['deputy answer'] },
  { name: 'entered, asked, told that it will lapse', by: 'supervisor', steps: ['deputy ask'] },
];

/** The day before, so that words and pictures are checked. */
const CHECKED: Scene[] = [
  { name: 'open, words not checked yet', open: true, later: ['resident supplement'] },
  { name: 'open, to be moderated', open: true },
  { name: 'open, published', open: true, later: ['clerk publish'] },
  { name: 'open, declined', open: true, later: ['clerk decline'] },
  {
    name: 'open, published, then no longer agreed to',
    open: true,
    later: ['clerk publish', 'resident withdraw-consent'],
  },
  { name: 'open, published, then answered', open: true, later: ['clerk publish', 'deputy answer'] },
  {
    name: 'open, solved, published',
    open: true,
    steps: ['deputy answer', 'resident solved'],
    later: ['clerk publish'],
  },
  { name: 'open, withdrawn', open: true, later: ['clerk publish', 'resident withdraw'] },
  { name: 'open, words in doubt', open: true, words: DOUBTFUL },
  { name: 'open, words bad, answered', open: true, words: BAD, later: ['deputy answer'] },
  { name: 'open, words withheld', open: true, words: DOUBTFUL, later: ['clerk withhold'] },
  { name: 'open, words approved', open: true, words: DOUBTFUL, later: ['clerk approve'] },
  { name: 'words in doubt', words: DOUBTFUL },
  { name: 'picture in doubt', picture: true },
  { name: 'open, picture withheld', open: true, picture: true, later: ['clerk withhold-picture'] },
  { name: 'entered, open, published', by: 'supervisor', open: true, later: ['clerk publish'] },
  { name: 'entered by the station, open, words in doubt', by: 'clerk', open: true, words: DOUBTFUL },
  { name: 'entered, open, linked, published', by: 'clerk', contact: 'known', open: true, later: ['clerk publish'] },
];

/** Nobody had to wait for anything. */
const FRESH: Scene[] = [
  { name: 'to all', everybody: true, to: null },
  { name: 'sent' },
  { name: 'taken', to: null, steps: ['deputy take'] },
  { name: 'noted, name for the station', nameFor: 'station', steps: ['deputy note', 'clerk note'] },
  { name: 'asked', everybody: true, steps: ['deputy ask'] },
  { name: 'referred', everybody: true, steps: ['deputy refer'] },
  { name: 'referred, given back', steps: ['deputy refer', 'clerk give-back'] },
  { name: 'assigned', everybody: true, steps: ['deputy refer', 'clerk assign'] },
  { name: 'assigned, taken back', steps: ['deputy refer', 'clerk assign', 'clerk take-back'] },
  { name: 'at the hotline', everybody: true, steps: ['clerk await-hotline'] },
  { name: 'at the hotline, referred before', steps: ['deputy refer', 'clerk await-hotline', 'resident supplement'] },
  { name: 'at the hotline, answered', steps: ['clerk await-hotline', 'clerk hotline-answered'] },
  {
    name: 'at the hotline, answered, not solved',
    steps: ['clerk await-hotline', 'clerk hotline-answered', 'resident not-solved'],
  },
  { name: 'at the hotline, failed', steps: ['clerk await-hotline', 'clerk hotline-failed'] },
  {
    name: 'at the hotline, referred before, a slip',
    steps: ['deputy refer', 'clerk await-hotline', 'clerk hotline-undone'],
  },
  { name: 'numbered', steps: ['clerk number-hotline'] },
  {
    name: 'entered by the station, at the hotline, answered',
    by: 'clerk',
    steps: ['office await-hotline', 'clerk hotline-answered'],
  },
  { name: 'like a report of wrongdoing', everybody: true, words: REPORT },
  { name: 'like a report of wrongdoing, entered', by: 'clerk', words: REPORT },
  { name: 'like a report of wrongdoing, to all, released', to: null, words: REPORT, steps: ['office release'] },
  { name: 'sent to the office', everybody: true, steps: ['deputy refer', 'clerk send-to-office'] },
  { name: 'sent to the office, released', steps: ['clerk send-to-office', 'office release'] },
  { name: 'sent to the office, diverted', everybody: true, steps: ['clerk send-to-office', 'office divert'] },
  { name: 'merged', everybody: true, steps: ['clerk merge'] },
  { name: 'merged, of anybody’s', to: null, steps: ['clerk merge'] },
  { name: 'merged, referred before, said more', steps: ['deputy refer', 'clerk merge', 'resident supplement'] },
  { name: 'merged, taken out again', steps: ['clerk merge', 'clerk unmerge'] },
  { name: 'accepted', steps: ['deputy refer', 'clerk assign', 'department accept'] },
  { name: 'accepted, said more', steps: ['deputy refer', 'clerk assign', 'department accept', 'resident supplement'] },
  {
    name: 'a department asks',
    steps: ['deputy refer', 'clerk assign', 'department accept', 'department department-ask'],
  },
  {
    name: 'a department asks, passed on',
    everybody: true,
    steps: ['deputy refer', 'clerk assign', 'department department-ask', 'clerk grant-asked'],
  },
  {
    name: 'a department asks, passed on, said',
    steps: ['deputy refer', 'clerk assign', 'department department-ask', 'clerk grant-asked', 'resident supplement'],
  },
  {
    name: 'a department asks, not passed on',
    steps: ['deputy refer', 'clerk assign', 'department department-ask', 'clerk refuse-asked'],
  },
  { name: 'a department wants more days', steps: ['deputy refer', 'clerk assign', 'department extend'] },
  {
    name: 'a department got more days',
    steps: ['deputy refer', 'clerk assign', 'department extend', 'clerk grant-asked'],
  },
  {
    name: 'a department got no more days',
    steps: ['deputy refer', 'clerk assign', 'department extend', 'clerk refuse-asked'],
  },
  { name: 'returned', steps: ['deputy refer', 'clerk assign', 'department return'] },
  {
    name: 'returned twice',
    steps: ['deputy refer', 'clerk assign', 'department return', 'clerk assign-other', 'other-department return'],
  },
  {
    name: 'returned twice, assigned by the office',
    steps: [
      'deputy refer',
      'clerk assign',
      'department return',
      'clerk assign-other',
      'other-department return',
      'office assign',
    ],
  },
  {
    name: 'answered by a department',
    everybody: true,
    steps: ['deputy refer', 'clerk assign', 'department department-answer'],
  },
  {
    name: 'answered by a department, with a promise',
    steps: ['deputy refer', 'clerk assign', 'department department-promise'],
  },
  {
    name: 'answered by a department, with a promise, said more',
    steps: ['deputy refer', 'clerk assign', 'department department-promise', 'resident supplement'],
  },
  {
    name: 'answered by a department, second round',
    steps: ['deputy refer', 'clerk assign', 'department department-answer', 'resident not-solved'],
  },
  {
    name: 'answered by a department, solved',
    steps: ['deputy refer', 'clerk assign', 'department progress', 'department department-answer', 'resident solved'],
  },
  {
    name: 'answered by a department, then turns out to be the deputy’s',
    by: 'supervisor',
    steps: ['deputy refer', 'clerk assign', 'department department-answer', 'deputy owns'],
  },
  { name: 'entered, assigned', by: 'supervisor', steps: ['deputy refer', 'clerk assign'] },
  { name: 'asked, said', steps: ['deputy ask', 'resident supplement'] },
  { name: 'answered', steps: ['deputy answer'] },
  { name: 'second round', steps: ['deputy answer', 'resident not-solved'] },
  { name: 'passed', steps: ['deputy pass colleague'] },
  { name: 'second round, passed', steps: ['deputy answer', 'resident not-solved', 'deputy pass colleague'] },
  {
    name: 'second round, passed, answered',
    steps: ['deputy answer', 'resident not-solved', 'deputy pass colleague', 'colleague answer'],
  },
  { name: 'reassigned', steps: ['clerk reassign colleague'] },
  { name: 'opened, reassigned to all', steps: ['deputy open', 'clerk reassign-to-all'] },
  { name: 'to another level, asked first', everybody: true, steps: ['deputy pass-higher'] },
  { name: 'to another level by the station, to all', to: null, steps: ['clerk reassign-higher'] },
  { name: 'to another level, agreed', steps: ['deputy pass-higher', 'resident agree-handover'] },
  {
    name: 'to another level, taken',
    steps: ['deputy pass-higher', 'resident agree-handover', 'city take'],
  },
  {
    name: 'to another level, declined',
    steps: ['deputy pass-higher', 'resident agree-handover', 'city decline-handover'],
  },
  { name: 'to another level, refused', steps: ['deputy pass-higher', 'resident refuse-handover'] },
  { name: 'to another level, more said, not asked again', steps: ['deputy pass-higher', 'resident supplement'] },
  {
    name: 'entered, to another level, who entered it agreed',
    by: 'supervisor',
    steps: ['clerk reassign-higher', 'supervisor agree-handover'],
  },
  { name: 'asked, reassigned to all', steps: ['deputy ask', 'clerk reassign-to-all'] },
  { name: 'solved', everybody: true, steps: ['deputy answer', 'resident solved'] },
  { name: 'solved, taken back', steps: ['deputy answer', 'resident solved', 'resident withdraw-rating'] },
  { name: 'solved, reopened', steps: ['deputy answer', 'resident solved', 'resident reopen'] },
  { name: 'partly solved', steps: ['deputy answer', 'resident partly'] },
  { name: 'withdrawn', steps: ['resident withdraw'] },
  { name: 'answered, then turns out to be the deputy’s', by: 'supervisor', steps: ['deputy answer', 'deputy owns'] },
  { name: 'with one who is away', to: 'away' },
  { name: 'with one who is away, asked', to: 'away', steps: ['away ask'] },
  { name: 'term ended, opened', to: 'ended', steps: ['ended open'] },
  { name: 'term ended, asked', to: 'ended', steps: ['ended ask'] },
  { name: 'term ended, answered', to: 'ended', steps: ['ended answer'] },
  { name: 'entered', everybody: true, by: 'supervisor' },
  { name: 'entered, to all', by: 'supervisor', to: null },
  { name: 'entered, answered', by: 'supervisor', steps: ['deputy answer'] },
  {
    name: 'entered, second round, passed, answered',
    by: 'supervisor',
    steps: ['deputy answer', 'supervisor not-solved', 'deputy pass colleague', 'colleague answer'],
  },
  { name: 'entered, solved', by: 'supervisor', steps: ['deputy answer', 'supervisor solved'] },
  { name: 'entered, withdrawn', by: 'supervisor', steps: ['supervisor withdraw'] },
  { name: 'entered, the station spoke, to all', by: 'supervisor', to: null, steps: ['clerk supplement'] },
  { name: 'entered, the station spoke, answered', by: 'supervisor', steps: ['clerk supplement', 'deputy answer'] },
  { name: 'entered, term ended, answered', by: 'supervisor', to: 'ended', steps: ['ended answer'] },
  { name: 'entered, asked, who entered it withdrawn', by: 'other-supervisor', steps: ['deputy ask'] },
  { name: 'entered, answered, who entered it withdrawn', by: 'other-supervisor', steps: ['deputy answer'] },
  { name: 'entered, linked', by: 'supervisor', contact: 'known' },
  { name: 'entered, linked, answered', by: 'supervisor', contact: 'known', steps: ['deputy answer'] },
  { name: 'entered, phone left', by: 'supervisor', contact: 'left' },
  { name: 'entered, not theirs', by: 'supervisor', contact: 'left', steps: ['resident not-mine'] },
  { name: 'entered, phone corrected', by: 'clerk', contact: 'left', steps: ['clerk correct-contact'] },
  { name: 'entered by the station', by: 'clerk' },
  { name: 'entered by the station, to all, spoken for', by: 'clerk', to: null, steps: ['clerk supplement'] },
  { name: 'entered by the office', by: 'office', steps: ['deputy answer'] },
];

export const SCENES = { longAgo: LONG_AGO, monthAgo: MONTH_AGO, checked: CHECKED, fresh: FRESH };
