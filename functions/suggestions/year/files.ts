import { type DocxBlock, writeDocx } from '../../platform/print/docx';
import { safeCell } from '../../platform/spreadsheet/safe-cell';
import { writeSpreadsheet } from '../../platform/spreadsheet/write-spreadsheet';
import type { YearReport } from './report';

export function yearDocx({ place, title, under, words, tables }: YearReport): Buffer {
  return writeDocx([
    { style: 'Place', words: place },
    { style: 'Title', words: title },
    { style: 'Subtitle', words: under },
    ...words.map((line): DocxBlock => ({ style: 'Normal', words: line })),
    ...tables.flatMap(({ name, ...table }): DocxBlock[] => [{ style: 'Heading1', words: name }, table]),
  ]);
}

/** A sheet with the sentences, and one for each table. */
export function yearXlsx({ place, title, under, words, tables }: YearReport): Buffer {
  return writeSpreadsheet([
    {
      name: '情况',
      widths: [100],
      titled: false,
      rows: [[`${place} ${title}`], [under], ...words.map((line) => [line])],
    },
    ...tables.map(({ name, head, rows, widths }) => ({
      name,
      titled: true,
      widths: widths.map((width) => Math.max(8, Math.round(width * 8))),
      rows: [head, ...rows.map((cells) => cells.map(safeCell))],
    })),
  ]);
}
