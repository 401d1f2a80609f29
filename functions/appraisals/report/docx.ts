import type { Report } from '../../../shared/appraisals/report';
import { type DocxBlock, writeDocx } from '../../platform/print/docx';

/** The report as an office edits it in WPS. */
export function reportDocx({ place, title, under, sections, root, foot }: Report): Buffer {
  return writeDocx([
    { style: 'Place', words: place },
    { style: 'Title', words: title },
    { style: 'Subtitle', words: under },
    ...sections.flatMap((section): DocxBlock[] => [
      { style: 'Heading1', words: section.title },
      ...section.blocks.map(
        (block): DocxBlock =>
          block.kind === 'text'
            ? { style: 'Normal', words: block.words }
            : { head: block.head, rows: block.rows.map(({ cells }) => cells), widths: block.widths },
      ),
    ]),
    { style: 'Note', words: `校验值 ${root}` },
    { style: 'Note', words: foot },
    { style: 'Normal', words: '报告人：　　　　　　　　联络站（章）：　　　　　　　　　　年　　月　　日' },
  ]);
}
