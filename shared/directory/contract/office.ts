import * as z from 'zod/mini';
import { Instant } from '../../kernel/days';
import { SignedForm } from '../../kernel/files';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import { MOST_PRINTED } from '../limits';
import { Coordinates } from './places';
import '../problems';
import '../problems-office';

export * from './office-settings';

/** A workbook up to 5 MB, boundaries up to 30 MB; what is larger is refused where it is sent to. */
export const beginFile = procedure({
  name: 'directory.beginFile',
  summary: '传一份名册或村界图',
  method: 'POST',
  path: '/office/directory/files',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ kind: z.enum(['workbook', 'boundaries']) }),
  reply: z.object({ fileId: Id, form: SignedForm }),
  problems: [],
  rate: 'write',
});

/** The workbook to fill in, with the county's villages in drop-downs and, when `filled`, everything that is there already. */
export const template = procedure({
  name: 'directory.template',
  summary: '下载名册模板',
  method: 'POST',
  path: '/office/directory/template',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ filled: z.boolean() }),
  reply: z.object({ url: z.string(), expiresAt: Instant }),
  problems: [],
  rate: 'write',
});

/** One thing wrong in a workbook; `row` as the spreadsheet counts, null when the whole sheet is meant. */
export const WorkbookFault = z.object({
  sheet: z.string(),
  row: z.nullable(z.int()),
  column: z.nullable(z.string()),
  reason: z.string(),
});

export type WorkbookFault = z.infer<typeof WorkbookFault>;

/** Something to look at again that is in nobody's way, on all its `rows`; none when the whole sheet is meant. */
export const WorkbookNotice = z.object({
  sheet: z.string(),
  rows: z.array(z.int()),
  column: z.nullable(z.string()),
  reason: z.string(),
});

export type WorkbookNotice = z.infer<typeof WorkbookNotice>;

/** What a workbook would change, by sheet; `ends` counts terms and roles that end because the file no longer has them. */
const WorkbookChanges = z.array(
  z.object({ sheet: z.string(), rows: z.int(), adds: z.int(), changes: z.int(), ends: z.int() }),
);

/**
 * How many of the terms that run today would end. When it is more than a tenth of them, whoever imports types the number (`confirm`): a file
 * that ends half a congress is more often a mistake than meant.
 */
const WorkbookEnding = z.object({ terms: z.int(), running: z.int(), confirm: z.boolean() });

/** A dry run: everything that is wrong, and what it would do. Nothing is written. `digest` names file and directory as they are. */
export const checkWorkbook = procedure({
  name: 'directory.checkWorkbook',
  summary: '先检查名册，不导入',
  method: 'POST',
  path: '/office/directory/workbooks/checks',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ fileId: Id }),
  reply: z.object({
    digest: z.string(),
    faults: z.array(WorkbookFault),
    /** All of them; `faults` lists the first five hundred. */
    faultCount: z.int(),
    warnings: z.array(WorkbookNotice),
    changes: WorkbookChanges,
    ending: WorkbookEnding,
  }),
  problems: ['file_missing'],
  rate: 'write',
});

/** All or nothing. `ending` is the number of terms that end, typed by who imports, where the check asked for it. The same file again changes nothing. Open requests of deputies whose term ended go to successors within minutes. */
export const importWorkbook = procedure({
  name: 'directory.importWorkbook',
  summary: '导入名册',
  method: 'POST',
  path: '/office/directory/workbooks',
  who: ['admin'],
  phone: true,
  input: z.strictObject({
    fileId: Id,
    digest: z.string().check(z.regex(/^[0-9a-f]{64}$/, '请先检查一遍。')),
    ending: z.optional(z.int()),
  }),
  reply: z.object({ changes: WorkbookChanges }),
  problems: ['file_missing', 'file_changed', 'workbook_faulty', 'ending_unconfirmed', 'nobody_left'],
  rate: 'write',
  idempotent: true,
});

/** Village boundaries as GeoJSON; each polygon names its village by the twelve-digit code or by town and village name. */
export const importBoundaries = procedure({
  name: 'directory.importBoundaries',
  summary: '导入村界图（GeoJSON）',
  method: 'POST',
  path: '/office/directory/boundaries',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ fileId: Id, coordinates: Coordinates }),
  reply: z.object({ polygons: z.int(), villages: z.int(), faults: z.array(WorkbookFault) }),
  problems: ['file_missing'],
  rate: 'write',
});

/**
 * Codes to print (亮身份): an A4 poster each, ten cards or sixteen key tags a sheet and their backs on the next; as one PDF behind a link
 * of ten minutes. Fewer deputies than places: the sheet is filled with theirs, for each the same number. `missing`: characters of names the
 * font does not have; in their place there is a box to write in by hand. `cut`: words for which there is no room however small they are written.
 */
export const printCodes = procedure({
  name: 'directory.printCodes',
  summary: '打印代表码',
  method: 'POST',
  path: '/office/directory/prints',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({
    format: z.enum(['poster', 'cards', 'keys']),
    deputies: z.array(Id).check(z.minLength(1), z.maxLength(MOST_PRINTED)),
  }),
  reply: z.object({
    url: z.string(),
    expiresAt: Instant,
    pages: z.int(),
    missing: z.array(z.string()),
    cut: z.array(z.string()),
  }),
  problems: ['not_found', 'deputy_ended', 'wechat_away'],
  rate: 'write',
});
