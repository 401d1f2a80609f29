import { strFromU8, unzipSync } from 'fflate';
import { columnLetters } from '../platform/spreadsheet/cell-reference';
import { writeZip } from '../platform/spreadsheet/zip';

/** An .xlsx made of parts as they are written here: `sheets` by name, their `sheetData` and what follows; and other files. */
export function rawWorkbook(
  sheets: Record<string, string>,
  others: Record<string, string> = {},
  { prefix = '' }: { prefix?: string } = {},
): Buffer {
  const names = Object.keys(sheets);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const list = names.map(
    (name, index) => `<${prefix}sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"/>`,
  );
  const targets = names.map(
    (_, index) =>
      `<Relationship Id="r${index + 1}" Type="${relations}/worksheet" Target="/xl/worksheets/${columnLetters(index + 1)}.xml"/>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<${prefix}workbook xmlns="${main}" xmlns:x="${main}" xmlns:r="${relations}"><${prefix}sheets>${list.join('')}</${prefix}sheets></${prefix}workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${targets.join('')}</Relationships>`,
    ...Object.fromEntries(
      names.map((name, index) => [`xl/worksheets/${columnLetters(index + 1)}.xml`, sheets[name] ?? '']),
    ),
    ...others,
  };
  return writeZip(Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text, 'utf8') })));
}

/** All the words of a workbook, as they lie in its sheets. */
export function wordsOf(bytes: Uint8Array): string {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/'));
  return parts.map(([, part]) => strFromU8(part)).join('\n');
}
