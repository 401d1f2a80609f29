import { sayDate } from '../../../shared/kernel/days';
import { countyKind } from '../../../shared/kernel/kinds';
import { CIVIC, drawEmblem, INK, INK_2, LINE } from '../../platform/print/palette';
import { mm, openPdf, type Pdf, px, type Style, shrink, wrap, write } from '../../platform/print/pdf';
import { beginningOf, bodyOf, type Letter } from './letter';

const WIDTH = mm(210);
const HEIGHT = mm(297);
const LEFT = mm(27);
const INNER = WIDTH - 2 * LEFT;
const TOP = mm(34);
const BOTTOM = mm(268);
const BODY = { size: px(21), color: INK } as const;
const LEADING = px(36);
const SMALL = { size: px(14), color: INK_2 } as const;

type Place = { pdf: Pdf; letter: Letter; top: number };

/** The answer of a department to deputies on A4, as many pages as it takes; the class it gives itself stands at the head of the first. */
export async function letterPdf(letter: Letter): Promise<Buffer> {
  const pdf = openPdf(`${letter.called}的答复`);
  const at: Place = { pdf, letter, top: 0 };
  nextPage(at);
  drawHead(at);
  const { to, first } = beginningOf(letter);
  for (const words of [to, first, ...bodyOf(letter)]) paragraph(at, words, BODY);
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
  const { pdf, letter } = at;
  // Feet say how many pages there are: none is finished before the last.
  pdf.doc.options.bufferPages = true;
  pdf.doc.addPage({ size: [WIDTH, HEIGHT], margin: 0 });
  drawEmblem(pdf, { x: LEFT, top: mm(15), side: mm(7) });
  const house = { size: px(15), color: INK_2 } as const;
  write(pdf, `${letter.countyName}人大代表建议`, { x: LEFT + mm(10), top: mm(15), height: mm(7) }, house);
  pdf.doc.rect(LEFT, mm(25), INNER, mm(0.5)).fill(CIVIC);
  at.top = TOP;
}

function drawHead(at: Place): void {
  const { pdf, letter } = at;
  const { resultClass, className, called } = letter;
  const right = { x: WIDTH - LEFT, top: mm(15), height: mm(7) };
  const says = `${resultClass} 类　${className}`;
  write(pdf, says, right, { size: px(16), weight: 600, color: INK, align: 'right' });
  const centered = { weight: 600, color: INK, align: 'center' } as const;
  const name = shrink(pdf, `对${called}的答复`, INNER, { ...centered, size: px(32) });
  write(pdf, name.words, { x: WIDTH / 2, top: at.top, height: px(56) }, name.style);
  at.top += px(56) + mm(8);
}

/** On as many lines as it takes; a new page where the next does not fit. */
function paragraph(at: Place, words: string, style: Style): void {
  for (const line of wrap(at.pdf, words, INNER, style, Number.POSITIVE_INFINITY)) {
    if (at.top + LEADING > BOTTOM) nextPage(at);
    write(at.pdf, line, { x: LEFT, top: at.top, height: LEADING }, style);
    at.top += LEADING;
  }
  at.top += mm(2.5);
}

/** Who answered, and when, stay together. */
function drawEnd(at: Place): void {
  const { pdf, letter } = at;
  const height = 2 * LEADING;
  if (at.top + mm(10) + height > BOTTOM) nextPage(at);
  at.top += mm(10);
  const right = { x: WIDTH - LEFT, height: LEADING };
  const name = shrink(pdf, letter.departmentName, INNER, { ...BODY, align: 'right' as const });
  write(pdf, name.words, { ...right, top: at.top }, name.style);
  write(pdf, sayDate(letter.on), { ...right, top: at.top + LEADING }, { ...BODY, align: 'right' });
}

function drawFoot({ pdf, letter }: Place, page: string): void {
  const top = mm(277);
  pdf.doc
    .moveTo(LEFT, top)
    .lineTo(WIDTH - LEFT, top)
    .lineWidth(mm(0.2))
    .stroke(LINE);
  const box = { top: top + mm(1.5), height: mm(6) };
  const copies = `抄送 ${countyKind(letter.countyName)}人大办公室`;
  write(pdf, `${copies}　·　${sayDate(letter.printedOn)}打印`, { x: LEFT, ...box }, SMALL);
  write(pdf, page, { x: WIDTH - LEFT, ...box }, { ...SMALL, align: 'right' });
}
