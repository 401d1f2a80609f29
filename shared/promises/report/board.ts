import * as z from 'zod/mini';
import { Day } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import { Figures, Tally } from './counted';
import '../problems';

const PublicLine = {
  id: Id,
  departmentName: z.string(),
  /** How many promises the report is of. */
  made: z.int(),
  /** How they stood when it was handed in; null where that would say of somebody's matter how it stands (`tellsFigures`). */
  figures: z.nullable(Figures),
  tally: Tally,
};

/**
 * The year-end reports on 公开栏: what deputies have rated, of one year, the newest where none is said; in the order of the roll, no ranking. No
 * pages: a county has as many in a year as it has departments.
 */
export const publicReports = procedure({
  name: 'promises.publicReports',
  summary: '公开栏上的年终承诺报告，一年的',
  method: 'GET',
  path: '/promises/public-reports',
  who: 'anyone',
  input: z.strictObject({ year: z.optional(z.string().check(z.regex(/^20\d\d$/, '年份不对。'))) }),
  reply: z.object({
    year: z.nullable(z.int()),
    /** Those there are any of, newest first. */
    years: z.array(z.int()),
    reports: z.array(z.object(PublicLine)),
  }),
  problems: [],
  rate: 'public',
});

/** One of them: figures, what the department said of the whole, and how many deputies said what. No promise by its words, and no name. */
export const publicReport = procedure({
  name: 'promises.publicReport',
  summary: '公开栏上的一份年终承诺报告',
  method: 'GET',
  path: '/promises/public-reports/{id}',
  who: 'anyone',
  input: z.strictObject({ id: Id }),
  reply: z.object({
    ...PublicLine,
    year: z.int(),
    handedInOn: Day,
    /** Without what says who somebody is; null where it was handed in before anybody was told that all would read it. */
    words: z.nullable(z.string()),
  }),
  problems: ['not_found'],
  rate: 'public',
});
