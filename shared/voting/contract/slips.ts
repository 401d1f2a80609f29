import * as z from 'zod/mini';
import { Day } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import { PhoneNumber, words } from '../../kernel/text';
import { Sheet } from '../ballot';
import { ShownQuestion, Subject } from '../definition';
import { LENGTHS, LIMITS } from '../limits';
import { SlipCounts } from '../slips/counts';
import { PLACES, STATE_NAMES } from '../slips/states';
import '../problems';

const State = z.enum(STATE_NAMES);
/** What stands on a slip, typed, or what its QR code says. */
const Slip = z.string().check(z.minLength(1), z.maxLength(60));

const CLERKS = ['clerk', 'admin'] as const;
const FINDING = [
  'not_found',
  'slip_misread',
  'slip_check',
  'slip_unknown',
  'slip_forged',
  'slip_other_vote',
  'slip_other_station',
  'poll_not_open',
  'poll_closed',
  'poll_key_lost',
] as const;

/** A book's slips in the order of their numbers: so many that follow one another lie at the same place. */
const Run = z.object({ place: z.enum(PLACES), count: z.int() });

/** What happened to slips on a day, all stations together that somebody sees. */
const SlipDay = z.object({
  on: Day,
  books: z.array(z.object({ stationName: z.string(), count: z.int() })),
  issued: z.int(),
  entered: z.int(),
  spoiled: z.int(),
});

/** Where every slip is, by station (纸票本, 44b): the office sees all stations, a clerk their own. Nothing of what any says. */
export const slips = procedure({
  name: 'voting.slips',
  summary: '纸票的下落',
  method: 'GET',
  path: '/voting/{id}/slips',
  who: CLERKS,
  input: z.strictObject({ id: Id }),
  reply: z.object({
    title: z.string(),
    open: z.boolean(),
    /** Two people type each slip. */
    twice: z.boolean(),
    stations: z.array(
      z.object({
        id: Id,
        name: z.string(),
        counts: SlipCounts,
        /** As many lie in the box as were entered, and no more came back than were handed out. */
        agrees: z.boolean(),
        books: z.array(z.object({ id: Id, first: z.string(), last: z.string(), printedOn: Day, map: z.array(Run) })),
      }),
    ),
    /** Those that came back and are not in the box, and those that were entered today, by their numbers. */
    waiting: z.array(z.object({ serial: z.string(), state: State, mine: z.boolean() })),
    spoiled: z.array(
      z.object({
        serial: z.string(),
        reason: z.string(),
        on: Day,
        /** One name while the second is missing. */
        by: z.array(z.string()),
      }),
    ),
    /** The last days on which something happened (这几天), the latest first. */
    days: z.array(SlipDay),
  }),
  problems: ['not_found'],
  rate: 'read',
});

/**
 * Hands out one slip (发票): counted at the station, and with a phone number ticked on the roll, without which slip it was. From then on this
 * phone votes no more; what it cast stays in the box until the close, when it is taken out. It carries no `Idempotency-Key`, because nothing may be kept of a phone
 * number under a time: `act` is a random id, and the same one sent again is the same slip handed out.
 */
export const issueSlip = procedure({
  name: 'voting.issueSlip',
  summary: '发一张纸票',
  method: 'POST',
  path: '/voting/{id}/issues',
  who: CLERKS,
  input: z.strictObject({
    id: Id,
    stationId: Id,
    act: Id,
    /** Left out for somebody who has none: the clerk knows that they live there. */
    phone: z.optional(PhoneNumber),
    /** They spoiled one of this station, which came back, and get another; with a number it was ticked before. */
    instead: z.optional(z.boolean()),
    /** The clerk asked: 18 or older, lives there, has no other. */
    adult: z.boolean(),
  }),
  reply: z.object({ counts: SlipCounts }),
  problems: [
    'not_found',
    'poll_not_open',
    'poll_closed',
    'poll_key_lost',
    'slip_for_adults',
    'not_on_roll',
    'station_not_in_vote',
    'paper_ticked',
    'paper_never_taken',
    'slip_none_spoiled',
    'deputy_by_phone',
    'slips_used_up',
    'slip_other_station',
  ],
  rate: 'write',
});

