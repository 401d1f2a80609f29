import * as z from 'zod/mini';
import { Instant } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import '../problems';

/** The answer as a letter (答复函) to print on A4, the class at its head, as a PDF behind a link of ten minutes; or as .docx to be sealed; for whoever has a part in it. */
export const printLetter = procedure({
  name: 'suggestions.printLetter',
  summary: '打印答复函',
  method: 'POST',
  path: '/office/suggestions/{id}/letter',
  who: ['deputy', 'department', 'admin'],
  input: z.strictObject({ id: Id, as: z.optional(z.enum(['pdf', 'docx'])) }),
  reply: z.object({ url: z.string(), expiresAt: Instant }),
  problems: ['not_found', 'not_answered_yet'],
  rate: 'write',
});

/**
 * All suggestions handed in in a year (年度办理情况报告): how many, of which occasion, what became of them, department by department, and each in a
 * line, as .docx or .xlsx behind a link of ten minutes. Logged. `rows`: how many suggestions are in it.
 */
export const printYear = procedure({
  name: 'suggestions.printYear',
  summary: '一年的建议办理情况',
  method: 'POST',
  path: '/office/suggestions/year-report',
  who: ['admin'],
  input: z.strictObject({
    year: z.int().check(z.minimum(2000), z.maximum(2100)),
    as: z.enum(['docx', 'xlsx']),
  }),
  reply: z.object({ url: z.string(), expiresAt: Instant, rows: z.int() }),
  problems: ['no_suggestions_in_year'],
  rate: 'write',
});
