import type { Block, Report } from '../../../shared/appraisals/report';
import { columnsOfNumbers } from '../../../shared/appraisals/report-columns';
import { RATINGS } from '../../../shared/voting/definition';
import { CIVIC, drawEmblem, INK, INK_2, LINE } from '../../platform/print/palette';
import { measure, mm, openPdf, type Pdf, px, shrink, wrap, write } from '../../platform/print/pdf';

const PAGE = { width: mm(210), height: mm(297) };
const LEFT = mm(18);
const INNER = PAGE.width - 2 * LEFT;
const TOP = mm(32);
const BOTTOM = mm(275);
const BODY = { size: px(15), color: INK };
const LEADING = px(25);
const SMALL = { size: px(13), color: INK_2 };
const ROW = px(25);
/** 满意, 基本满意, 不满意, 不了解. */
const SHADES = ['#0f5c6b', '#6aa9b4', '#cf7a30', '#d5dcde'];
/** Printed in grey, 不满意 would be as dark as 基本满意: it is hatched. */
const HATCHED = { at: 2, color: '#f0d3ba' };
const FAINT = '#c3cccf';

/** Where the next line goes; a new page where it would not fit. */
type Place = { pdf: Pdf; report: Report; top: number };

/** The report on A4, as many pages as it takes, the head of a table again on every page. */
export async function reportPdf(report: Report): Promise<Buffer> {
  const pdf = openPdf(`${report.place}${report.title}`);
  const at: Place = { pdf, report, top: 0 };
  nextPage(at);
  drawTitle(at);
  for (const { title, blocks } of report.sections) {
    room(at, mm(30));
    at.top += mm(4);
    line(at, title, { size: px(20), weight: 600, color: INK }, px(34));
    blocks.forEach((block, index) => {
      // What says of a table what it is stands on its page.
      if (block.kind === 'text' && blocks[index + 1]?.kind === 'table') room(at, LEADING * 2 + ROW * 4);
      drawBlock(at, block);
    });
  }
  drawEnd(at);
  const { count } = pdf.doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.doc.switchToPage(page);
    drawFoot(at, `${page + 1} / ${count}`);
  }
  pdf.doc.end();
  return pdf.whole;
}

function nextPage(at: Place): void {
  const { pdf, report } = at;
  // Feet say how many pages there are: none is finished before the last.
  pdf.doc.options.bufferPages = true;
  pdf.doc.addPage({ size: [PAGE.width, PAGE.height], margin: 0 });
  drawEmblem(pdf, { x: LEFT, top: mm(14), side: mm(7) });
  const { count } = pdf.doc.bufferedPageRange();
  const head = count > 1 ? `${report.place}　${report.title}` : report.place;
  const said = shrink(pdf, head, INNER - mm(10), { size: px(14), color: INK_2 });
  write(pdf, said.words, { x: LEFT + mm(10), top: mm(14), height: mm(7) }, said.style);
  pdf.doc.rect(LEFT, mm(24), INNER, mm(0.5)).fill(CIVIC);
  at.top = TOP;
}

function room(at: Place, height: number): boolean {
  if (at.top + height <= BOTTOM) return false;
  nextPage(at);
  return true;
}

function line(at: Place, words: string, style: Parameters<typeof write>[3], height: number): void {
  room(at, height);
  write(at.pdf, words, { x: LEFT, top: at.top, height }, style);
  at.top += height;
}

function drawTitle(at: Place): void {
  const { pdf, report } = at;
  const title = shrink(pdf, report.title, INNER, { size: px(34), weight: 600, color: INK, align: 'center' as const });
  write(pdf, title.words, { x: PAGE.width / 2, top: at.top, height: px(48) }, title.style);
  write(pdf, report.under, { x: PAGE.width / 2, top: at.top + px(48), height: px(26) }, { ...SMALL, align: 'center' });
  at.top += px(80);
}

function drawBlock(at: Place, block: Block): void {
  if (block.kind === 'text') {
    for (const words of wrap(at.pdf, block.words, INNER, BODY, Number.POSITIVE_INFINITY))
      line(at, words, BODY, LEADING);
    return;
  }
  const widths = columnsOf(block);
  const head = () => {
    if (block.bars) drawLegend(at);
    drawRow(at, block.head, widths, { ...SMALL, weight: 600 }, null);
  };
  room(at, ROW * 4);
  head();
  for (const { cells, shares } of block.rows) {
    if (room(at, heightOf(at, cells, widths))) head();
    drawRow(at, cells, widths, BODY, shares ?? (block.bars ? 'hidden' : null));
  }
  at.top += mm(2);
}

type Column = { x: number; width: number; number: boolean };
type Bar = { x: number; width: number };

/** The columns, and the room for a bar behind the first two where there are bars. */
function columnsOf(table: Extract<Block, { kind: 'table' }>): { columns: Column[]; bar: Bar | null } {
  const { widths, bars } = table;
  const numbers = columnsOfNumbers(table);
  const share = bars ? 0.28 : 0;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let x = LEFT;
  let bar: Bar | null = null;
  const columns = widths.map((width, at) => {
    const column = { x, width: (INNER * (1 - share) * width) / whole, number: numbers[at] ?? false };
    x += column.width;
    if (bars && at === 1) {
      bar = { x: x + mm(3), width: INNER * share - mm(5) };
      x += INNER * share;
    }
    return column;
  });
  return { columns, bar };
}

