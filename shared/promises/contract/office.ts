import * as z from 'zod/mini';
import { Instant } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import '../problems';

/** The year-end reports of all departments (handed in, missing, rated), and each promise in them, as an .xlsx behind a link of ten minutes. Logged. */
export const exportReports = procedure({
  name: 'promises.exportReports',
  summary: '导出一年的承诺事项报告',
  method: 'POST',
  path: '/office/promises/reports',
  who: ['admin'],
  input: z.strictObject({ year: z.int().check(z.minimum(2000), z.maximum(2100)) }),
  reply: z.object({ url: z.string(), expiresAt: Instant, rows: z.int() }),
  problems: ['no_reports_in_year'],
  rate: 'write',
});

/** One report as it was handed in, as .docx behind a link of ten minutes, to be sealed and kept; for the department and the office. */
export const printReport = procedure({
  name: 'promises.printReport',
  summary: '打印年终承诺事项报告',
  method: 'POST',
  path: '/office/promises/reports/{id}/paper',
  who: ['department', 'admin'],
  input: z.strictObject({ id: Id }),
  reply: z.object({ url: z.string(), expiresAt: Instant }),
  problems: ['not_found', 'report_not_handed_in'],
  rate: 'write',
});
