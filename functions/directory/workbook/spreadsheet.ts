import { neededPart, partOf, relationsOf, workbookPath } from './parts';
import { attributeOf, plainText, walkXml } from './xml';
import { type Archive, openZip, Unreadable } from './zip';

/** `date` is a number that is shown as a date or a time; `number` is then the serial, days since 1899-12-30. */
export type Cell = {
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  text: string;
  number: number;
  formula: boolean;
};
/** `number` as the spreadsheet counts, from 1; columns too. Cells without content are left out. */
export type SheetRow = { number: number; cells: Map<number, Cell> };
/** `merges` are ranges such as `A2:B3`. */
export type Sheet = { name: string; hidden: boolean; rows: SheetRow[]; merges: string[] };

/** A workbook may be this large (contract `beginFile`). */
export const MAX_BYTES = 5 * 1024 * 1024;
const MAX_ROWS = 20_000;
const MAX_CELLS = 500_000;
/** Empty rows too, of all sheets: a row that is not kept takes its time all the same. */
const MAX_ROWS_READ = 300_000;
/** More than a roster and what an office keeps beside it. */
const MAX_SHEETS = 50;
const XLSX = '请用 Excel 或 WPS 打开，另存为 .xlsx 再传。';

/**
 * Reads an .xlsx file: every sheet's cells as they were written, formulas and merged cells told, nothing computed, nothing outside the file opened.
 * @throws Unreadable with the reason in plain words: too large, no workbook, macros, a password, an older or another kind of file
 */
export function readSpreadsheet(bytes: Buffer): Sheet[] {
  if (bytes.length > MAX_BYTES) throw new Unreadable('文件超过 5 MB 了。请去掉图片和用不着的内容再传。');
  refuseOtherKinds(bytes);
  const archive = openZip(bytes);
  refuseMacros(archive);
  if (archive.names.includes('xl/workbook.bin')) throw new Unreadable(`这是 .xlsb 文件，这里打不开。${XLSX}`);
  if (archive.names.includes('content.xml')) throw new Unreadable(`这是 .ods 文件，这里打不开。${XLSX}`);
  const path = workbookPath(archive);
  if (!path) throw new Unreadable(`这不是表格文件。${XLSX}`);
  const relations = relationsOf(archive, path);
  /** Where the workbook says, else beside it under the usual name. */
  const beside = (type: string) =>
    partOf(archive, relations.find((one) => one.type === type)?.path ?? path.replace(/[^/]*$/, `${type}.xml`)) ?? '';
  const workbook = neededPart(archive, path);
  const strings = readStrings(beside('sharedStrings'));
  const styles = readStyles(beside('styles'));
  const reading = {
    strings,
    styles,
    from1904: isFrom1904(workbook),
    allowed: { rows: MAX_ROWS_READ, cells: MAX_CELLS },
  };
  const paths = new Map(relations.flatMap(({ id, type, path }) => (type === 'worksheet' ? [[id, path]] : [])));
  return listSheets(workbook, paths).map(({ name, hidden, path }) => ({
    name,
    hidden,
    ...readSheet(neededPart(archive, path), reading),
  }));
}

/** By the first bytes, because the name of a file says nothing. */
function refuseOtherKinds(bytes: Buffer): void {
  if (bytes.length === 0) throw new Unreadable('文件是空的，请重新选文件。');
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return;
  if (bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') {
    const locked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new Unreadable(
      locked ? '文件加了密码，打不开。请去掉密码，另存一份再传。' : `这是旧的 .xls 文件，这里打不开。${XLSX}`,
    );
  }
  const text = !bytes.subarray(0, 4096).includes(0);
  throw new Unreadable(text ? `这不是 .xlsx 文件，像是改了名字的文本（.csv）。${XLSX}` : `这不是 .xlsx 文件。${XLSX}`);
}

