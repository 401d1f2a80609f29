import type { WorkbookFault } from '../../../shared/directory/contract/office';
import type { Cell } from '../../platform/spreadsheet/cell';
import { columnLetters } from '../../platform/spreadsheet/cell-reference';
import type { Sheet } from '../../platform/spreadsheet/read-spreadsheet';
import { COUNTY_LABEL, type Column, columnsOf, GUIDE, LISTS, SHEET_NAMES, type SheetName } from './columns';
import { keyOf, nearest, perhaps } from './words';

/** A row of data: its number in the spreadsheet, its cells by the title of their column, and the titles its sheet has. */
export type Row = { number: number; cells: ReadonlyMap<string, Cell>; titles: ReadonlySet<string> };
export type Tables = Record<SheetName, Row[]>;

/**
 * Takes the sheets of a workbook apart by their titles. A missing sheet or column, a sheet or column nobody knows, merged cells, formulas and
 * error values are faults; an empty sheet nobody knows is passed over. `leftOut`: columns that need not be there and are not (`部门 管什么`). `unread`: sheets that are missing or lack a title they need, so that
 * what other sheets say of them can't be checked.
 */
export function readTables(sheets: readonly Sheet[]): {
  tables: Tables;
  faults: WorkbookFault[];
  unread: ReadonlySet<SheetName>;
  leftOut: ReadonlySet<string>;
  county: string | null;
} {
  const faults: WorkbookFault[] = [];
  const found = new Map<SheetName, Sheet>();
  for (const sheet of sheets) {
    const name = SHEET_NAMES.find((known) => keyOf(known) === keyOf(sheet.name));
    if (!name) faults.push(...strangeSheet(sheet));
    else if (found.has(name)) faults.push(fault(sheet.name, '这张表有两份，请留一份。'));
    else found.set(name, sheet);
  }
  const tables = {} as Tables;
  const unread = new Set<SheetName>();
  const leftOut = new Set<string>();
  for (const name of SHEET_NAMES) {
    const sheet = found.get(name);
    tables[name] = [];
    if (sheet) tables[name] = readTable(name, sheet, faults, { unread, leftOut });
    else {
      unread.add(name);
      faults.push(fault(name, `少了“${name}”这张表。没有内容也要留着，只写标题。`));
    }
  }
  return { tables, faults, unread, leftOut, county: countyOf(sheets) };
}

const fault = (
  sheet: string,
  reason: string,
  row: number | null = null,
  column: string | null = null,
): WorkbookFault => ({ sheet, row, column, reason });

/** What is hidden was put there by a program. */
function strangeSheet({ name, rows, hidden }: Sheet): WorkbookFault[] {
  const ours = [GUIDE, LISTS].some((known) => keyOf(known) === keyOf(name));
  if (ours || hidden || rows.length === 0) return [];
  return [
    fault(
      name,
      `名册里没有“${name}”这张表。${perhaps(nearest(name, SHEET_NAMES)) || '请删掉它，或者改成模板里的名称。'}`,
    ),
  ];
}

/** The code on the guide, so that another county's workbook is told at once. */
function countyOf(sheets: readonly Sheet[]): string | null {
  const guide = sheets.find(({ name }) => keyOf(name) === GUIDE);
  const row = guide?.rows.find(({ cells }) => keyOf(cells.get(1)?.text ?? '') === COUNTY_LABEL);
  return /^\d{6}$/.exec(keyOf(row?.cells.get(2)?.text ?? ''))?.[0] ?? null;
}

type Lacking = { unread: Set<SheetName>; leftOut: Set<string> };

function readTable(name: SheetName, sheet: Sheet, faults: WorkbookFault[], lacking: Lacking): Row[] {
  for (const range of sheet.merges) faults.push(mergedFault(name, range));
  const titles = readTitles(name, sheet, faults, lacking);
  if (titles.size === 0) return [];
  const known = new Set([...titles.values()].filter((title) => title !== null));
  const rows: Row[] = [];
  for (const { number, cells } of sheet.rows) {
    if (number === 1) continue;
    const row = new Map<string, Cell>();
    for (const [column, cell] of cells) {
      const title = titles.get(column);
      if (title === undefined) {
        titles.set(column, null);
        faults.push(fault(name, '这一列没有标题，请删掉，或者写上标题。', number, columnLetters(column)));
      }
      if (!title) continue;
      row.set(title, cell);
      const wrong = cellFault(cell);
      if (wrong) faults.push(fault(name, wrong, number, title));
    }
    if (row.size) rows.push({ number, cells: row, titles: known });
  }
  return rows;
}

function cellFault(cell: Cell): string | null {
  if (cell.formula) return '这一格是公式，请改成文字。';
  return cell.kind === 'error' ? `这一格是错误值 ${cell.text}，请改成文字。` : null;
}

/** Which column has which title; null for one nobody knows, which is told here once. Empty when row 1 has no title at all. */
function readTitles(
  name: SheetName,
  sheet: Sheet,
  faults: WorkbookFault[],
  { unread, leftOut }: Lacking,
): Map<number, string | null> {
  const columns = columnsOf(name);
  const titles = new Map<number, string | null>();
  const missing = new Set(columns.map(({ title }) => title));
  const strange: WorkbookFault[] = [];
  for (const [column, { text }] of sheet.rows.find(({ number }) => number === 1)?.cells ?? []) {
    const known = columns.find(({ title }) => keyOf(title) === keyOf(text.replace(/[*＊]/g, '')));
    const first = known && missing.delete(known.title);
    titles.set(column, first ? known.title : null);
    if (!first) strange.push(fault(name, strangeTitle(text.trim(), known, missing), 1, text.trim()));
  }
  for (const { title, optional } of columns.filter(({ title }) => missing.has(title)))
    if (optional) leftOut.add(`${name} ${title}`);
    else unread.add(name);
  if (missing.size === columns.length) {
    faults.push(fault(name, '第 1 行要是标题，和模板一样。这里一个标题也没有。', 1));
    return new Map();
  }
  faults.push(...strange);
  for (const { title, optional } of columns)
    if (missing.has(title) && !optional) faults.push(fault(name, `少了“${title}”这一列。`, 1, title));
  return titles;
}

function strangeTitle(text: string, known: Column | undefined, missing: ReadonlySet<string>): string {
  if (known) return `“${known.title}”这一列有两份，请留一份。`;
  return `名册里没有“${text}”这一列。${perhaps(nearest(text, missing)) || '请删掉它，或者改成模板里的标题。'}`;
}

function mergedFault(sheet: SheetName, range: string): WorkbookFault {
  const [, letters = null, row = null] = /^([A-Z]+)(\d{1,7})/i.exec(range) ?? [];
  return fault(sheet, `这里有合并的格子（${range}），请拆开，一格写一个内容。`, row ? Number(row) : null, letters);
}
