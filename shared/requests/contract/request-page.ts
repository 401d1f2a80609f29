import * as z from 'zod/mini';
import { Part, Said } from '../../assignments/part/values';
import { ResultClass } from '../../assignments/values';
import { Day, Instant, Term } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { Picture } from '../../kernel/pictures';
import { procedure } from '../../kernel/procedure';
import { Shown } from '../../promises/shown';
import { ACTS, EVENT_KINDS, VIEWERS } from '../lifecycle';
import { REPORT_REASONS, REPORT_STATES } from '../reports';
import { ASKS, CARRIED } from '../states';
import {
  Category,
  End,
  NAME_READERS,
  OPENNESS,
  Outcome,
  Publication,
  Satisfaction,
  State,
  TrackingNumber,
} from './values';
import '../problems';

/** What can happen to a request. */
const EventKind = z.enum(EVENT_KINDS);

/** What a viewer may do with a request; `RequestPage.may` lists those that are possible now. */
const Act = z.enum(ACTS);

/** As whom somebody reads it. */
const Viewer = z.enum(VIEWERS);

/** What WeChat was not sure of or thinks bad, or a person withheld. */
const Doubted = z.enum(['review', 'risky', 'withheld']);

/** What the resident said of an answer: solved or not, and attitude and result apart (态度、结果分开评). */
const Rating = z.object({
  outcome: Outcome,
  attitude: z.nullable(Satisfaction),
  result: z.nullable(Satisfaction),
  words: z.nullable(z.string()),
});

