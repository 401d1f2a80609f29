import { columnLetters } from './cell-reference';
import { xmlText } from './xml';
import { writeZip } from './zip';

/** A drop-down with a word of help on one column, from row 2 on. `list` is the range it offers; without `only` other words may be written too. */
export type Help = { column: number; prompt: string; list?: string; only?: boolean };
export type WrittenSheet = {
  name: string;
  hidden?: true;
  /** In characters, one a column. */
  widths: readonly number[];
  /** Row 1 is bold and stays in sight. */
  titled: boolean;
  rows: readonly (readonly string[])[];
  help?: readonly Help[];
};

/** How far down drop-downs and text cells go. */
const LAST_ROW = 20_000;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const XLSX_TYPE = `${TYPE}.sheet`;

/** An .xlsx file. Every cell is text, so that no program takes a phone for a number or a day for a date; nothing in it is ever a formula. */
export function writeSpreadsheet(sheets: readonly WrittenSheet[]): Buffer {
  const files = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(sheets)],
    ['xl/_rels/workbook.xml.rels', relations([...sheets.map(worksheetRelation), ['styles', 'styles.xml']])],
    ['xl/styles.xml', STYLES],
    ...sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(sheet, index === 0)]),
  ] as [string, string][];
  return writeZip(files.map(([name, xml]) => ({ name, bytes: Buffer.from(HEAD + xml, 'utf8') })));
}

function worksheetRelation(_: WrittenSheet, index: number): [string, string] {
  return ['worksheet', `worksheets/sheet${index + 1}.xml`];
}

function relations(targets: [type: string, target: string][]): string {
  const lines = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

function contentTypes(count: number): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  const sheets = Array.from({ length: count }, (_, index) => part(`worksheets/sheet${index + 1}`, 'worksheet'));
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${sheets.join('')}</Types>`;
}

function workbook(sheets: readonly WrittenSheet[]): string {
  const lines = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${lines.join('')}</sheets></workbook>`;
}

/** 0: text; 1: a title; 2: words that run on below each other. All three are of the format “text” (`@`). */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6F2F1"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function worksheet({ titled, widths, rows, help = [] }: WrittenSheet, first: boolean): string {
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1" style="0"/>`,
  );
  const lines = rows.map((cells, index) =>
    titled ? row(cells, index + 1, index === 0 ? 1 : 0) : row(cells, index + 1, 2, linesOf(cells, widths)),
  );
  const last = columnLetters(Math.max(1, widths.length));
  return [
    // On paper as wide as a sheet of A4 lying down: a county prints the roll to sign it.
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"${first ? ' tabSelected="1"' : ''}>${titled ? frozen : ''}</sheetView></sheetViews>`,
    `<cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData>`,
    help.length ? `<dataValidations count="${help.length}">${help.map(validation).join('')}</dataValidations>` : '',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<ignoredErrors><ignoredError sqref="A1:${last}${LAST_ROW}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
  ].join('');
}

/** How many lines the longest cell runs over; a Chinese character is as wide as two digits. */
function linesOf(cells: readonly string[], widths: readonly number[]): number {
  const width = (text: string) => [...text].reduce((sum, letter) => sum + (letter < '\u2e80' ? 1 : 2), 0);
  return Math.max(1, ...cells.map((text, index) => Math.ceil(width(text) / ((widths[index] ?? 20) - 2))));
}

const LINE_HEIGHT = 16;

/** Of more than one line: not every program makes the row higher by itself. */
function row(cells: readonly string[], number: number, style: number, lines = 1): string {
  const written = cells.map((text, index) =>
    text === ''
      ? ''
      : `<c r="${columnLetters(index + 1)}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`,
  );
  const height = lines > 1 ? ` ht="${lines * LINE_HEIGHT}" customHeight="1"` : '';
  return `<row r="${number}"${height}>${written.join('')}</row>`;
}

function validation({ column, prompt, list, only }: Help): string {
  const letters = columnLetters(column);
  const kind = list ? ' type="list"' : '';
  const strict = only ? ' showErrorMessage="1" errorTitle="请从下拉里选" error="这里只能写下拉里有的。"' : '';
  const formula = list ? `<formula1>${xmlText(list)}</formula1>` : '';
  return `<dataValidation${kind} allowBlank="1" showInputMessage="1"${strict} prompt="${xmlText(prompt.slice(0, 250))}" sqref="${letters}2:${letters}${LAST_ROW}">${formula}</dataValidation>`;
}
