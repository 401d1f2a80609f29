import * as z from 'zod/mini';
import { Day, Instant, Term } from '../kernel/days';
import { SignedForm } from '../kernel/files';
import { Id, VillageCode } from '../kernel/ids';
import { Cursor, pageOf } from '../kernel/pages';
import { procedure } from '../kernel/procedure';
import { NAME, PhoneNumber, REASON, words } from '../kernel/text';
import { LENGTHS, MOST_PICTURES } from './limits';

/**
 * A request's life in plain words:
 *   with_deputy  a deputy has it, or all of a village's deputies do until one takes it; the clock runs. `answer` and `ask` lead on.
 *   asked        the deputy asked back; the resident has it and the clock stands. `supplement` gives it back with the days that were left.
 *   answered     the resident has it and the clock stands. `rate` leads on: solved or partly solved closes it,
 *                "not solved" gives it back to the deputy, a new round with a new clock.
 *   closed       the resident's own word leads here (您点头，才算办完): rated, or withdrawn before anybody took it. Silence past the
 *                county's days does too (`lapsed`), told beforehand, and the resident can still say what they would have said.
 */
export const STATES = ['with_deputy', 'asked', 'answered', 'closed'] as const;
export type State = (typeof STATES)[number];

export const OUTCOMES = ['solved', 'partly', 'not_solved'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How a closed request ended. */
export const ENDS = ['solved', 'partly', 'withdrawn', 'lapsed'] as const;
export type End = (typeof ENDS)[number];

export const SATISFACTION = ['satisfied', 'mostly', 'unsatisfied'] as const;
export type Satisfaction = (typeof SATISFACTION)[number];

/** handlers: only who deals with it. public: the resident agrees to the notice board, once the station has looked at it. */
const OPENNESS = ['handlers', 'public'] as const;

/** Who may read the resident's name besides themselves: the deputy and the station, or the station alone. */
const NAME_READERS = ['deputy', 'station'] as const;

export const EVENTS = [
  'submitted',
  'registered',
  'entered',
  'claimed',
  'opened',
  'answered',
  'read',
  'supplemented',
  'asked',
  'solved',
  'partly',
  'not_solved',
  'withdrawn',
  'taken',
  'passed',
  'reassigned',
  'noted',
  'lapse_told',
  'lapsed',
  'reopened',
  'published',
  'declined',
  'cleared',
  'kept_back',
  'hidden',
] as const;
export type EventKind = (typeof EVENTS)[number];

export const CATEGORIES = ['road', 'water', 'waste', 'health', 'school', 'care', 'land', 'work', 'other'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What a viewer may do with a request; `RequestPage.may` lists those that are possible now. */
export const ACTS = [
  'answer',
  'ask',
  'note',
  'take',
  'pass',
  'supplement',
  'rate',
  'withdraw',
  'hide',
  'reassign',
  'screen',
  'decide',
  'print',
] as const;
export type Act = (typeof ACTS)[number];

const State = z.enum(STATES);
const Category = z.enum(CATEGORIES);
const Outcome = z.enum(OUTCOMES);
const End = z.enum(ENDS);
const Publication = z.enum(['pending', 'published', 'declined']);

/** As whom somebody looks at a request: whose it is, who entered it for them, its deputy, another deputy of the village, the station. */
export const VIEWERS = ['resident', 'entrant', 'deputy', 'colleague', 'station'] as const;
export type Viewer = (typeof VIEWERS)[number];

/** Each sent before (`beginPicture`). */
const Pictures = z.optional(z.array(Id).check(z.maxLength(MOST_PICTURES, `最多 ${MOST_PICTURES} 张。`)));

/**
 * A picture as it may be seen: `url` opens it for a quarter of an hour; null while it is kept back, but for the station.
 * `checked` false: only those who handle the matter see it yet.
 */
export const Picture = z.object({
  id: Id,
  url: z.nullable(z.string()),
  checked: z.boolean(),
  width: z.int(),
  height: z.int(),
});
export type Picture = z.infer<typeof Picture>;
const Satisfaction = z.enum(SATISFACTION);
const TrackingNumber = z.string();

/** What the resident said of an answer: solved or not, and attitude and result apart (态度、结果分开评). */
const Rating = z.object({
  outcome: Outcome,
  attitude: z.nullable(Satisfaction),
  result: z.nullable(Satisfaction),
  words: z.nullable(z.string()),
});

/** A line in "my requests" (我的事). */
export const MyRequest = z.object({
  id: Id,
  trackingNumber: TrackingNumber,
  title: z.string(),
  state: State,
  outcome: z.nullable(End),
  round: z.int(),
  /** Null while any of the village's deputies may take it. */
  deputyName: z.nullable(z.string()),
  /** Somebody entered it for this person. */
  entered: z.boolean(),
  lapsesOn: z.nullable(Day),
  submittedOn: Day,
  dueOn: Day,
  answeredOn: z.nullable(Day),
  closedOn: z.nullable(Day),
});
export type MyRequest = z.infer<typeof MyRequest>;

/** A line in the deputy's inbox (信箱). `name` is null when the resident kept it to the station. */
export const InboxItem = z.object({
  id: Id,
  title: z.string(),
  excerpt: z.string(),
  state: State,
  outcome: z.nullable(End),
  round: z.int(),
  opened: z.boolean(),
  /** Nobody has it yet: one of the village's deputies takes it. */
  shared: z.boolean(),
  /** Whose it is while that deputy is away; null in one's own inbox. */
  awayName: z.nullable(z.string()),
  name: z.nullable(z.string()),
  villageName: z.string(),
  submittedOn: Day,
  dueOn: Day,
  closedOn: z.nullable(Day),
});
export type InboxItem = z.infer<typeof InboxItem>;

export const RequestEvent = z.object({
  id: Id,
  kind: z.enum(EVENTS),
  at: Instant,
  on: Day,
  byName: z.nullable(z.string()),
  words: z.nullable(z.string()),
  /** To whom it went (转、改派); null: to all of the village's deputies. */
  toName: z.nullable(z.string()),
  /** Said through the one who entered it (代说). */
  spoken: z.boolean(),
  pictures: z.array(Picture),
});
export type RequestEvent = z.infer<typeof RequestEvent>;

/** The clock of the round that runs: a square a day for `DayTrack`. `stoppedOn` is set while the resident has it. `late` counts days that count past the due day. */
export const Clock = z.object({
  startedOn: Day,
  dueOn: Day,
  stoppedOn: z.nullable(Day),
  kind: Term.shape.kind,
  days: z.array(z.object({ day: Day, counts: z.boolean() })),
  used: z.int(),
  left: z.int(),
  late: z.int(),
});
export type Clock = z.infer<typeof Clock>;

export const RequestPage = z.object({
  id: Id,
  trackingNumber: TrackingNumber,
  viewer: z.enum(VIEWERS),
  title: z.string(),
  words: z.string(),
  where: z.nullable(z.string()),
  category: Category,
  openness: z.enum(OPENNESS),
  name: z.nullable(z.string()),
  nameFor: z.enum(NAME_READERS),
  villageName: z.string(),
  /** Null while any of the village's deputies may take it (谁先接就归谁). */
  deputyId: z.nullable(Id),
  deputyName: z.nullable(z.string()),
  deputyAwayUntil: z.nullable(Day),
  stationName: z.nullable(z.string()),
  stationPhone: z.nullable(z.string()),
  /** Entered for somebody: by whom, and the number on their slip. */
  enteredBy: z.nullable(z.string()),
  slipNumber: z.nullable(z.string()),
  pictures: z.array(Picture),
  /**
   * What WeChat was not sure of (`review`) or thinks bad (`risky`), for the station to decide, and what a person kept back; `picture` null:
   * the words. Empty for anybody else.
   */
  doubts: z.array(z.object({ picture: z.nullable(Id), verdict: z.enum(['review', 'risky', 'kept_back']) })),
  publication: z.nullable(Publication),
  /** What may be done now by whoever looks. */
  may: z.array(z.enum(ACTS)),
  lapsesOn: z.nullable(Day),
  state: State,
  outcome: z.nullable(End),
  round: z.int(),
  submittedOn: Day,
  today: Day,
  clock: Clock,
  answer: z.nullable(z.object({ id: Id, words: z.string(), on: Day })),
  rating: z.nullable(Rating),
  /** The deputy's last question, while it waits for the resident. */
  question: z.nullable(z.object({ words: z.string(), on: Day })),
  events: z.array(RequestEvent),
});
export type RequestPage = z.infer<typeof RequestPage>;

/**
 * Sends a request (说件事) to one deputy, or without `deputyId` to all of the village's: the first to take it has it.
 * Registered at the station at once; the clock starts today.
 */
export const submit = procedure({
  name: 'requests.submit',
  summary: '跟代表说件事',
  method: 'POST',
  path: '/requests',
  who: ['resident'],
  phone: true,
  input: z.strictObject({
    deputyId: z.optional(Id),
    village: VillageCode,
    category: Category,
    words: words(...LENGTHS.request),
    where: z.optional(words(...LENGTHS.where)),
    openness: z.enum(OPENNESS),
    name: z.optional(words(0, NAME[1])),
    nameFor: z.enum(NAME_READERS),
    pictures: Pictures,
  }),
  reply: z.object({
    id: Id,
    trackingNumber: TrackingNumber,
    deputyName: z.nullable(z.string()),
    stationName: z.nullable(z.string()),
    answerTerm: Term,
    dueOn: Day,
  }),
  problems: ['not_found', 'own_matter', 'deputy_not_yours', 'deputy_ended', 'picture_missing', 'picture_taken'],
  rate: 'write',
  idempotent: true,
});

export const mine = procedure({
  name: 'requests.mine',
  summary: '我说过的事：等我说的、在办的、办完的',
  method: 'GET',
  path: '/requests/mine',
  who: ['resident'],
  input: z.strictObject({ state: State, cursor: z.optional(Cursor) }),
  reply: pageOf(MyRequest),
  problems: [],
  rate: 'read',
});

export const inbox = procedure({
  name: 'requests.inbox',
  summary: '代表信箱：等我回的（最急的在前）、等居民说的、办完的',
  method: 'GET',
  path: '/requests/inbox',
  who: ['deputy'],
  input: z.strictObject({ state: State, cursor: z.optional(Cursor) }),
  reply: pageOf(InboxItem),
  problems: [],
  rate: 'read',
});

/** Numbers for the tabs and their badges. Counting stops at 100, because nobody reads a larger badge. */
export const counts = procedure({
  name: 'requests.counts',
  summary: '各有几件',
  method: 'GET',
  path: '/requests/counts',
  who: ['resident'],
  input: z.strictObject({}),
  reply: z.object({
    mine: z.object({ with_deputy: z.int(), asked: z.int(), answered: z.int(), closed: z.int() }),
    inbox: z.nullable(
      z.object({
        with_deputy: z.int(),
        dueToday: z.int(),
        late: z.int(),
        asked: z.int(),
        answered: z.int(),
        shared: z.int(),
      }),
    ),
    /** What waits for a clerk at their stations (an office: in the county); null for anybody else. */
    desk: z.nullable(z.object({ late: z.int(), unplaced: z.int(), toScreen: z.int(), toDecide: z.int() })),
  }),
  problems: [],
  rate: 'read',
});

export const follow = procedure({
  name: 'requests.follow',
  summary: '这件事：在谁手里、一路怎么走的',
  method: 'GET',
  path: '/requests/{id}',
  who: ['resident'],
  input: z.strictObject({ id: Id }),
  reply: RequestPage,
  problems: ['not_found'],
  rate: 'read',
});

/** Writes down that the deputy saw the request, or the resident the answer; the second time changes nothing. */
export const open = procedure({
  name: 'requests.open',
  summary: '看过了',
  method: 'PUT',
  path: '/requests/{id}/opened',
  who: ['resident'],
  input: z.strictObject({ id: Id }),
  reply: z.object({ opened: z.literal(true) }),
  problems: ['not_found'],
  rate: 'write',
});

export const answer = procedure({
  name: 'requests.answer',
  summary: '代表回话',
  method: 'POST',
  path: '/requests/{id}/answers',
  who: ['deputy'],
  input: z.strictObject({
    id: Id,
    /** The round that was on the screen: what belongs to an earlier one is no answer to "not solved". */
    round: z.optional(z.int().check(z.gte(1), z.lte(1000))),
    words: words(...LENGTHS.answer),
    pictures: Pictures,
  }),
  reply: z.object({ state: State, round: z.int() }),
  problems: [
    'not_found',
    'own_matter',
    'term_over',
    'said_since',
    'request_closed',
    'picture_missing',
    'picture_taken',
  ],
  rate: 'write',
  idempotent: true,
});

/**
 * "Not solved" restarts the clock and gives the matter back to the deputy; nothing closes but by this word (您点头，才算办完).
 * Who entered it for somebody without a phone says it for them; what closed by silence can still be rated.
 */
export const rate = procedure({
  name: 'requests.rate',
  summary: '解决了吗：态度和结果分开评',
  method: 'POST',
  path: '/requests/{id}/ratings',
  who: ['resident'],
  input: z.strictObject({
    id: Id,
    round: z.int().check(z.gte(1), z.lte(1000)),
    /** The answer that was on the screen; when there is a newer one the word is not taken for it (`answer_changed`). */
    answerId: z.optional(Id),
    outcome: Outcome,
    attitude: z.optional(Satisfaction),
    result: z.optional(Satisfaction),
    words: z.optional(words(...LENGTHS.rating)),
  }),
  reply: z.object({ state: State, round: z.int(), dueOn: Day }),
  problems: ['not_found', 'own_answer', 'not_waiting_for_rating', 'answer_changed', 'request_closed'],
  rate: 'write',
  idempotent: true,
});

export const supplement = procedure({
  name: 'requests.supplement',
  summary: '补充几句；代表问了的，这就是回答',
  method: 'POST',
  path: '/requests/{id}/supplements',
  who: ['resident'],
  input: z.strictObject({ id: Id, words: words(...LENGTHS.supplement), pictures: Pictures }),
  reply: z.object({ added: z.literal(true) }),
  problems: ['not_found', 'own_answer', 'request_closed', 'picture_missing', 'picture_taken'],
  rate: 'write',
  idempotent: true,
});

/** The resident takes it back before a deputy has opened or taken it (撤回). */
export const withdraw = procedure({
  name: 'requests.withdraw',
  summary: '不说了，撤回',
  method: 'POST',
  path: '/requests/{id}/withdrawal',
  who: ['resident'],
  input: z.strictObject({ id: Id, words: z.optional(words(...LENGTHS.withdrawal)) }),
  reply: z.object({ state: State }),
  problems: ['not_found', 'own_answer', 'withdrawn_too_late', 'request_closed'],
  rate: 'write',
  idempotent: true,
});

/** The resident no longer agrees that others see it (撤回同意，个人信息保护法 第十五条): it leaves the notice board at once and for good. */
export const hide = procedure({
  name: 'requests.hide',
  summary: '不让大家看了',
  method: 'POST',
  path: '/requests/{id}/hiding',
  who: ['resident'],
  input: z.strictObject({ id: Id }),
  reply: z.object({ hidden: z.literal(true) }),
  problems: ['not_found', 'own_answer', 'not_public'],
  rate: 'write',
  idempotent: true,
});

/** A place for one picture: a form (`multipart/form-data`) with these fields and then `file`, JPEG, PNG or WebP, at most 2 MB. */
export const beginPicture = procedure({
  name: 'requests.beginPicture',
  summary: '要传一张图片',
  method: 'POST',
  path: '/requests/pictures',
  who: ['resident'],
  phone: true,
  input: z.strictObject({}),
  reply: z.object({ id: Id, form: SignedForm }),
  problems: [],
  rate: 'write',
});

/** Looks at what was sent, takes out where it was taken, and keeps it. Again: the same reply. */
export const keepPicture = procedure({
  name: 'requests.keepPicture',
  summary: '图片传好了',
  method: 'PUT',
  path: '/requests/pictures/{id}',
  who: ['resident'],
  input: z.strictObject({ id: Id }),
  reply: Picture,
  problems: ['not_found', 'picture_missing', 'picture_bad'],
  rate: 'write',
});

/** What any deputy of the villages may take: nobody's yet, or of one who is away. Most urgent first. */
export const shared = procedure({
  name: 'requests.shared',
  summary: '组里的：还没人接的、外出代表的',
  method: 'GET',
  path: '/requests/shared',
  who: ['deputy'],
  input: z.strictObject({ cursor: z.optional(Cursor) }),
  reply: pageOf(InboxItem),
  problems: [],
  rate: 'read',
});

/** The first to take it has it (谁先接就归谁). The clock goes on. */
export const take = procedure({
  name: 'requests.take',
  summary: '我来接',
  method: 'POST',
  path: '/requests/{id}/taking',
  who: ['deputy'],
  input: z.strictObject({ id: Id }),
  reply: z.object({ taken: z.literal(true) }),
  problems: ['not_found', 'own_matter', 'already_taken', 'request_closed'],
  rate: 'write',
  idempotent: true,
});

/** Other serving deputies of the request's village: to whom it can be passed on or given. */
export const group = procedure({
  name: 'requests.group',
  summary: '可以转给哪几位代表',
  method: 'GET',
  path: '/requests/{id}/group',
  who: ['deputy', 'clerk', 'admin'],
  input: z.strictObject({ id: Id }),
  reply: z.object({
    deputies: z.array(
      z.object({
        id: Id,
        name: z.string(),
        levels: z.array(z.string()),
        awayUntil: z.nullable(Day),
        /** Of one who is there today: the days away that begin before the answer is due. */
        nextAway: z.nullable(z.object({ from: Day, to: Day })),
      }),
    ),
  }),
  problems: ['not_found'],
  rate: 'read',
});

/** The deputy passes it on within the group; the resident sees to whom and why. The clock goes on. */
export const pass = procedure({
  name: 'requests.pass',
  summary: '转给同组的代表',
  method: 'POST',
  path: '/requests/{id}/passing',
  who: ['deputy'],
  input: z.strictObject({ id: Id, deputyId: Id, words: words(...REASON) }),
  reply: z.object({ deputyName: z.string() }),
  problems: [
    'not_found',
    'own_matter',
    'term_over',
    'not_your_deputies',
    'deputy_ended',
    'not_waiting_for_answer',
    'request_closed',
  ],
  rate: 'write',
  idempotent: true,
});

/** The deputy asks back (问一句). The clock stands until the resident has said more. */
export const ask = procedure({
  name: 'requests.ask',
  summary: '代表问一句',
  method: 'POST',
  path: '/requests/{id}/questions',
  who: ['deputy'],
  input: z.strictObject({ id: Id, words: words(...LENGTHS.question) }),
  reply: z.object({ state: State }),
  problems: ['not_found', 'own_matter', 'term_over', 'asked_already', 'not_waiting_for_answer', 'request_closed'],
  rate: 'write',
  idempotent: true,
});

/** A private note (内部留言): the deputy and the station read it, the resident never does. */
export const note = procedure({
  name: 'requests.note',
  summary: '给联络站留一句，居民看不到',
  method: 'POST',
  path: '/requests/{id}/notes',
  who: ['deputy', 'clerk', 'admin'],
  input: z.strictObject({ id: Id, words: words(...LENGTHS.note) }),
  reply: z.object({ added: z.literal(true) }),
  problems: ['not_found'],
  rate: 'write',
  idempotent: true,
});

/**
 * Entered for a neighbour or a visitor (代为登记), from their mouth or their slip. With a phone, it appears under "mine"
 * once that phone is verified in WeChat. A supervisor enters for their own village, a clerk for their station's.
 */
export const register = procedure({
  name: 'requests.register',
  summary: '替人登记一件事',
  method: 'POST',
  path: '/requests/registrations',
  who: ['supervisor', 'clerk', 'admin'],
  phone: true,
  input: z.strictObject({
    deputyId: z.optional(Id),
    village: VillageCode,
    category: Category,
    words: words(...LENGTHS.request),
    where: z.optional(words(...LENGTHS.where)),
    openness: z.enum(OPENNESS),
    name: words(...NAME),
    nameFor: z.enum(NAME_READERS),
    contactPhone: z.optional(PhoneNumber),
    slipNumber: z.optional(words(...LENGTHS.slip)),
    pictures: Pictures,
  }),
  reply: z.object({
    id: Id,
    trackingNumber: TrackingNumber,
    deputyName: z.nullable(z.string()),
    stationName: z.nullable(z.string()),
    answerTerm: Term,
    dueOn: Day,
  }),
  problems: [
    'not_found',
    'own_matter',
    'deputy_not_yours',
    'deputy_ended',
    'slip_taken',
    'picture_missing',
    'picture_taken',
  ],
  rate: 'write',
  idempotent: true,
});

/** What one entered for others, newest first. */
export const entered = procedure({
  name: 'requests.entered',
  summary: '我替人登记的',
  method: 'GET',
  path: '/requests/entered',
  who: ['supervisor', 'clerk', 'admin'],
  input: z.strictObject({ state: State, cursor: z.optional(Cursor) }),
  reply: pageOf(MyRequest),
  problems: [],
  rate: 'read',
});

/** A line on the station's desk (分办台). `reasons` says why it waits for the station. */
export const DeskItem = z.object({
  id: Id,
  trackingNumber: TrackingNumber,
  title: z.string(),
  excerpt: z.string(),
  state: State,
  outcome: z.nullable(End),
  category: Category,
  villageName: z.string(),
  stationName: z.nullable(z.string()),
  deputyId: z.nullable(Id),
  deputyName: z.nullable(z.string()),
  name: z.nullable(z.string()),
  submittedOn: Day,
  dueOn: Day,
  reasons: z.array(z.enum(['late', 'away', 'ended', 'untaken', 'to_screen', 'to_decide'])),
});
export type DeskItem = z.infer<typeof DeskItem>;

export const BOXES = ['open', 'late', 'unplaced', 'to_screen', 'to_decide', 'waiting', 'closed'] as const;

/**
 * What a clerk's stations hold (an office: the county). open: with a deputy, by due day; late: past it; unplaced: nobody took it by half
 * its days, or the deputy is away; waiting: for the resident.
 */
export const desk = procedure({
  name: 'requests.desk',
  summary: '联络站的台面：哪些要我管',
  method: 'GET',
  path: '/requests/desk',
  who: ['clerk', 'admin'],
  input: z.strictObject({ box: z.enum(BOXES), station: z.optional(Id), cursor: z.optional(Cursor) }),
  reply: pageOf(DeskItem),
  problems: ['not_found'],
  rate: 'read',
});

/** By words (from one character on), tracking number or slip number, newest first, within what the person may see. */
export const search = procedure({
  name: 'requests.search',
  summary: '找一件事：几个字、受理编号或纸条编号',
  method: 'GET',
  path: '/requests/search',
  who: ['deputy', 'clerk', 'admin'],
  input: z.strictObject({ words: words(...LENGTHS.search), cursor: z.optional(Cursor) }),
  reply: pageOf(DeskItem),
  problems: [],
  rate: 'read',
});

/** The station gives it to another deputy, or without `deputyId` to all of the village's (改派). The resident sees it and why. */
export const reassign = procedure({
  name: 'requests.reassign',
  summary: '改派给另一位代表',
  method: 'POST',
  path: '/requests/{id}/reassignments',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({ id: Id, deputyId: z.optional(Id), words: words(...REASON) }),
  reply: z.object({ deputyName: z.nullable(z.string()) }),
  problems: [
    'not_found',
    'own_matter',
    'not_your_deputies',
    'deputy_ended',
    'not_waiting_for_answer',
    'request_closed',
  ],
  rate: 'write',
  idempotent: true,
});

/** A person at the station agrees to the notice board, or not, with the reason (公开审核). What is published is what they see here. */
export const screen = procedure({
  name: 'requests.screen',
  summary: '公开，或不公开',
  method: 'POST',
  path: '/requests/{id}/screening',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({
    id: Id,
    publish: z.boolean(),
    title: z.optional(words(...LENGTHS.title)),
    words: z.optional(words(...LENGTHS.answer)),
    answer: z.optional(words(0, LENGTHS.answer[1])),
    reason: z.optional(words(...REASON)),
  }),
  reply: z.object({ publication: Publication }),
  problems: ['not_found', 'own_answer', 'not_to_screen', 'words_not_checked', 'words_risky'],
  rate: 'write',
  idempotent: true,
});

/** Decides what WeChat was not sure of (人工复核), the words or one picture, with the reason; written down who did. */
export const decide = procedure({
  name: 'requests.decide',
  summary: '微信拿不准的，人来定',
  method: 'POST',
  path: '/requests/{id}/decisions',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({
    id: Id,
    picture: z.optional(Id),
    decision: z.enum(['cleared', 'kept_back']),
    reason: words(...REASON),
  }),
  reply: z.object({ decided: z.literal(true) }),
  problems: ['not_found', 'own_answer', 'nothing_to_decide'],
  rate: 'write',
  idempotent: true,
});

/** A matter on the notice board (公开栏): no name, no number, nothing but what the station agreed to. */
export const BoardItem = z.object({
  id: Id,
  title: z.string(),
  words: z.string(),
  answer: z.nullable(z.string()),
  category: Category,
  villageName: z.string(),
  deputyName: z.nullable(z.string()),
  state: State,
  outcome: z.nullable(End),
  submittedOn: Day,
  publishedOn: Day,
  pictures: z.array(Picture),
});
export type BoardItem = z.infer<typeof BoardItem>;

export const board = procedure({
  name: 'requests.board',
  summary: '公开栏，新的在前',
  method: 'GET',
  path: '/requests/board',
  who: 'anyone',
  input: z.strictObject({ cursor: z.optional(Cursor) }),
  reply: pageOf(BoardItem),
  problems: [],
  rate: 'public',
});

/** What a visitor takes home (回执): a page to print, as a PDF behind a link of ten minutes. */
export const printReceipt = procedure({
  name: 'requests.printReceipt',
  summary: '打印回执',
  method: 'POST',
  path: '/office/requests/{id}/receipt',
  who: ['supervisor', 'clerk', 'admin'],
  phone: true,
  input: z.strictObject({ id: Id }),
  reply: z.object({ url: z.string(), expiresAt: Instant }),
  problems: ['not_found'],
  rate: 'write',
});
