import * as z from 'zod/mini';
import { Day } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { Figures, Tally } from './counted';
import { RATINGS, STANDINGS, STATE_NAMES } from './states';

/** A report in a list. */
export const ReportLine = z.object({
  id: Id,
  year: z.int(),
  departmentId: Id,
  departmentName: z.string(),
  state: z.enum(STATE_NAMES),
  /** Until when it is handed in; while deputies rate it, until when they do. */
  dueOn: Day,
  rateBy: z.nullable(Day),
  /** How many days later than that it was handed in, or has not been until today. */
  late: z.int(),
  handedInOn: z.nullable(Day),
  /** As they stood when it was handed in; as they stand until then. */
  figures: Figures,
  /** What deputies said last, once all have or their days are over. */
  tally: z.nullable(Tally),
  /** The caller is asked what they think of it. */
  asked: z.boolean(),
});
export type ReportLine = z.infer<typeof ReportLine>;

const StandingOn = { standing: z.enum(STANDINGS), dueOn: Day };

/** A promise in a report, as it stood when that was handed in. */
export const PromiseLine = z.object({
  promiseId: Id,
  version: z.int(),
  source: z.string(),
  words: z.string(),
  firstDueOn: Day,
  ...StandingOn,
  doneOn: z.nullable(Day),
  late: z.int(),
  /** The department showed pictures, or where it can be seen. */
  shown: z.boolean(),
  /** The department owes a word of it. */
  owes: z.boolean(),
  said: z.nullable(z.string()),
  /** How it stands today, where that is something else. */
  now: z.nullable(z.object(StandingOn)),
});
export type PromiseLine = z.infer<typeof PromiseLine>;

/** What one deputy said of it. */
const Receipt = z.object({
  round: z.int(),
  deputyName: z.string(),
  rating: z.nullable(z.enum(RATINGS)),
  words: z.nullable(z.string()),
});

const Happened = z.object({
  id: Id,
  kind: z.string(),
  on: Day,
  /** The department, the office, or nobody where it happened by itself. */
  office: z.nullable(z.string()),
  words: z.nullable(z.string()),
  dueOn: z.nullable(Day),
});

/** A report as it is read by whoever has to do with it. */
export const Report = z.extend(ReportLine, {
  version: z.int(),
  round: z.int(),
  /** What the department said of it as a whole; null until it is handed in. */
  words: z.nullable(z.string()),
  lines: z.array(PromiseLine),
  /** How many more there are, of matters that are neither public nor of this deputy. */
  hidden: z.int(),
  /** How many deputies are asked, and how many have said something. */
  deputies: z.int(),
  given: z.int(),
  /** What they said, round by round; nothing of a round before it is over. */
  receipts: z.array(Receipt),
  /** What the caller said in this round. */
  mine: z.nullable(z.object({ rating: z.nullable(z.enum(RATINGS)), words: z.nullable(z.string()) })),
  events: z.array(Happened),
  acts: z.array(z.string()),
});
export type Report = z.infer<typeof Report>;
