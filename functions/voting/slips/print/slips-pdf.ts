import {
  countedQuestions,
  type Question,
  RATINGS,
  type Subject,
  takesWords,
} from '../../../../shared/voting/definition';
import { INK, INK_2, LINE } from '../../../platform/print/palette';
import { fitted, mm, openPdf, type Pdf, px, shrink, write } from '../../../platform/print/pdf';
import { drawQr } from '../../../platform/print/qr';
import {
  BOX,
  COLUMN_WIDTH,
  LABEL,
  LABEL_ROOM,
  LABEL_WIDTH,
  labelsOf,
  NAME_WIDTH,
  OPTION,
  optionLines,
  pagesOf,
  ROW,
  type Row,
  ratingAt,
  rowsOf,
  TOP,
  widthOfOption,
} from './layout';

type Asked = { title: string; stationName: string; questions: Question[] };
type Slip = { serial: string; code: string; subjects: readonly Subject[] };
/** A slip, or one page of it, and where on the sheet it begins. */
type Sheet = {
  slip: Slip;
  columns: Row[][];
  page: number;
  of: number;
  x: number;
  top: number;
  width: number;
  height: number;
};

const A4 = { width: mm(210), height: mm(297) };
const EDGE = mm(7);
const MARGIN = mm(7);

/** Slips to cut out of A4, four a sheet (56a); where one asks more than a quarter has room for, it is whole sheets. */
export async function slipsPdf(asked: Asked, slips: readonly Slip[]): Promise<{ bytes: Buffer; pages: number }> {
  const pdf = openPdf(`纸票 ${asked.stationName}`);
  let pages = 0;
  const addPage = () => {
    pdf.doc.addPage({ size: 'A4', margin: 0 });
    pages += 1;
  };
  let place = 0;
  for (const slip of slips) {
    const laid = pagesOf(rowsOf(pdf, asked.questions, slip.subjects));
    laid.pages.forEach((columns, at) => {
      if (!laid.quarter || place % 4 === 0) addPage();
      if (laid.quarter && place % 4 === 0) drawCuts(pdf);
      const spot = laid.quarter ? quarter(place) : { x: 0, top: 0, ...A4 };
      drawSlip(pdf, asked, { slip, columns, page: at + 1, of: laid.pages.length, ...spot });
    });
    if (laid.quarter) place += 1;
  }
  pdf.doc.end();
  return { bytes: await pdf.whole, pages };
}

function quarter(place: number) {
  const [width, height] = [A4.width / 2, A4.height / 2];
  return { x: (place % 2) * width, top: (Math.floor(place / 2) % 2) * height, width, height };
}

/** Where a sheet is cut (裁切线). */
function drawCuts({ doc }: Pdf): void {
  doc.moveTo(A4.width / 2, 0).lineTo(A4.width / 2, A4.height);
  doc.moveTo(0, A4.height / 2).lineTo(A4.width, A4.height / 2);
  doc
    .lineWidth(mm(0.2))
    .dash(mm(1.6), { space: mm(1) })
    .stroke(LINE)
    .undash();
}

function drawSlip(pdf: Pdf, asked: Asked, sheet: Sheet): void {
  drawHead(pdf, asked, sheet);
  const left = sheet.x + MARGIN;
  sheet.columns.forEach((rows, at) => {
    const x = left + at * (COLUMN_WIDTH + mm(8));
    let top = sheet.top + TOP;
    drawHeadings(pdf, asked, x, top - mm(6));
    for (const row of rows) {
      drawRow(pdf, row, x, top, rows);
      top += row.lines * ROW;
    }
  });
  drawFoot(pdf, asked, sheet);
}

function drawHead(pdf: Pdf, { title, stationName, questions }: Asked, { slip, x, top, width, page, of }: Sheet): void {
  const side = mm(17);
  drawQr(pdf, slip.code, { x: x + width - EDGE - side, top: top + EDGE, side });
  const room = width - 2 * MARGIN - side - mm(2);
  const head = shrink(pdf, title, room, { size: px(20), weight: 600, color: INK }, 0.5);
  write(pdf, head.words, { x: x + MARGIN, top: top + EDGE + mm(1), height: mm(8) }, head.style);
  const said = of > 1 ? `${stationName}　不记名　第 ${page} 页，共 ${of} 页` : `${stationName}　不记名`;
  const small = shrink(pdf, said, room, { size: px(12), color: INK_2 });
  write(pdf, small.words, { x: x + MARGIN, top: top + EDGE + mm(9), height: mm(6) }, small.style);
  const { whole } = labelsOf(pdf, countedQuestions({ questions }));
  const line = { x: x + MARGIN, top: top + TOP - mm(10), width: COLUMN_WIDTH, height: mm(4.5) };
  if (whole) drawFitted(pdf, whole, line, px(11), 400);
}

