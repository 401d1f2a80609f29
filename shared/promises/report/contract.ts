import * as z from 'zod/mini';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import { words } from '../../kernel/text';
import { MOST_LINES, REPORT_LENGTHS } from './limits';
import { Report, ReportLine } from './shown';
import { RATINGS } from './states';
import '../problems';

/** The report, and which version of it was on the screen. */
const SEEN = { id: Id, version: z.int() };
const ALWAYS = ['not_found', 'promise_changed', 'promise_elsewhere'] as const;

/** The year-end reports of the departments of the caller, those the caller is asked to rate, and for the office all of a year: the newest year, where none is said. */
export const reports = procedure({
  name: 'promises.reports',
  summary: '年终承诺事项报告',
  method: 'GET',
  path: '/promises/reports',
  who: ['department', 'deputy', 'admin'],
  input: z.strictObject({ year: z.optional(z.string().check(z.regex(/^20\d\d$/, '年份不对。'))) }),
  reply: z.object({
    year: z.nullable(z.int()),
    /** Those there are reports of, newest first. */
    years: z.array(z.int()),
    reports: z.array(ReportLine),
  }),
  problems: [],
  rate: 'read',
});

export const report = procedure({
  name: 'promises.report',
  summary: '一份年终承诺事项报告',
  method: 'GET',
  path: '/promises/reports/{id}',
  who: ['department', 'deputy', 'admin'],
  input: z.strictObject({ id: Id }),
  reply: Report,
  problems: ['not_found'],
  rate: 'read',
});

/**
 * Hands it in, as the promises stand now: what is in it is not typed, but a word for each that is not kept yet (`lines`, with the version that
 * was read), and one for all. It stays as it is then, whatever becomes of the promises.
 */
export const handInReport = procedure({
  name: 'promises.handInReport',
  summary: '交年终承诺事项报告',
  method: 'POST',
  path: '/promises/reports/{id}/handing-in',
  who: ['department'],
  input: z.strictObject({
    ...SEEN,
    words: words(...REPORT_LENGTHS.whole),
    lines: z
      .array(z.strictObject({ promiseId: Id, version: z.int(), words: words(...REPORT_LENGTHS.line) }))
      .check(z.maxLength(MOST_LINES)),
  }),
  reply: Report,
  problems: [...ALWAYS],
  rate: 'write',
  idempotent: true,
});

/** The receipt (回执): what a deputy thinks of it, final at once; 不满意 with a word why. `round`: which one they read. */
export const giveReceipt = procedure({
  name: 'promises.giveReceipt',
  summary: '评部门的年终报告',
  method: 'POST',
  path: '/promises/reports/{id}/receipt',
  who: ['deputy'],
  input: z.strictObject({
    id: Id,
    round: z.int(),
    rating: z.enum(RATINGS),
    words: z.optional(words(...REPORT_LENGTHS.receipt)),
  }),
  reply: Report,
  problems: [...ALWAYS, 'receipt_given_before', 'receipt_why'],
  rate: 'write',
  idempotent: true,
});

/** Back to the department, once, where more than half of those who rated are not satisfied. */
export const returnReport = procedure({
  name: 'promises.returnReport',
  summary: '退回年终报告，要求重报',
  method: 'POST',
  path: '/promises/reports/{id}/return',
  who: ['admin'],
  input: z.strictObject({ ...SEEN, reason: words(...REPORT_LENGTHS.reason) }),
  reply: Report,
  problems: [...ALWAYS, 'report_of_no_department', 'report_returned_before', 'report_not_dissatisfied'],
  rate: 'write',
  idempotent: true,
});