function refuseMacros(archive: Archive): void {
  const types = partOf(archive, '[content_types].xml') ?? '';
  const macros = archive.names.some((name) => /(^|\/)vbaproject[^/]*\.bin$|(^|\/)macrosheets\//.test(name));
  if (macros || /macroenabled/i.test(types))
    throw new Unreadable('文件里有宏，为了安全不能收。请另存为不带宏的 .xlsx 再传。');
}

function listSheets(
  workbook: string,
  paths: ReadonlyMap<string, string>,
): { name: string; hidden: boolean; path: string }[] {
  const sheets: { name: string; hidden: boolean; path: string }[] = [];
  walkXml(workbook, {
    open(tag, attributes) {
      const path = tag === 'sheet' ? paths.get(attributeOf(attributes, 'id') ?? '') : undefined;
      if (!path) return;
      // One part named often would be unpacked and read as often.
      if (sheets.some((other) => other.path.toLowerCase() === path.toLowerCase()))
        throw new Unreadable(`文件里有两张表指着同一处内容，打不开。${XLSX}`);
      if (sheets.length >= MAX_SHEETS)
        throw new Unreadable(`文件里的表太多了，最多 ${MAX_SHEETS} 张。请只留名册再传。`);
      const hidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible';
      sheets.push({ name: attributeOf(attributes, 'name') ?? '', hidden, path });
    },
  });
  return sheets;
}

function isFrom1904(workbook: string): boolean {
  let from1904 = false;
  walkXml(workbook, {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
    },
  });
  return from1904;
}

/** Texts kept in one place for all sheets; the reading aid above a word (`rPh`) is not part of it. */
function readStrings(xml: string): string[] {
  const strings: string[] = [];
  const words = wordCollector();
  walkXml(xml, {
    open: (tag) => words.open(tag),
    text: (raw) => words.text(raw),
    close(tag) {
      words.close(tag);
      if (tag === 'si') strings.push(words.take());
    },
  });
  return strings;
}

/** Far more than any column takes. */
const LONGEST_TEXT = 4_000;

/** Gathers what stands in `t` and not in `rPh`; of a long text the beginning. */
function wordCollector() {
  let inText = false;
  let aids = 0;
  let gathered = '';
  return {
    open(tag: string) {
      if (tag === 'rPh') aids += 1;
      if (tag === 't') inText = true;
    },
    text(raw: string) {
      // What is longer is too long for any column; without this one text could be read a million times.
      if (inText && aids === 0 && gathered.length <= LONGEST_TEXT) gathered += plainText(raw.slice(0, LONGEST_TEXT));
    },
    close(tag: string) {
      if (tag === 'rPh') aids -= 1;
      if (tag === 't') inText = false;
    },
    take() {
      const taken = unescaped(gathered);
      gathered = '';
      return taken;
    },
  };
}

/** `_x000D_` is how Excel writes a character that XML does not know. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** How a cell style shows a number: as a date or a time; with so many digits (`0000` shows 1 as 0001). */
type NumberStyle = { date: boolean; digits: number };

