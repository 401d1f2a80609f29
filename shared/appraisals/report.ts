import * as z from 'zod/mini';
import { Day } from '../kernel/days';
import { Id } from '../kernel/ids';
import { procedure } from '../kernel/procedure';
import { words } from '../kernel/text';
import { LENGTHS, LIMITS } from './limits';
import './problems';

/** What a station writes of its report (评议报告): sections three and four, and days. Numbers and tables nobody can write. */
export const ReportBody = z.strictObject({
  /** When the report is given (评议大会), until when departments answer, when it hangs at the station. */
  meetingOn: z.nullable(Day),
  answerBy: z.nullable(Day),
  postOn: z.nullable(Day),
  /** How many minutes the meeting gives for it (大会给几分钟); a desk of before there were any leaves them as they are. */
  minutes: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(LIMITS.minutes)))),
  /** What is written of most (写得多的事), each with one of the words that were released. */
  topics: z.array(z.strictObject({ title: words(...LENGTHS.topic), word: Id })).check(z.maxLength(LIMITS.topics)),
  /** What departments are asked at the meeting (请部门答). */
  asks: z.array(z.strictObject({ subject: Id, words: words(...LENGTHS.ask) })).check(z.maxLength(LIMITS.asks)),
});
export type ReportBody = z.infer<typeof ReportBody>;

const Row = z.object({ cells: z.array(z.string()), shares: z.nullable(z.array(z.int())) });
const Block = z.union([
  z.object({ kind: z.literal('text'), words: z.string() }),
  z.object({
    kind: z.literal('table'),
    head: z.array(z.string()),
    /** In parts of the width of the page; a bar stands behind the first column where rows have shares. */
    widths: z.array(z.number()),
    bars: z.boolean(),
    rows: z.array(Row),
  }),
]);
export type Block = z.infer<typeof Block>;
const Section = z.object({ id: z.string(), title: z.string(), short: z.string(), blocks: z.array(Block) });

/** A report as it is drawn, whatever it is drawn as: screen, paper, .docx and .xlsx all draw this, so that all say the same. */
export const Report = z.object({
  place: z.string(),
  title: z.string(),
  under: z.string(),
  sections: z.array(Section),
  /** The Merkle root of the published file (校验值), hexadecimal. */
  root: z.string(),
  foot: z.string(),
  /** How many characters are read out: 180 a minute. */
  letters: z.int(),
});
export type Report = z.infer<typeof Report>;

const Place = { id: Id, station: z.optional(Id) };

/** The report of a station (or of the county, for the office), made of the published numbers and of released words alone. */
export const report = procedure({
  name: 'appraisals.report',
  summary: '评议报告',
  method: 'GET',
  path: '/appraisals/{id}/report',
  who: ['admin', 'clerk'],
  input: z.strictObject(Place),
  reply: z.object({
    report: Report,
    version: z.int(),
    body: z.object({
      meetingOn: z.nullable(Day),
      answerBy: z.nullable(Day),
      postOn: z.nullable(Day),
      minutes: z.nullable(z.int()),
      topics: z.array(z.object({ title: z.string(), word: Id })),
      asks: z.array(z.object({ subject: Id, words: z.string() })),
    }),
    subjects: z.array(z.object({ id: Id, name: z.string() })),
    /** Who read it (看过): as it is now, before it was changed last, or not yet. */
    readers: z.array(
      z.object({ name: z.nullable(z.string()), me: z.boolean(), read: z.enum(['now', 'before', 'no']) }),
    ),
    /** Stations whose report this person may write. */
    stations: z.array(z.object({ id: Id, name: z.string() })),
  }),
  problems: ['not_found'],
  rate: 'read',
});

/** Writes sections three and four anew. Who saw an older version is told, and loses nothing of theirs on the screen. */
export const writeReport = procedure({
  name: 'appraisals.writeReport',
  summary: '改评议报告的三、四两节',
  method: 'PUT',
  path: '/appraisals/{id}/report',
  who: ['admin', 'clerk'],
  input: z.strictObject({ ...Place, version: z.int(), body: ReportBody }),
  reply: z.object({ version: z.int() }),
  problems: ['not_found', 'report_changed', 'words_not_released', 'department_unknown'],
  rate: 'write',
  idempotent: true,
});

/** Says that somebody read the report before it is given (看过). */
export const readReport = procedure({
  name: 'appraisals.readReport',
  summary: '看过评议报告',
  method: 'POST',
  path: '/appraisals/{id}/report/readings',
  who: ['admin', 'clerk'],
  input: z.strictObject({ ...Place, version: z.int() }),
  reply: z.object({ version: z.int() }),
  problems: ['not_found', 'report_changed'],
  rate: 'write',
  idempotent: true,
});