/** One event of a request's history, as its reader may see it. */
export const RequestEvent = z.object({
  id: Id,
  kind: EventKind,
  at: Instant,
  on: Day,
  byName: z.nullable(z.string()),
  words: z.nullable(z.string()),
  /** To whom it went (转、改派), or to which department; null: to all of the village's deputies. */
  toName: z.nullable(z.string()),
  /** Said through the one who entered it (代说). */
  spoken: z.boolean(),
  /** Until when somebody wants more time, or got it. */
  until: z.optional(z.nullable(Day)),
  /** How many others it is handled with from then on (合成一件). */
  others: z.optional(z.nullable(z.int())),
  /** How and when a deputy without an account was told, or said it. */
  told: z.optional(z.nullable(z.object({ by: z.enum(CARRIED), on: Day }))),
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

/** A request as the one who asks may see it (`viewer`), with what they may do with it now (`may`). */
export const RequestPage = z.object({
  id: Id,
  trackingNumber: TrackingNumber,
  viewer: Viewer,
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
  /** The same with the level, where it lies with a deputy of a level above the county: 市人大代表汪虚拟. */
  higherDeputy: z.optional(z.nullable(z.string())),
  deputyAwayUntil: z.nullable(Day),
  /** Nobody has signed in for the deputy yet: the station looks at it, and a colleague may take it. */
  deputyNotJoined: z.boolean(),
  /** The department that has it, or answered it last. */
  departmentName: z.optional(z.nullable(z.string())),
  /** How often a department gave it back. */
  returns: z.optional(z.int()),
  /** Its number at the 12345 hotline; never to a department, which may find by it whose it is. */
  hotlineNumber: z.optional(z.nullable(z.string())),
  /** Until when the department says whether it takes it; null once it has, and where nobody was asked. */
  acceptBy: z.optional(z.nullable(Day)),
  /** For who works in the department that has it: by which it has it (`assignments.show`). */
  assignmentId: z.optional(z.nullable(Id)),
  /** Who works on it beside that department (协办、分办). What was asked of them and what they say read those who work on it. */
  parts: z.optional(z.array(Part)),
  /** For who works in one of these: which part is theirs (`assignments.part`). */
  partId: z.optional(z.nullable(Id)),
  /** For who works on it: what the department asks of the station, to pass a question on or for more days, until it is decided. */
  asks: z.optional(z.nullable(z.object({ what: z.enum(ASKS), words: z.string(), on: Day, until: z.nullable(Day) }))),
  /** For the station: which department the deputy thinks of, and what it should do. */
  wish: z.optional(z.nullable(z.object({ departmentId: z.nullable(Id), words: z.nullable(z.string()) }))),
  stationName: z.nullable(z.string()),
  stationPhone: z.nullable(z.string()),
  /** Entered for somebody: by whom, and the number on their slip. */
  enteredBy: z.nullable(z.string()),
  slipNumber: z.nullable(z.string()),
  /**
   * For who entered it and its station: whether the one it was entered for confirmed it by their phone, or whoever has that phone said that it
   * is not theirs. The number itself is never on a page (`requests.seePhone`). Null for anybody else, and where its resident sent it.
   */
  contact: z.optional(z.nullable(z.enum(['none', 'unconfirmed', 'declined', 'confirmed']))),
  pictures: z.array(Picture),
  /**
   * What WeChat was not sure of (`review`) or thinks bad (`risky`), for the station to decide, and what a person withheld; `picture` null:
   * the words. Empty for anybody else.
   */
  doubts: z.array(
    z.object({
      picture: z.nullable(Id),
      verdict: Doubted,
      /** Of the words: in which events they stand, each with what WeChat says of it; the first stands for the request's own. */
      events: z.optional(z.array(z.object({ id: Id, verdict: Doubted }))),
    }),
  ),
  /** What a clerk hid from departments and the notice board, for the station; not there for anybody else. */
  hidden: z.optional(z.array(z.string())),
  publication: z.nullable(Publication),
  /** What a person agreed to for the notice board, for the station: from there it goes on. Null before that. */
  board: z.optional(z.nullable(z.object({ title: z.string(), words: z.string(), answer: z.nullable(z.string()) }))),
  /** For the station: what was said against it on the board (举报), the newest first. Who said it is shown to nobody. */
  reports: z.optional(
    z.array(
      z.object({
        id: Id,
        reason: z.enum(REPORT_REASONS),
        words: z.nullable(z.string()),
        on: Day,
        state: z.enum(REPORT_STATES),
        answer: z.nullable(z.string()),
      }),
    ),
  ),
  /** How many others it is handled with (合成一件), whichever of them leads. */
  others: z.optional(z.int()),
  /** For who handles it: the one with which it is handled, until it is answered. */
  mergedInto: z.optional(z.nullable(z.object({ id: Id, trackingNumber: TrackingNumber, title: z.string() }))),
  /** For who handles it: what is handled with it, in their residents' words, without whose they are; to a department no number either. */
  together: z.optional(
    z.array(
      z.object({
        id: Id,
        trackingNumber: z.nullable(TrackingNumber),
        /** Its newest event, for the station, which may take it out again as long as it is not answered. */
        seen: z.nullable(Id),
        title: z.string(),
        words: z.string(),
        where: z.nullable(z.string()),
        villageName: z.string(),
        submittedOn: Day,
        dueOn: Day,
        /** What was said later. */
        more: z.array(z.string()),
      }),
    ),
  ),
  /** For who handles it: what was on the notice board and had ended when this came (办完又犯), as everybody reads it; not there once that left the board. */
  earlier: z.optional(
    z.nullable(z.object({ id: Id, title: z.string(), words: z.string(), villageName: z.string(), submittedOn: Day })),
  ),
  /** For the station: what its resident says it is the same as, as everybody reads it, until that is decided. */
  saidSame: z.optional(z.nullable(z.object({ id: Id, title: z.string() }))),
  /** What may be done now by whoever looks. */
  may: z.array(Act),
  lapsesOn: z.nullable(Day),
  /** What a department promised with its answers, in the order in which it did. */
  promises: z.optional(z.array(Shown)),
  /** When whoever it is for is asked whether it is solved, while what was promised is neither kept nor due. */
  questionOn: z.optional(z.nullable(Day)),
  /** The last days on which what was said of the answer can be taken back, and be said not to be so. */
  ratingWithdrawableUntil: z.nullable(Day),
  reopenableUntil: z.nullable(Day),
  state: State,
  outcome: z.nullable(End),
  round: z.int(),
  submittedOn: Day,
  today: Day,
  clock: Clock,
  /** `by`: the department whose it is, and how far it says the matter is (办理结果类别); without it and without `hotline` the deputy's. */
  answer: z.nullable(
    z.object({
      id: Id,
      words: z.string(),
      on: Day,
      /** The hotline's (12345), as the station wrote it down. */
      hotline: z.optional(z.literal(true)),
      by: z.optional(z.object({ departmentName: z.string(), resultClass: ResultClass })),
      /** What those who worked on it with that department said, as it was said. */
      said: z.optional(z.array(Said)),
    }),
  ),
  rating: z.nullable(Rating),
  /** The last question, while it waits for the resident; `by`: the department that asks, without it the deputy does. */
  question: z.nullable(z.object({ words: z.string(), on: Day, by: z.optional(z.nullable(z.string())) })),
  /** What its resident is asked before it goes to a deputy of another level: to whom, why, and who would give it there (null: the station). */
  handover: z.optional(
    z.nullable(z.object({ id: Id, to: z.string(), by: z.nullable(z.string()), words: z.string(), on: Day })),
  ),
  events: z.array(RequestEvent),
  /**
   * What became of the one it was handled with, while it was (合成一件), newest first: in whose hands that one was. Without words: whoever wrote them wrote
   * them to another resident.
   */
  leadEvents: z.optional(z.array(RequestEvent)),
});

export type RequestPage = z.infer<typeof RequestPage>;

/** One request with its history. `not_found` for whoever has no part in it. */
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