function readStyles(xml: string): NumberStyle[] {
  const formats = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCells = false;
  walkXml(xml, {
    open(tag, attributes) {
      const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
      if (tag === 'numFmt') formats.set(id, attributeOf(attributes, 'formatCode') ?? '');
      if (tag === 'cellXfs') inCells = true;
      if (tag === 'xf' && inCells)
        styles.push({ date: isDateFormat(id, formats.get(id)), digits: digitsOf(formats.get(id)) });
    },
    close(tag) {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

function digitsOf(code = ''): number {
  return /^(0{1,15})(?:;|_|$)/.exec(code)?.[1]?.length ?? 0;
}

function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined)
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  const [positive = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  return /[ymdhs]/i.test(positive.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').replace(/general/gi, ''));
}

type Reading = {
  strings: readonly string[];
  styles: readonly NumberStyle[];
  from1904: boolean;
  /** What may still be read of this file. */
  allowed: Allowed;
};
type Allowed = { rows: number; cells: number };

function readSheet(xml: string, reading: Reading): Pick<Sheet, 'rows' | 'merges'> {
  const rows: SheetRow[] = [];
  const merges: string[] = [];
  const words = wordCollector();
  let row: SheetRow = { number: 0, cells: new Map() };
  let column = 0;
  let attributes = '';
  let value = '';
  let formula = false;
  let inValue = false;
  walkXml(xml, {
    open(tag, given) {
      words.open(tag);
      if (tag === 'row') {
        row = { number: rowNumber(attributeOf(given, 'r')) ?? row.number + 1, cells: new Map() };
        column = 0;
      } else if (tag === 'c') {
        attributes = given;
        column = columnOf(attributeOf(given, 'r')) ?? column + 1;
        value = '';
        formula = false;
      } else if (tag === 'f') formula = true;
      else if (tag === 'v') inValue = true;
      else if (tag === 'mergeCell') merges.push(attributeOf(given, 'ref') ?? '');
    },
    text(raw) {
      if (inValue) value += plainText(raw);
      else words.text(raw);
    },
    close(tag) {
      words.close(tag);
      if (tag === 'v') inValue = false;
      if (tag === 'c') {
        const cell = cellOf(attributes, { value, inline: words.take(), formula }, reading);
        if (cell) row.cells.set(column, cell);
      }
      if (tag === 'row') keepRow(rows, row, reading.allowed);
    },
  });
  return { rows, merges };
}

function keepRow(rows: SheetRow[], row: SheetRow, allowed: Allowed): void {
  allowed.rows -= 1;
  if (allowed.rows < 0) throw new Unreadable('表里的空行太多了，请删掉下面的空行再传。');
  if (!row.cells.size) return;
  allowed.cells -= row.cells.size;
  if (rows.length >= MAX_ROWS || allowed.cells < 0) throw new Unreadable('表里的行太多了，一张表最多两万行。');
  rows.push(row);
}

function rowNumber(written: string | null): number | null {
  return written && /^[1-9]\d{0,6}$/.test(written) ? Number(written) : null;
}

/** `AB12` → 28; null when there is no such name. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/i.exec(reference ?? '')?.[0].toUpperCase();
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

type Content = { value: string; inline: string; formula: boolean };

function cellOf(attributes: string, { value, inline, formula }: Content, reading: Reading): Cell | null {
  const type = attributeOf(attributes, 't') ?? 'n';
  const text = (text: string): Cell | null =>
    text.trim() || formula ? { kind: 'text', text, number: 0, formula } : null;
  if (type === 's') return text(reading.strings[Number(value)] ?? '');
  if (type === 'inlineStr') return text(inline);
  if (type === 'str') return text(unescaped(value));
  if (type === 'd') return text(sayIso(value));
  if (type === 'b') return { kind: 'boolean', text: value === '1' ? '是' : '否', number: Number(value), formula };
  if (type === 'e') return { kind: 'error', text: value, number: 0, formula };
  if (!value.trim()) return formula ? { kind: 'text', text: '', number: 0, formula } : null;
  const number = Number(value);
  if (!Number.isFinite(number)) return text(value);
  const { date = false, digits = 0 } = reading.styles[Number(attributeOf(attributes, 's') ?? 0)] ?? {};
  const serial = date && reading.from1904 && number >= 1 ? number + 1462 : number;
  return {
    kind: date ? 'date' : 'number',
    text: sayNumber(number).padStart(number < 0 ? 0 : digits, '0'),
    number: serial,
    formula,
  };
}

/** Strict OOXML writes `2022-01-01T00:00:00` for a day, and for a time of day `09:00:00` or that on a day before all days. */
function sayIso(value: string): string {
  const [, day = '', time = ''] = /^\s*(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d)?/.exec(value) ?? [];
  return (day > '1901' ? day : time) || value;
}

/** As somebody typed it: 13800000001, not 1.3800000001E10. */
function sayNumber(number: number): string {
  return Number.isInteger(number) && Math.abs(number) < 1e15
    ? number.toFixed(0)
    : String(Number(number.toPrecision(15)));
}
