import * as z from 'zod/mini';
import { Day, Instant, Term } from '../kernel/days';
import { Id, VillageCode } from '../kernel/ids';
import { Cursor, pageOf } from '../kernel/pages';
import { procedure } from '../kernel/procedure';
import { words } from '../kernel/text';

/**
 * A request's life in plain words:
 *   with_deputy  the deputy has it and the clock runs. `answer` leads on.
 *   answered     the resident has it and the clock stands. `rate` leads on: solved or partly solved closes it,
 *                "not solved" gives it back to the deputy, a new round with a new clock.
 *   closed       only the resident's own word leads here (您点头，才算办完).
 */
export const STATES = ['with_deputy', 'answered', 'closed'] as const;
export type State = (typeof STATES)[number];

export const OUTCOMES = ['solved', 'partly', 'not_solved'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const SATISFACTION = ['satisfied', 'mostly', 'unsatisfied'] as const;
export type Satisfaction = (typeof SATISFACTION)[number];

/** handlers: only who deals with it. public: the resident agrees to the notice board, once the station has looked at it. */
const OPENNESS = ['handlers', 'public'] as const;

/** Who may read the resident's name besides themselves: the deputy and the station, or the station alone. */
const NAME_READERS = ['deputy', 'station'] as const;

export const EVENTS = [
  'submitted',
  'registered',
  'opened',
  'answered',
  'read',
  'supplemented',
  'solved',
  'partly',
  'not_solved',
] as const;
export type EventKind = (typeof EVENTS)[number];

export const CATEGORIES = ['road', 'water', 'waste', 'health', 'school', 'care', 'land', 'work', 'other'] as const;
export type Category = (typeof CATEGORIES)[number];

const State = z.enum(STATES);
const Category = z.enum(CATEGORIES);
const Outcome = z.enum(OUTCOMES);
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
  outcome: z.nullable(Outcome),
  round: z.int(),
  deputyName: z.string(),
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
  outcome: z.nullable(Outcome),
  round: z.int(),
  opened: z.boolean(),
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
});
export type RequestEvent = z.infer<typeof RequestEvent>;

/** The clock of the round that runs: a square a day for `DayTrack`. `late` counts days that count past the due day. */
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
  viewer: z.enum(['resident', 'deputy']),
  title: z.string(),
  words: z.string(),
  where: z.nullable(z.string()),
  category: Category,
  openness: z.enum(OPENNESS),
  name: z.nullable(z.string()),
  nameFor: z.enum(NAME_READERS),
  villageName: z.string(),
  deputyId: Id,
  deputyName: z.string(),
  stationName: z.nullable(z.string()),
  stationPhone: z.nullable(z.string()),
  state: State,
  outcome: z.nullable(Outcome),
  round: z.int(),
  submittedOn: Day,
  today: Day,
  clock: Clock,
  answer: z.nullable(z.object({ words: z.string(), on: Day })),
  rating: z.nullable(Rating),
  events: z.array(RequestEvent),
});
export type RequestPage = z.infer<typeof RequestPage>;

/** Sends a request to a deputy (说件事). Registered at the station at once; the clock starts today. */
export const submit = procedure({
  name: 'requests.submit',
  summary: '跟代表说件事',
  method: 'POST',
  path: '/requests',
  who: ['resident'],
  phone: true,
  input: z.strictObject({
    deputyId: Id,
    village: VillageCode,
    category: Category,
    words: words(10, 2000),
    where: z.optional(words(0, 100)),
    openness: z.enum(OPENNESS),
    name: z.optional(words(0, 20)),
    nameFor: z.enum(NAME_READERS),
  }),
  reply: z.object({
    id: Id,
    trackingNumber: TrackingNumber,
    deputyName: z.string(),
    stationName: z.nullable(z.string()),
    answerTerm: Term,
    dueOn: Day,
  }),
  problems: ['not_found', 'own_matter', 'deputy_not_yours', 'deputy_ended'],
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
    mine: z.object({ with_deputy: z.int(), answered: z.int(), closed: z.int() }),
    inbox: z.nullable(z.object({ with_deputy: z.int(), dueToday: z.int(), late: z.int(), answered: z.int() })),
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
  input: z.strictObject({ id: Id, words: words(2, 2000) }),
  reply: z.object({ state: State, round: z.int() }),
  problems: ['not_found', 'not_waiting_for_answer', 'request_closed'],
  rate: 'write',
  idempotent: true,
});

/** "Not solved" restarts the clock and gives the matter back to the deputy; nothing closes but by this word (您点头，才算办完). */
export const rate = procedure({
  name: 'requests.rate',
  summary: '解决了吗：态度和结果分开评',
  method: 'POST',
  path: '/requests/{id}/ratings',
  who: ['resident'],
  input: z.strictObject({
    id: Id,
    round: z.int().check(z.gte(1), z.lte(1000)),
    outcome: Outcome,
    attitude: z.optional(Satisfaction),
    result: z.optional(Satisfaction),
    words: z.optional(words(0, 500)),
  }),
  reply: z.object({ state: State, round: z.int(), dueOn: Day }),
  problems: ['not_found', 'not_waiting_for_rating', 'answer_changed', 'request_closed'],
  rate: 'write',
  idempotent: true,
});

export const supplement = procedure({
  name: 'requests.supplement',
  summary: '补充几句',
  method: 'POST',
  path: '/requests/{id}/supplements',
  who: ['resident'],
  input: z.strictObject({ id: Id, words: words(2, 1000) }),
  reply: z.object({ added: z.literal(true) }),
  problems: ['not_found', 'request_closed'],
  rate: 'write',
  idempotent: true,
});