function drawHeadings(pdf: Pdf, { questions }: Asked, x: number, top: number): void {
  const style = { size: px(11.5), color: INK_2 };
  write(pdf, '这一年，您觉得它', { x, top, height: mm(6) }, style);
  if (questions.some(({ kind }) => kind === 'rating'))
    RATINGS.forEach((words, at) => {
      const short = words === '基本满意' ? '基本' : words;
      write(pdf, short, { x: x + ratingAt(at), top, height: mm(6) }, { ...style, align: 'center' });
    });
  drawLine(pdf, x, top + mm(6), COLUMN_WIDTH, 0.3);
}

function drawRow(pdf: Pdf, row: Row, x: number, top: number, rows: readonly Row[]): void {
  const { subject, question, label, first, last, lines } = row;
  if (first) {
    const height = rows.filter((one) => one.subject === subject).reduce((sum, one) => sum + one.lines * ROW, 0);
    drawFitted(pdf, subject.name, { x, top, width: NAME_WIDTH - mm(2), height }, px(14), 600);
  }
  drawFitted(pdf, label, { x: x + NAME_WIDTH, top, width: LABEL_ROOM, height: lines * ROW }, LABEL.size, 400);
  if (question.kind === 'rating')
    for (const at of RATINGS.keys()) drawBox(pdf, x + ratingAt(at) - BOX / 2, top + (ROW - BOX) / 2);
  else drawOptions(pdf, question, x + NAME_WIDTH + LABEL_WIDTH, top);
  const end = top + lines * ROW;
  if (last) drawLine(pdf, x, end, COLUMN_WIDTH, 0.3);
  else drawLine(pdf, x + NAME_WIDTH, end, COLUMN_WIDTH - NAME_WIDTH, 0.1);
}

function drawOptions(pdf: Pdf, question: Question, left: number, top: number): void {
  optionLines(pdf, question).forEach((options, line) => {
    let x = left;
    const y = top + line * ROW;
    for (const option of options) {
      drawBox(pdf, x, y + (ROW - BOX) / 2);
      write(pdf, option, { x: x + BOX + mm(1), top: y, height: ROW }, { ...OPTION, color: INK });
      x += widthOfOption(pdf, option);
    }
  });
}

type Space = { x: number; top: number; width: number; height: number };

/** Words in the middle of a space, as large as they fit into it. */
function drawFitted(pdf: Pdf, words: string, { x, top, width, height }: Space, size: number, weight: 400 | 600): void {
  const lines = fitted(pdf, [{ words, style: { size, weight, color: INK } }], { width, height }, 1.1);
  let at = top + (height - lines.reduce((sum, line) => sum + line.height, 0)) / 2;
  for (const line of lines) {
    write(pdf, line.words, { x, top: at, height: line.height }, line.style);
    at += line.height;
  }
}

function drawBox({ doc }: Pdf, x: number, top: number): void {
  doc.roundedRect(x, top, BOX, BOX, mm(0.5)).lineWidth(mm(0.25)).stroke(INK);
}

function drawLine({ doc }: Pdf, x: number, top: number, width: number, thick: number): void {
  doc
    .moveTo(x, top)
    .lineTo(x + width, top)
    .lineWidth(mm(thick))
    .stroke(thick > 0.2 ? INK : LINE);
}

function drawFoot(pdf: Pdf, asked: Asked, { slip, x, top, width, height, page, of }: Sheet): void {
  const [left, right] = [x + MARGIN, x + width - MARGIN];
  if (page === of && takesWords(asked)) {
    const line = top + height - mm(11);
    write(pdf, '想对哪个部门说一句：', { x: left, top: line - mm(5), height: mm(5) }, { size: px(12), color: INK });
    drawLine(pdf, left + mm(33), line, right - left - mm(33), 0.25);
  }
  const foot = { top: top + height - mm(9.5), height: mm(6) };
  write(pdf, '格子里打 ✓，不写名字。号只防录两遍', { x: left, ...foot }, { size: px(11), color: INK_2 });
  write(pdf, slip.serial, { x: right, ...foot }, { size: px(16), weight: 600, color: INK, align: 'right' });
}
