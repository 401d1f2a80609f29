import type { WorkbookFault } from '../../../shared/directory/contract/office';
import type { Day } from '../../../shared/kernel/days';
import { clean, isUnreadable, lengthOf, UNREADABLE } from '../../../shared/kernel/text';
import { chinesePhone } from '../../platform/phones';
import type { Cell } from '../../platform/spreadsheet/cell';
import type { SheetName } from './columns';
import type { Row } from './table';
import { keyOf, nameOf } from './words';

/** What is wrong, and what is only worth a look; both by sheet, row and column. */
export type Notes = { faults: WorkbookFault[]; warnings: WorkbookFault[] };

/** Reads a row's cells one by one. What can not be read is null and told as a fault; an empty cell is null, and a fault where it `must` be there. */
export type Reader = {
  row: number;
  /** The sheet has the column. */
  has(column: string): boolean;
  /** True when the sheet has the column and nothing that can be seen was written in the cell. */
  blank(column: string): boolean;
  /** The cell as it was written; empty when it is. */
  written(column: string): string;
  fault(column: string | null, reason: string): null;
  warn(column: string | null, reason: string): void;
  /** Words as they are, line breaks and all. */
  prose(column: string, max: number, must?: 'must'): string | null;
  /** A name in one line, see `nameOf`. */
  name(column: string, max: number, must?: 'must'): string | null;
  /** `+8613800000001` */
  phone(column: string, must?: 'must'): string | null;
  day(column: string): Day | null;
  /** `9:05` */
  time(column: string): string | null;
  number(column: string): number | null;
};

export function readerOf(sheet: SheetName, row: Row, notes: Notes): Reader {
  const fault = (column: string | null, reason: string) => {
    notes.faults.push({ sheet, row: row.number, column, reason });
    return null;
  };
  const warn = (column: string | null, reason: string) =>
    void notes.warnings.push({ sheet, row: row.number, column, reason });
  /** Null where there is nothing to read any more: empty, or told as a fault before. */
  const cellOf = (column: string, must?: 'must'): Cell | null => {
    const cell = row.cells.get(column);
    if (cell) return cell.formula || cell.kind === 'error' ? null : cell;
    return must && row.titles.has(column) ? fault(column, `“${column}”要写。`) : null;
  };
  const words = (column: string, max: number, must: 'must' | undefined, tidy: (text: string) => string) => {
    const cell = cellOf(column, must);
    if (!cell) return null;
    if (cell.kind === 'date') return fault(column, '这一格成了日期，请把格式改成文本，再写一遍。');
    const text = tidy(cell.text);
    if (!text) return must ? fault(column, `“${column}”要写。`) : null;
    if (isUnreadable(text)) return fault(column, UNREADABLE);
    return lengthOf(text) > max ? fault(column, `太长了，最多 ${max} 个字。`) : text;
  };
  /** Gives a cell to `parse`, which says null when it is nothing it knows. */
  const parsed = <T>(column: string, parse: (cell: Cell) => T | null, wrong: string, must?: 'must'): T | null => {
    const cell = cellOf(column, must);
    if (!cell || !keyOf(cell.text)) return cell && must ? fault(column, `“${column}”要写。`) : null;
    return parse(cell) ?? fault(column, wrong);
  };
  return {
    row: row.number,
    has: (column) => row.titles.has(column),
    blank(column) {
      const { text = '', formula = false } = row.cells.get(column) ?? {};
      return row.titles.has(column) && !formula && !keyOf(text);
    },
    written: (column) => row.cells.get(column)?.text ?? '',
    fault,
    warn,
    prose: (column, max, must) => words(column, max, must, clean),
    name: (column, max, must) => words(column, max, must, nameOf),
    phone: (column, must) => parsed(column, phoneOf, '手机号是 11 位数字，请再看一看。', must),
    day: (column) => parsed(column, dayOf, '日期请写成 2022-01-01 这样。', 'must'),
    time: (column) => parsed(column, timeOf, '时间请写成 9:00 这样。'),
    number: (column) => parsed(column, numberOf, '这里要写数字。'),
  };
}

function phoneOf({ kind, text }: Cell): string | null {
  return kind === 'text' || kind === 'number' ? chinesePhone(keyOf(text)) : null;
}

const DAY_MS = 86_400_000;
const DAY = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;
/** The midnight with which programs write a day: `2022-01-01 00:00:00`, `…T00:00:00.000+08:00`, `… 0:00`, `上午12:00:00`. */
const MIDNIGHT =
  /(?<=[\d日])(?:\s+|T)(?:0?0[:时]0?0(?:[:分]0?0(?:\.0+)?秒?)?分?|上午\s*12:00(?::00)?|12:00(?::00)?\s*AM)\s*(?:Z|\+08:?00)?$/i;
/** The midnight of China where a program wrote it in the time of Greenwich, which is eight hours before it. */
const GREENWICH = /^(\d{4}-\d\d-\d\d)T16:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)$/i;

/** A date cell, or `2022-01-01`, `2022/1/1`, `2022.1.1`, `2022年1月1日`. A bare number may be anything, so it is no day. */
function dayOf({ kind, text, number }: Cell): Day | null {
  if (kind === 'date')
    return number >= 1 ? plausible(new Date(Date.UTC(1899, 11, 30) + Math.floor(number) * DAY_MS)) : null;
  if (kind !== 'text') return null;
  const written = text
    .normalize('NFKC')
    .replace(/\p{DI}/gu, '')
    .trim();
  const [, before] = GREENWICH.exec(written) ?? [];
  const found = DAY.exec(keyOf(before ?? written.replace(MIDNIGHT, '')));
  if (!found) return null;
  const [year = 0, month = 0, day = 0] = found.slice(1).filter(Boolean).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return plausible(before ? new Date(date.getTime() + DAY_MS) : date);
}

function plausible(date: Date): Day | null {
  const day = date.toISOString().slice(0, 10);
  return day >= '1949-10-01' && day <= '2099-12-31' ? day : null;
}

function timeOf({ kind, text, number }: Cell): string | null {
  if (kind === 'date') return number >= 0 && number < 1 ? sayMinutes(Math.round(number * 1_440)) : null;
  const [, hour, minute] = /^([01]?\d|2[0-3])[:：点]([0-5]\d)分?$/.exec(keyOf(text)) ?? [];
  return hour && minute ? sayMinutes(Number(hour) * 60 + Number(minute)) : null;
}

function sayMinutes(minutes: number): string | null {
  return minutes < 1_440 ? `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}` : null;
}

function numberOf({ kind, text, number }: Cell): number | null {
  if (kind === 'number') return number;
  return kind === 'text' && /^-?\d{1,4}(\.\d{1,15})?$/.test(keyOf(text)) ? Number(keyOf(text)) : null;
}
