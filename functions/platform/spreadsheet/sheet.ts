import { type Cell, type CellContext, type CellElement, cellOf } from './cell';
import { columnNumber } from './cell-reference';
import { appended, textCollector } from './cell-text';
import { Unreadable } from './unreadable';
import { type Attributes, attributeOf, walkXml } from './xml';

/** `number` as the spreadsheet counts, from 1; columns too. Cells without content are left out. */
export type SheetRow = { number: number; cells: Map<number, Cell> };

const MAX_ROWS = 20_000;
const MAX_CELLS = 500_000;
/** Nobody looks at more of them, and a file of megabytes can name millions. */
const MAX_MERGES = 1_000;
/** Empty rows too, of all sheets: a row that is not kept takes its time all the same. */
const MAX_ROWS_READ = 300_000;

/** What may still be read of a workbook. */
export type Allowance = { rows: number; cells: number };

export function wholeAllowance(): Allowance {
  return { rows: MAX_ROWS_READ, cells: MAX_CELLS };
}

/**
 * A worksheet's rows, and the ranges of its merged cells such as `A2:B3`.
 * @throws Unreadable when there is more than `allowance`, or more rows than any one sheet may have
 */
export function readSheet(
  xml: string,
  context: CellContext,
  allowance: Allowance,
): { rows: SheetRow[]; merges: string[] } {
  const rows: SheetRow[] = [];
  const merges: string[] = [];
  const inline = textCollector();
  let row: SheetRow = { number: 0, cells: new Map() };
  let column = 0;
  // A broken file may have a row inside a cell: the cell knows where it was opened.
  let cell: CellElement & { column: number } = { ...emptyCell({}), column: 1 };
  let inValue = false;
  walkXml(xml, {
    open(tag, attributes) {
      inline.open(tag);
      if (tag === 'row') {
        row = { number: rowNumber(attributeOf(attributes, 'r')) ?? row.number + 1, cells: new Map() };
        column = 0;
      } else if (tag === 'c') {
        column = columnNumber(attributeOf(attributes, 'r')) ?? column + 1;
        cell = { ...emptyCell(attributes), column };
      } else if (tag === 'f') cell.formula = true;
      else if (tag === 'v') inValue = true;
      else if (tag === 'mergeCell' && merges.length < MAX_MERGES) merges.push(attributeOf(attributes, 'ref') ?? '');
    },
    text(text) {
      if (inValue) cell.value = appended(cell.value, text);
      else inline.text(text);
    },
    close(tag) {
      inline.close(tag);
      if (tag === 'v') inValue = false;
      if (tag === 'c') {
        cell.inline = inline.take();
        const read = cellOf(cell, context);
        if (read) row.cells.set(cell.column, read);
      }
      if (tag === 'row') {
        keepRow(rows, row, allowance);
        row = { number: row.number, cells: new Map() };
      }
    },
  });
  return { rows, merges };
}

function emptyCell(attributes: Attributes): CellElement {
  const [type, style] = [attributeOf(attributes, 't'), attributeOf(attributes, 's')];
  return { type, style, value: '', inline: '', formula: false };
}

function keepRow(rows: SheetRow[], row: SheetRow, allowance: Allowance): void {
  allowance.rows -= 1;
  if (allowance.rows < 0) throw new Unreadable('表里的空行太多了，请删掉下面的空行再传。');
  if (!row.cells.size) return;
  allowance.cells -= row.cells.size;
  if (rows.length >= MAX_ROWS || allowance.cells < 0) throw new Unreadable('表里的行太多了，一张表最多两万行。');
  rows.push(row);
}

function rowNumber(written: string | null): number | null {
  return written && /^[1-9]\d{0,6}$/.test(written) ? Number(written) : null;
}
