import { xmlText } from '../spreadsheet/xml';
import { writeZip } from '../spreadsheet/zip';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A4, in twentieths of a point, with the margins of an official paper (GB/T 9704). */
const PAGE = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1588, right: 1474 };
const INNER = PAGE.width - PAGE.left - PAGE.right;

/** A paragraph, or a table whose `widths` are parts of the width of the page. */
export type DocxBlock =
  | { style: DocxStyle; words: string }
  | { head: readonly string[]; rows: readonly (readonly string[])[]; widths: readonly number[] };

/** A document as an office edits it in WPS: headings and tables are styles of the document, so that all of one kind are changed at once. */
export function writeDocx(blocks: readonly DocxBlock[]): Buffer {
  const files: [string, string][] = [
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', relations([['officeDocument', 'word/document.xml']])],
    ['word/document.xml', documentOf(blocks)],
    ['word/_rels/document.xml.rels', relations([['styles', 'styles.xml']])],
    ['word/styles.xml', STYLES],
  ];
  return writeZip(files.map(([name, xml]) => ({ name, bytes: Buffer.from(HEAD + xml, 'utf8') })));
}

function contentTypes(): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('document', 'document.main')}${part('styles', 'styles')}</Types>`;
}

function relations(targets: [type: string, target: string][]): string {
  const lines = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

function documentOf(blocks: readonly DocxBlock[]): string {
  const body = blocks.map(drawn);
  const page = `<w:sectPr><w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/><w:pgMar w:top="${PAGE.top}" w:right="${PAGE.right}" w:bottom="${PAGE.bottom}" w:left="${PAGE.left}" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>`;
  return `<w:document xmlns:w="${MAIN}"><w:body>${body.join('')}${page}</w:body></w:document>`;
}

const paragraph = (style: DocxStyle, words: string) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t xml:space="preserve">${xmlText(words)}</w:t></w:r></w:p>`;

function drawn(block: DocxBlock): string {
  if ('words' in block) return paragraph(block.style, block.words);
  const { head, rows, widths } = block;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.round((INNER * width) / whole));
  const row = (cells: readonly string[], properties: string, style: DocxStyle) =>
    `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${cells
      .map(
        (cell, at) =>
          `<w:tc><w:tcPr><w:tcW w:w="${columns[at] ?? 0}" w:type="dxa"/></w:tcPr>${paragraph(style, cell)}</w:tc>`,
      )
      .join('')}</w:tr>`;
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
    .join('');
  // The first row is said again on every page.
  return `<w:tbl><w:tblPr><w:tblW w:w="${INNER}" w:type="dxa"/><w:tblBorders>${lines}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${columns
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>${row(head, '<w:tblHeader/>', 'TableHead')}${rows
    .map((cells) => row(cells, '', 'TableText'))
    .join('')}</w:tbl>${paragraph('TableText', '')}`;
}

const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;

/**
 * Sizes in half points: the body is 三号 (16 pt) on an official paper; here 四号 (14 pt), so that a report stays two or three pages. `heading` is
 * its level in the outline.
 */
const STYLES_OF = {
  Normal: { name: 'Normal', size: 28, indent: true },
  Plain: { name: 'Plain', size: 28 },
  Right: { name: 'Right', size: 28, align: 'right' },
  Title: { name: 'Title', face: '黑体', size: 44, align: 'center' },
  Subtitle: { name: 'Subtitle', face: '楷体', size: 28, align: 'center' },
  Place: { name: 'Place', face: '黑体', size: 28 },
  Class: { name: 'Class', face: '黑体', size: 28, align: 'right' },
  Heading1: { name: 'heading 1', face: '黑体', size: 32, heading: 0 },
  TableHead: { name: 'Table Head', face: '黑体', size: 21, align: 'center' },
  TableText: { name: 'Table Text', size: 21 },
  Note: { name: 'Note', size: 21 },
} as const satisfies Record<string, Look>;
export type DocxStyle = keyof typeof STYLES_OF;
type Look = {
  name: string;
  size: number;
  face?: string;
  align?: 'center' | 'right';
  indent?: true;
  heading?: number;
};

function style([id, { name, size, face = '仿宋', align, indent, heading }]: [string, Look]): string {
  const isHeading = heading !== undefined;
  const isUsual = id === 'Normal';
  // In the order in which the format wants them. What is built on the usual style would else begin two letters in, as that does.
  const paragraphs = [
    isHeading ? '<w:keepNext/><w:spacing w:before="240" w:after="80"/>' : '<w:spacing w:before="0" w:after="60"/>',
    indent ? '<w:ind w:firstLineChars="200" w:firstLine="560"/>' : '<w:ind w:firstLineChars="0" w:firstLine="0"/>',
    align ? `<w:jc w:val="${align}"/>` : '',
    isHeading ? `<w:outlineLvl w:val="${heading}"/>` : '',
  ].join('');
  const runs = `${font(face)}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  return `<w:style w:type="paragraph"${isUsual ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${isUsual ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraphs}</w:pPr><w:rPr>${runs}</w:rPr></w:style>`;
}

const STYLES = `<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>${font('仿宋')}<w:sz w:val="28"/><w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${Object.entries<Look>(
  STYLES_OF,
)
  .map(style)
  .join('')}</w:styles>`;
