import { sayLevels } from '../../../shared/directory/rules-print';
import { ACCENT, drawEmblem, INK, INK_2 } from '../../platform/print/palette';
import { drawPicture, fitted, measure, mm, type Pdf, px, type Style, shrink, write } from '../../platform/print/pdf';
import { drawQr } from '../../platform/print/qr';
import { writeName } from './name';
import type { PrintedDeputy } from './printed';
import { drawSeal } from './seal';
import { type Cell, cellOf, drawCropMarks, drawOutline, type Grid, sheetsOf, writeNote } from './sheets';
import { villagesThatFit } from './villages';

/** Name cards (名片) of 90 × 54 mm, ten on a sheet of A4. */
const CARDS: Grid = { columns: 2, rows: 5, width: 90, height: 54, left: 15, top: 13.5, gapX: 0, gapY: 0 };

const PLACES = CARDS.columns * CARDS.rows;

/** Each sheet is followed by its back. */
export function drawCards(pdf: Pdf, deputies: readonly PrintedDeputy[]): void {
  for (const sheet of sheetsOf(deputies, PLACES))
    for (const back of [false, true]) {
      pdf.doc.addPage({ size: 'A4', margin: 0 });
      drawCropMarks(pdf, CARDS);
      sheet.forEach((deputy, index) => {
        const cell = cellOf(CARDS, index, back);
        drawOutline(pdf, cell, 0);
        if (back) drawBack(pdf, deputy, cell);
        else drawFront(pdf, deputy, cell);
      });
      const size = `90 × 54 毫米，${sheet.length} 张。沿细线裁。`;
      writeNote(pdf, back ? `${size}这一页是背面：双面打印，沿长边翻；只印正面也行。` : size);
    }
}

const TEXT_WIDTH = mm(36);
/** From one line to the next, in parts of the size. */
const LEADING = 1.4;

function drawFront(pdf: Pdf, { name, mandates, picture }: PrintedDeputy, { x, top, height }: Cell): void {
  drawPicture(pdf, picture, { x: x + mm(5), top: top + (height - mm(40)) / 2, side: mm(40) });
  const from = x + mm(49);
  drawEmblem(pdf, { x: from, top: top + mm(5), side: px(18) });
  const house = { size: px(13), color: INK_2 };
  write(pdf, '连心站', { x: from + px(23), top: top + mm(5), height: px(18) }, house);
  const box = { x: from, top: top + mm(12.3), width: TEXT_WIDTH, height: px(33.75) };
  writeName(pdf, name, box, { size: px(27), weight: 600, color: INK });
  const step = Math.min(mm(6.6), mm(20.4) / mandates.length);
  mandates.forEach(({ level, seal, title }, index) => {
    const line = top + mm(22.2) + index * step;
    const side = Math.min(px(19.9), step * 0.86);
    drawSeal(pdf, seal, { x: from, top: line + (step - side) / 2, side }, false);
    const after = from + side + px(5);
    const size = Math.min(px(14), step * 0.66);
    const room = from + TEXT_WIDTH - after;
    const short = measure(pdf, title, { size }) * 0.75 > room ? sayLevels([{ level, seal }]) : title;
    const words = shrink(pdf, short, room, { size, color: INK });
    write(pdf, words.words, { x: after, top: line, height: step }, words.style);
  });
  const call = { size: px(13), weight: 600, color: ACCENT } as const;
  write(pdf, '有事，微信扫一扫找我', { x: from, top: top + mm(44), height: mm(5) }, call);
}

/** Who can't scan, or would rather come. */
function drawBack(pdf: Pdf, deputy: PrintedDeputy, { x, top, height }: Cell): void {
  const { name, mandates, station, phone, link } = deputy;
  const side = mm(32);
  drawQr(pdf, link, { x: x + mm(7), top: top + (height - side) / 2 - mm(2.5), side });
  const under = { size: px(12), color: INK_2, align: 'center' } as const;
  write(pdf, '扫不出？扫这里', { x: x + mm(7) + side / 2, top: top + mm(41), height: mm(5) }, under);
  const from = x + mm(45);
  const width = mm(40);
  const bottom = top + height - mm(3.5);
  let at = top + mm(4.5);
  const small = { size: px(12), color: INK_2 };
  const bold = { size: px(14), weight: 600, color: INK } as const;
  const line = (words: string, style: Style) => {
    write(pdf, words, { x: from, top: at, height: style.size * LEADING }, style);
    at += style.size * LEADING;
  };
  writeName(pdf, name, { x: from, top: at, width, height: px(22) }, { ...bold, size: px(16) });
  at += px(22);
  const nearest = mandates[mandates.length - 1];
  if (nearest) line(villagesThatFit(pdf, nearest.ward, nearest.villages, width, small), small);
  at += mm(2);
  const call = bold.size * LEADING;
  const paragraphs = [
    { words: station?.name ?? '', style: bold },
    ...[station?.address, station?.reception, station?.hours].map((words) => ({ words: words ?? '', style: small })),
  ];
  for (const each of fitted(pdf, paragraphs, { width, height: bottom - call - at }, LEADING))
    line(each.words, each.style);
  const number = station?.phone ?? phone;
  if (number) {
    const said = shrink(pdf, `打电话 ${number}`, width, bold);
    line(said.words, said.style);
  }
}
