import { ACCENT, CIVIC, drawEmblem, INK, INK_2 } from '../../platform/print/palette';
import { drawPicture, fitted, measure, mm, type Pdf, px, type Style, shrink, write } from '../../platform/print/pdf';
import { drawQr } from '../../platform/print/qr';
import { drawFigure, drawLandscape } from './drawings';
import { writeName } from './name';
import type { PrintedDeputy, PrintedMandate } from './printed';
import { drawSeal } from './seal';
import { villagesThatFit } from './villages';

const LEFT = mm(16);
const WIDTH = mm(178);
const RIGHT = LEFT + WIDTH;

/** A4, one deputy, for a door or a notice board. */
export function drawPoster(pdf: Pdf, deputy: PrintedDeputy): void {
  pdf.doc.addPage({ size: 'A4', margin: 0 });
  pdf.doc.rect(0, 0, mm(210), mm(7)).fill(CIVIC);
  drawHead(pdf, deputy);
  drawWho(pdf, deputy);
  drawCode(pdf, deputy);
  drawSteps(pdf);
  drawFoot(pdf, deputy);
  drawLandscape(pdf, { x: 0, top: mm(259), width: mm(210), height: mm(27) });
  drawBottom(pdf, deputy);
}

function drawHead(pdf: Pdf, { house, place }: PrintedDeputy): void {
  const top = mm(19);
  const side = px(40);
  drawEmblem(pdf, { x: LEFT, top, side });
  const from = LEFT + side + px(14);
  const where = shrink(pdf, place, mm(60), { size: px(20), color: INK_2, align: 'right' });
  write(pdf, where.words, { x: RIGHT, top, height: side }, where.style);
  const who = shrink(pdf, house, mm(100), { size: px(20), weight: 600, color: INK });
  write(pdf, who.words, { x: from, top, height: side }, who.style);
}

const WHO_WIDTH = mm(110);
const WHO_BOTTOM = mm(138.9);

function drawWho(pdf: Pdf, deputy: PrintedDeputy): void {
  const big = { size: px(74), weight: 600, color: INK, spacing: px(1.48) } as const;
  write(pdf, '有事，', { x: LEFT, top: mm(35.6), height: px(88.8) }, big);
  write(pdf, '扫码找我。', { x: LEFT, top: mm(35.6) + px(88.8), height: px(88.8) }, big);
  const box = { x: LEFT, top: mm(90.6), width: WHO_WIDTH, height: px(57) };
  writeName(pdf, deputy.name, box, { size: px(44), weight: 600, color: INK });
  drawMandates(pdf, deputy.mandates);
  const portrait = { width: mm(62), height: mm(74.4) };
  drawFigure(pdf, { x: RIGHT - portrait.width, top: WHO_BOTTOM - portrait.height, ...portrait }, mm(4));
}

const MANDATES_TOP = mm(107.8);
/** So many have two lines each; more stand on one line. */
const ROOMY = 2;

function drawMandates(pdf: Pdf, mandates: readonly PrintedMandate[]): void {
  if (mandates.length <= ROOMY) {
    mandates.forEach((mandate, index) => {
      drawRoomy(pdf, mandate, MANDATES_TOP + index * px(62.6));
    });
    return;
  }
  const step = Math.min(px(31), (WHO_BOTTOM - MANDATES_TOP) / mandates.length);
  const style = { size: step * 0.68, color: INK };
  const widest = Math.max(...mandates.map(({ title }) => measure(pdf, title, style)));
  const room = Math.min(widest, mm(66));
  mandates.forEach((mandate, index) => {
    drawOnOneLine(pdf, mandate, { top: MANDATES_TOP + index * step, step, room }, style);
  });
}

function drawRoomy(pdf: Pdf, mandate: PrintedMandate, top: number): void {
  const side = px(28.4);
  drawSeal(pdf, mandate.seal, { x: LEFT, top: top + px(1.5), side }, true);
  const x = LEFT + side + px(10);
  const room = WHO_WIDTH - (x - LEFT);
  const title = shrink(pdf, mandate.title, room, { size: px(22), color: INK });
  write(pdf, title.words, { x, top, height: px(30.8) }, title.style);
  const small = { size: px(17), color: INK_2 };
  write(pdf, wardOf(pdf, mandate, room, small), { x, top: top + px(30.8), height: px(23.8) }, small);
}

function drawOnOneLine(
  pdf: Pdf,
  mandate: PrintedMandate,
  { top, step, room }: { top: number; step: number; room: number },
  style: Style,
): void {
  const side = step * 0.84;
  drawSeal(pdf, mandate.seal, { x: LEFT, top: top + (step - side) / 2, side }, true);
  const x = LEFT + side + px(9);
  const title = shrink(pdf, mandate.title, room, style);
  write(pdf, title.words, { x, top, height: step }, title.style);
  const after = x + room + px(12);
  const small = { size: step * 0.52, color: INK_2 };
  const ward = wardOf(pdf, mandate, LEFT + WHO_WIDTH - after, small);
  write(pdf, ward, { x: after, top, height: step }, small);
}

