import * as z from 'zod/mini';
import { DECISIONS } from '../kernel/content-check';
import { Day } from '../kernel/days';
import { Id } from '../kernel/ids';
import { Picture } from '../kernel/pictures';
import { words } from '../kernel/text';
import { LENGTHS } from './limits';
import { STATE_NAMES as OPINION_STATES } from './opinion/states';
import { EXTENSIONS, SIDES, STATE_NAMES, WHYS } from './states';
import './problems';

/** What a department promises: what is done by which day; at one station's place, or (no station) everywhere. */
export const Promised = z.strictObject({
  words: words(...LENGTHS.promise),
  dueOn: Day,
  stationId: z.optional(Id),
});
export type Promised = z.infer<typeof Promised>;

/** Where proof can be seen: a page of the department's own site, say. */
export const Link = z.string().check(z.regex(/^https:\/\/[!-~]{4,300}$/, '网址不对，请从浏览器里复制过来。'));

/** What happened, by whom. `name` is a person's and is there for those who work on it alone. */
const Happened = z.object({
  kind: z.string(),
  on: Day,
  side: z.enum(SIDES),
  /** The department, the station or the office, as it is called. */
  office: z.nullable(z.string()),
  name: z.nullable(z.string()),
  words: z.nullable(z.string()),
  link: z.nullable(z.string()),
  /** What the department showed; everybody sees those that were checked and not left off. */
  pictures: z.optional(z.array(Picture)),
  /** The day it was promised for from then on, or was asked to be. */
  dueOn: z.nullable(Day),
});

/** A promise as everybody sees it. */
export const Shown = z.object({
  id: Id,
  departmentId: Id,
  departmentName: z.string(),
  /** What it was promised for, in words. */
  source: z.string(),
  words: z.string(),
  stationName: z.nullable(z.string()),
  dueOn: Day,
  state: z.enum(STATE_NAMES),
  /** How many days later than promised, until it was done or until today. */
  late: z.int(),
  why: z.nullable(z.enum(WHYS)),
  events: z.array(Happened),
});
export type Shown = z.infer<typeof Shown>;

/** The same with what the office had said, on which numbers, and what the department answered. A server of yesterday leaves out what is optional. */
export const ShownWithOpinion = z.extend(Shown, {
  /** The row of another context that it was promised for. */
  subject: z.optional(z.object({ context: z.string(), id: Id })),
  opinion: z.nullable(
    z.object({
      on: z.optional(Day),
      words: z.string(),
      figures: z.optional(z.array(z.string())),
      answer: z.nullable(z.object({ on: Day, words: z.nullable(z.string()) })),
    }),
  ),
});

/** The same for those who work on it. */
export const Worked = z.extend(Shown, {
  version: z.int(),
  extension: z.nullable(z.enum(EXTENSIONS)),
  /** The day that was asked for. */
  askedUntil: z.nullable(Day),
  acts: z.array(z.string()),
  /** What whoever looks may decide of its pictures. */
  reviews: z.array(z.object({ picture: Id, decisions: z.array(z.enum(DECISIONS)) })),
});
export type Worked = z.infer<typeof Worked>;

/** An opinion and what the department answered, as everybody sees it. */
export const Opinion = z.object({
  id: Id,
  departmentId: Id,
  departmentName: z.string(),
  source: z.string(),
  words: z.string(),
  /** The numbers it stands on, a line each, as they were published. */
  figures: z.array(z.string()),
  /** Until when an answer is due. */
  dueOn: Day,
  state: z.enum(OPINION_STATES),
  late: z.int(),
  events: z.array(Happened),
});
export type Opinion = z.infer<typeof Opinion>;

/** The same for those who work on it. */
export const WorkedOpinion = z.extend(Opinion, { version: z.int(), acts: z.array(z.string()) });
export type WorkedOpinion = z.infer<typeof WorkedOpinion>;
