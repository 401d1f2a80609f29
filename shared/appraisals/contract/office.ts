import * as z from 'zod/mini';
import { Instant } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import '../problems';

/** The report as a file, behind a link of ten minutes: A4 to print, a document to edit in WPS, or a workbook. */
export const printReport = procedure({
  name: 'appraisals.printReport',
  summary: '评议报告，打印或者下载',
  method: 'POST',
  path: '/office/appraisals/{id}/report',
  who: ['admin', 'clerk'],
  input: z.strictObject({ id: Id, station: z.optional(Id), as: z.enum(['pdf', 'docx', 'xlsx']) }),
  reply: z.object({ url: z.string(), expiresAt: Instant }),
  problems: ['not_found'],
  rate: 'write',
});
