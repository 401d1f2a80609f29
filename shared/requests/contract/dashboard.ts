import * as z from 'zod/mini';
import { Day, Instant, Term } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { Month } from '../../kernel/months';
import { procedure } from '../../kernel/procedure';
import { Category } from './values';
import '../problems';

/** So many months at the most are counted at once. */
export const MOST_MONTHS = 36;

const Count = z.int();

/**
 * What became of the requests that came in a time, as they stand now. received = underWay + asked + answered + solved + partly + lapsed + withdrawn + diverted.
 * `claimed` and `solved` are said by two sides and make no rate.
 */
export const Figures = z.object({
  received: Count,
  /** A deputy, the station, a department or the hotline has it and the clock runs. */
  underWay: Count,
  /** Of these: past their day. */
  late: Count,
  /** Of what is under way: pending at the 12345 hotline. */
  atHotline: Count,
  /** The deputy asked back. */
  asked: Count,
  /** The resident has the last word. */
  answered: Count,
  /** 办结: the resident said so … */
  solved: Count,
  /** … or, before decision 4, partly. */
  partly: Count,
  /** The resident said nothing for the county's days. */
  lapsed: Count,
  withdrawn: Count,
  diverted: Count,
  /** 办理完成: a deputy, or a department with class A, said so, whatever became of it. */
  claimed: Count,
  /** How many were answered at all: these are solved, partly, again, answered, or lapsed after an answer. */
  everAnswered: Count,
  /** Of these: the resident said that it is not solved, and somebody has it once more. */
  again: Count,
  /** In how many calendar days after it came half of these were first answered, and nine of ten; null where none was. */
  median: z.nullable(z.int()),
  p90: z.nullable(z.int()),
});
export type Figures = z.infer<typeof Figures>;

/** Of what figures are wanted. */
export const FIGURED = {
  station: z.optional(Id),
  category: z.optional(Category),
  /** The first and the last month in which requests came; this year up to now, unless it is said. */
  from: z.optional(Month),
  to: z.optional(Month),
};

/** The desk's dashboard (看板): a clerk's stations, the office's county. Exact for `at`. No figure is of a person. */
export const dashboard = procedure({
  name: 'requests.dashboard',
  summary: '看板：收到多少、办得怎样',
  method: 'GET',
  path: '/requests/dashboard',
  who: ['clerk', 'admin'],
  input: z.strictObject(FIGURED),
  reply: z.object({
    at: Instant,
    today: Day,
    from: Month,
    to: Month,
    /** The stations the caller may choose of, in the order of their list. */
    stations: z.array(z.object({ id: Id, name: z.string() })),
    /** Of every time: somebody has it and the clock runs; past its day; today or in the next days. */
    now: z.object({ underWay: Count, late: Count, soon: Count }),
    all: Figures,
    categories: z.array(z.object({ category: Category, figures: Figures })),
    /** Stations, or the villages of the one station that is looked at, in the order of their list; null: matters of no station. */
    placesAre: z.enum(['stations', 'villages']),
    places: z.array(z.object({ id: z.nullable(z.string()), name: z.string(), figures: Figures })),
    months: z.array(z.object({ month: Month, figures: Figures })),
    /** First answers by the calendar days they took. */
    answers: z.array(z.object({ days: z.int(), count: Count })),
    answerTerm: Term,
    /** A year whose holidays nobody announced yet, and how many matters are due after the last year that is known. */
    calendarGap: z.nullable(z.object({ year: z.int(), due: Count })),
  }),
  problems: ['not_found'],
  rate: 'read',
});