/**
 * Takes back a tick that a clerk set at this station on the wrong number today: the slip lies on the pile again, and this phone may vote; what it
 * cast before counts. It takes a slip that is
 * still out; who takes back is written down. `act` as in `issueSlip`.
 */
export const takeBackSlip = procedure({
  name: 'voting.takeBackSlip',
  summary: '勾错了号，收回',
  method: 'POST',
  path: '/voting/{id}/issues/taken-back',
  who: CLERKS,
  input: z.strictObject({ id: Id, stationId: Id, act: Id, phone: PhoneNumber }),
  reply: z.object({ counts: SlipCounts }),
  problems: [
    'not_found',
    'poll_not_open',
    'poll_closed',
    'poll_key_lost',
    'slips_used_up',
    'slip_other_station',
    'paper_not_ticked',
    'slip_not_out',
  ],
  rate: 'write',
});

const Difference = z.object({
  subject: Id,
  /** Of the questions that have answers; -1 are the words. */
  question: z.int(),
  first: z.string(),
  second: z.string(),
});

/** A slip in a clerk's hand: it came back (收回), and this is what it asks. Done again it is the same. */
export const openSlip = procedure({
  name: 'voting.openSlip',
  summary: '收回一张，看它问什么',
  method: 'POST',
  path: '/voting/{id}/slips',
  who: CLERKS,
  input: z.strictObject({ id: Id, slip: Slip }),
  reply: z.object({
    serial: z.string(),
    stationName: z.string(),
    state: State,
    /** Which pass is typed now; 3 decides. */
    pass: z.int(),
    /** Who typed the first pass; null while nobody did. */
    firstBy: z.nullable(z.string()),
    questions: z.array(ShownQuestion),
    subjects: z.array(Subject),
    /** Where both passes differ, for the person who typed the second. */
    differences: z.array(Difference),
  }),
  problems: [...FINDING, 'slip_not_issued', 'slip_spoiled', 'slip_entered'],
  rate: 'write',
});

/**
 * Types a slip in (录纸票). Sent again it is the same. `atTable`: somebody said it in private at the table and the clerk filled it in; then
 * there is no paper to compare, and one pass is enough. A second pass that differs in too many places is of another slip: it is not kept, and
 * nothing of the first is told.
 */
export const enterSlip = procedure({
  name: 'voting.enterSlip',
  summary: '录一张纸票',
  method: 'PUT',
  path: '/voting/{id}/slips',
  who: CLERKS,
  input: z.strictObject({
    id: Id,
    slip: Slip,
    sheets: z.array(Sheet).check(z.maxLength(LIMITS.subjects)),
    atTable: z.optional(z.boolean()),
  }),
  reply: z.object({ state: State, differences: z.array(Difference) }),
  problems: [
    ...FINDING,
    'not_asked',
    'slip_not_issued',
    'slip_spoiled',
    'slip_entered',
    'slip_same_person',
    'slip_apart',
    'slip_apart_often',
    'slip_moved',
  ],
  rate: 'write',
});

/** Both passes differ: the second person says which is right, with the slip in hand, or asks for a third. */
export const settleSlip = procedure({
  name: 'voting.settleSlip',
  summary: '两遍不一样，定一遍',
  method: 'POST',
  path: '/voting/{id}/slips/settling',
  who: CLERKS,
  input: z.strictObject({ id: Id, slip: Slip, use: z.enum(['first', 'second', 'third']) }),
  reply: z.object({ state: State }),
  problems: [...FINDING, 'slip_spoiled', 'slip_entered', 'slip_moved'],
  rate: 'write',
});

/** Says that a slip counts for nothing (作废); the second person who says so makes it so. `handedOut`: it had left the book. */
export const spoilSlip = procedure({
  name: 'voting.spoilSlip',
  summary: '作废一张，要两个人',
  method: 'POST',
  path: '/voting/{id}/slips/spoiling',
  who: CLERKS,
  input: z.strictObject({ id: Id, slip: Slip, reason: words(...LENGTHS.spoiled), handedOut: z.boolean() }),
  reply: z.object({ state: State }),
  problems: [...FINDING, 'slip_not_issued', 'slip_spoiled', 'slip_entered', 'slip_moved', 'slip_spoil_second'],
  rate: 'write',
});
