import type { Report } from '../../../shared/appraisals/report';
import { type WrittenSheet, writeSpreadsheet } from '../../platform/spreadsheet/write-spreadsheet';

/** A sheet with all sentences, and one for each table, in their order. */
export function reportXlsx({ place, title, under, sections, root, foot }: Report): Buffer {
  const sentences = sections.flatMap(({ title, blocks }) => [
    [title],
    ...blocks.flatMap((block) => (block.kind === 'text' ? [[block.words]] : [])),
  ]);
  const words: WrittenSheet = {
    name: '报告',
    widths: [90],
    titled: false,
    rows: [[`${place}${title}`], [under], ...sentences, [`校验值 ${root}`], [foot]],
  };
  const tables = sections.flatMap(({ short, blocks }) =>
    blocks
      .filter((block) => block.kind === 'table')
      .map(
        ({ head, rows, widths }, at): WrittenSheet => ({
          name: `${short}${at ? at + 1 : ''}`,
          widths: widths.map((width) => Math.max(8, Math.round(width * 11))),
          titled: true,
          rows: [head, ...rows.map(({ cells }) => cells)],
        }),
      ),
  );
  return writeSpreadsheet([words, ...tables]);
}