type Columns = ReturnType<typeof columnsOf>;

const linesOf = ({ pdf }: Place, words: string, width: number, style: typeof BODY) =>
  wrap(pdf, words, width - mm(2), style, Number.POSITIVE_INFINITY);

const heightOf = (at: Place, cells: readonly string[], { columns }: Columns, style = BODY) =>
  Math.max(1, ...cells.map((cell, index) => linesOf(at, cell, columns[index]?.width ?? 0, style).length)) * ROW;

function drawRow(
  at: Place,
  cells: readonly string[],
  { columns, bar }: Columns,
  style: typeof BODY & { weight?: 400 | 600 },
  shares: readonly number[] | 'hidden' | null,
): void {
  const { pdf } = at;
  const height = heightOf(at, cells, { columns, bar }, style);
  cells.forEach((cell, index) => {
    const { x, width, number } = columns[index] as Column;
    const side = number ? ({ x: x + width - mm(3), align: 'right' } as const) : ({ x, align: 'left' } as const);
    linesOf(at, cell, width, style).forEach((words, line) => {
      write(pdf, words, { x: side.x, top: at.top + line * ROW, height: ROW }, { ...style, align: side.align });
    });
  });
  if (bar && shares === 'hidden') drawHidden(at, bar);
  if (bar && shares && shares !== 'hidden') drawBar(at, bar, shares);
  at.top += height;
  pdf.doc
    .moveTo(LEFT, at.top)
    .lineTo(LEFT + INNER, at.top)
    .lineWidth(0.4)
    .stroke(LINE);
}

/** Which shade is which answer, above the bars. */
function drawLegend(at: Place): void {
  const { pdf } = at;
  let x = LEFT;
  RATINGS.forEach((words, index) => {
    drawPart(pdf, index, { x, top: at.top + px(7), width: px(22) });
    write(pdf, words, { x: x + px(28), top: at.top, height: ROW }, SMALL);
    x += px(28) + measure(pdf, words, SMALL) + px(24);
  });
  at.top += ROW;
}

function drawBar({ pdf, top }: Place, { x, width }: Bar, shares: readonly number[]): void {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let from = x;
  shares.forEach((share, index) => {
    const wide = whole ? (width * share) / whole : 0;
    if (wide > 1) drawPart(pdf, index, { x: from, top: top + px(7), width: wide - 1 });
    from += wide;
  });
}

/** A part of a bar, or its mark in the legend. */
function drawPart({ doc }: Pdf, answer: number, { x, top, width }: Bar & { top: number }): void {
  const height = px(11);
  doc.rect(x, top, width, height).fill(SHADES[answer] ?? INK_2);
  if (answer === HATCHED.at) drawStripes(doc, { x, top, width, height }, HATCHED.color);
}

/** In place of a bar: which reason, section five says. */
function drawHidden({ pdf, top }: Place, { x, width }: Bar): void {
  const words = measure(pdf, '不公布', SMALL) + px(8);
  write(pdf, '不公布', { x, top, height: ROW }, SMALL);
  drawStripes(pdf.doc, { x: x + words, top: top + px(6), width: width - words, height: px(13) }, FAINT);
}

type Box = { x: number; top: number; width: number; height: number };

function drawStripes(doc: Pdf['doc'], { x, top, width, height }: Box, color: string): void {
  doc.save().rect(x, top, width, height).clip().lineWidth(0.8);
  for (let from = x - height; from < x + width; from += px(5))
    doc.moveTo(from, top + height).lineTo(from + height, top);
  doc.stroke(color).restore();
}

function drawEnd(at: Place): void {
  room(at, mm(34));
  at.top += mm(3);
  const { pdf, report } = at;
  for (const words of [`校验值 ${report.root}`, report.foot])
    for (const one of wrap(pdf, words, INNER, SMALL, Number.POSITIVE_INFINITY)) line(at, one, SMALL, px(20));
  at.top += mm(10);
  const third = INNER / 3;
  ['报告人', '联络站（章）', '　　年　　月　　日'].forEach((words, index) => {
    write(pdf, words, { x: LEFT + index * third, top: at.top, height: px(24) }, BODY);
    pdf.doc
      .moveTo(LEFT + index * third, at.top + px(28))
      .lineTo(LEFT + index * third + third - mm(6), at.top + px(28))
      .lineWidth(0.6)
      .stroke(INK);
  });
}

function drawFoot({ pdf, report }: Place, page: string): void {
  pdf.doc
    .moveTo(LEFT, mm(281))
    .lineTo(LEFT + INNER, mm(281))
    .lineWidth(0.4)
    .stroke(LINE);
  const check = `校验值 ${report.root.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')}　公开栏可查`;
  write(pdf, check, { x: LEFT, top: mm(283), height: mm(6) }, SMALL);
  write(pdf, page, { x: LEFT + INNER, top: mm(283), height: mm(6) }, { ...SMALL, align: 'right' });
}