/** `第 12 选区：草坪、新塘岭等 9 个村`, as many villages as there is room for. */
function wardOf(pdf: Pdf, { ward, villages }: PrintedMandate, width: number, style: { size: number }): string {
  return villagesThatFit(pdf, ward, villages, width, style);
}

const CODE_TOP = mm(144.4);
const CODE_SIDE = mm(74);

function drawCode(pdf: Pdf, { picture }: PrintedDeputy): void {
  const line = mm(1.2);
  pdf.doc
    .roundedRect(LEFT + line / 2, CODE_TOP + line / 2, CODE_SIDE - line, CODE_SIDE - line, mm(3.4))
    .lineWidth(line)
    .stroke(INK);
  const edge = line + mm(1.5);
  drawPicture(pdf, picture, { x: LEFT + edge, top: CODE_TOP + edge, side: CODE_SIDE - 2 * edge });
}

const STEPS = [
  ['打开微信，扫一扫', ''],
  ['把事说清楚', '写字、说话、拍照都行'],
  ['办到哪了，手机上看', '您点头，才算办完'],
] as const;

function drawSteps(pdf: Pdf): void {
  const x = LEFT + CODE_SIDE + mm(11);
  const badge = px(40);
  let top = CODE_TOP + (CODE_SIDE - mm(59.4)) / 2;
  STEPS.forEach(([words, more], index) => {
    pdf.doc.roundedRect(x, top, badge, badge, px(9)).fill(ACCENT);
    const number = { size: px(22), weight: 600, color: '#fff', align: 'center' } as const;
    write(pdf, String(index + 1), { x: x + badge / 2, top, height: badge }, number);
    const from = x + badge + px(14);
    write(pdf, words, { x: from, top, height: px(35.1) }, { size: px(26), weight: 600, color: INK });
    write(pdf, more, { x: from, top: top + px(35.1), height: px(27) }, { size: px(20), color: INK_2 });
    top += (more ? px(62.1) : badge) + mm(8);
  });
}

const FOOT_TOP = mm(221.9);
const FOOT_HEAD = mm(7.5);
const QR_SIDE = mm(28);

/** Where to go, whom to ring, and the link for whoever can't scan WeChat's own code. */
function drawFoot(pdf: Pdf, { station, phone, link }: PrintedDeputy): void {
  const columns = [
    station && {
      label: '当面聊',
      main: station.reception ?? station.hours,
      lines: [...whereLines(pdf, station), station.reception ? station.hours : ''],
    },
    (station?.phone ?? phone) && {
      label: '不会扫码',
      main: `打 ${station?.phone ?? phone}`,
      lines: ['或到联络站，请站里的人', '替您写下来'],
    },
  ].filter((column) => !!column);
  const widths = [mm(70), mm(62)];
  columns.forEach((column, index) => {
    drawColumn(pdf, column, { x: LEFT + (index ? mm(76) : 0), width: widths[index] ?? 0 });
  });
  const x = RIGHT - mm(33);
  drawLabel(pdf, '扫不出？扫这里', { x, width: mm(33) });
  drawQr(pdf, link, { x: x - mm(1), top: FOOT_TOP + FOOT_HEAD, side: QR_SIDE });
}

/** The station and where it is: together where there is room for that, else one below the other. */
function whereLines(pdf: Pdf, { name, address }: { name: string; address: string }): string[] {
  const together = address ? `${name}（${address}）` : name;
  return measure(pdf, together, { size: px(18) }) <= mm(70) / 0.85 ? [together] : [name, address];
}

type Column = { label: string; main: string; lines: string[] };
type Across = { x: number; width: number };

/** Everything from the label down to the landscape. */
const COLUMN_HEIGHT = mm(28.5);
const LEADING = 1.36;

function drawColumn(pdf: Pdf, { label, main, lines }: Column, across: Across): void {
  drawLabel(pdf, label, across);
  const { x, width } = across;
  const paragraphs = [
    { words: main, style: { size: px(24), weight: 600, color: INK } as const },
    ...lines.map((words) => ({ words, style: { size: px(18), color: INK_2 } })),
  ];
  let top = FOOT_TOP + FOOT_HEAD;
  for (const { words, style, height } of fitted(pdf, paragraphs, { width, height: COLUMN_HEIGHT }, LEADING)) {
    write(pdf, words, { x, top, height }, style);
    top += height;
  }
}

function drawLabel(pdf: Pdf, label: string, { x, width }: Across): void {
  pdf.doc.rect(x, FOOT_TOP, width, mm(0.6)).fill(INK);
  write(pdf, label, { x, top: FOOT_TOP + mm(1.3), height: px(23) }, { size: px(17), color: INK_2 });
}

function drawBottom(pdf: Pdf, { code, name }: PrintedDeputy): void {
  const top = mm(286);
  pdf.doc.rect(0, top, mm(210), mm(11)).fill('#e3efe9');
  const words = `代表码 ${code}　·　扫出来不是“${name}”，请告诉联络站`;
  const said = shrink(pdf, words, WIDTH, { size: px(15), color: INK_2 });
  write(pdf, said.words, { x: LEFT, top, height: mm(11) }, said.style);
}
