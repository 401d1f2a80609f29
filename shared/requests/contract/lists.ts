import * as z from 'zod/mini';
import { Day } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { Cursor, pageOf } from '../../kernel/pages';
import { procedure } from '../../kernel/procedure';
import { DaysLeft, End, State, TrackingNumber } from './values';
import '../problems';

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
  /** The same with the level, where it lies with a deputy of a level above the county. */
  higherDeputy: z.optional(z.nullable(z.string())),
  /** The department that has it, or answered it last. */
  departmentName: z.optional(z.nullable(z.string())),
  /** How often a department gave it back. */
  returns: z.optional(z.int()),
  /** Its number at the 12345 hotline. */
  hotlineNumber: z.optional(z.nullable(z.string())),
  /** Somebody entered it for this person. */
  enteredFor: z.boolean(),
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
  unassigned: z.boolean(),
  /** Whose it is while that deputy can't answer; null in the deputy's own inbox. */
  awayName: z.nullable(z.string()),
  /** The department that has it, or answered it last. */
  departmentName: z.optional(z.nullable(z.string())),
  name: z.nullable(z.string()),
  villageName: z.string(),
  submittedOn: Day,
  dueOn: Day,
  daysLeft: DaysLeft,
  closedOn: z.nullable(Day),
});

export type InboxItem = z.infer<typeof InboxItem>;

/** A person's own requests in one state, newest first. */
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

/** A deputy's requests in one state: what waits for them by its day, the others by what changed last. */
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
    mine: z.record(State, z.int()),
    inbox: z.nullable(
      z.object({
        states: z.record(State, z.int()),
        dueToday: z.int(),
        /** Today and in the next days (`SOON_DAYS`). */
        dueSoon: z.optional(z.int()),
        late: z.int(),
        unassigned: z.int(),
      }),
    ),
    /** What waits for a clerk at their stations (an office: in the county); null for anybody else. */
    worklist: z.nullable(
      z.object({
        late: z.int(),
        dueSoon: z.optional(z.int()),
        /** For which a department has to be found. */
        toAssign: z.optional(z.int()),
        unplaced: z.int(),
        toModerate: z.int(),
        toReview: z.int(),
        /** On the board, and reported by somebody (举报). */
        reported: z.optional(z.int()),
        /** May be a report of wrongdoing: of the office alone. */
        withOffice: z.optional(z.int()),
        /** Said to be the same as one on the board. */
        saidSame: z.optional(z.int()),
        /** Pending at the 12345 hotline. */
        atHotline: z.optional(z.int()),
        /** With a deputy of a level above the county. */
        withHigher: z.optional(z.int()),
      }),
    ),
  }),
  problems: [],
  rate: 'read',
});

/** What any deputy of the villages may take: nobody's yet, or of one who is away or has not signed in yet. Most urgent first. */
export const unassigned = procedure({
  name: 'requests.unassigned',
  summary: '组里的：还没人接的、外出代表的',
  method: 'GET',
  path: '/requests/unassigned',
  who: ['deputy'],
  input: z.strictObject({ cursor: z.optional(Cursor) }),
  reply: pageOf(InboxItem),
  problems: [],
  rate: 'read',
});

/** What one entered for others, newest first. */
export const enteredFor = procedure({
  name: 'requests.enteredFor',
  summary: '我替人登记的',
  method: 'GET',
  path: '/requests/entered-for',
  who: ['supervisor', 'clerk', 'admin'],
  input: z.strictObject({ state: State, cursor: z.optional(Cursor) }),
  reply: pageOf(MyRequest),
  problems: [],
  rate: 'read',
});
