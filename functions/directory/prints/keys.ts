import { sayLevels } from '../../../shared/directory/rules-print';
import { ACCENT, INK, INK_2, INK_3 } from '../../platform/print/palette';
import { drawPicture, mm, type Pdf, px, type Style, shrink, write } from '../../platform/print/pdf';
import { drawQr } from '../../platform/print/qr';
import { writeName } from './name';
import type { PrintedDeputy } from './printed';
import { type Cell, cellOf, drawCropMarks, drawOutline, type Grid, sheetsOf, writeNote } from './sheets';

/** Tags for a key ring (钥匙扣) of 44 × 66 mm, sixteen on a sheet of A4 (decision 26). */
const KEYS: Grid = { columns: 4, rows: 4, width: 44, height: 66, left: 12.5, top: 10, gapX: 3, gapY: 3 };

const PLACES = KEYS.columns * KEYS.rows;
const INNER = mm(40);
/** With the white around it; the code itself is then at least 28 mm, which phones of the old find from an arm's length. */
const CODE = mm(39);
const BACK_CODE = mm(38);

/** Each sheet is followed by its back. */
export function drawKeys(pdf: Pdf, deputies: readonly PrintedDeputy[]): void {
  for (const sheet of sheetsOf(deputies, PLACES))
    for (const back of [false, true]) {
      pdf.doc.addPage({ size: 'A4', margin: 0 });
      drawCropMarks(pdf, KEYS);
      sheet.forEach((deputy, index) => {
        drawTag(pdf, deputy, cellOf(KEYS, index, back), back);
      });
      const size = `44 × 66 毫米，${sheet.length} 个。圆点打孔。`;
      writeNote(pdf, back ? `${size}这一页是背面：双面打印，沿长边翻；只印正面也行。` : size);
    }
}

function drawTag(pdf: Pdf, deputy: PrintedDeputy, cell: Cell, back: boolean): void {
  const { x, top, width } = cell;
  const middle = x + width / 2;
  drawOutline(pdf, cell, mm(4));
  pdf.doc
    .circle(middle, top + mm(5), mm(1.85))
    .lineWidth(mm(0.3))
    .stroke(INK_3);
  const line = (words: string, at: number, style: Style, least = 0.5) => {
    const fitted = shrink(pdf, words, INNER, { ...style, align: 'center' }, least);
    write(pdf, fitted.words, { x: middle, top: top + at, height: style.size * 1.3 }, fitted.style);
  };
  const box = { x: middle, top: top + mm(8.3), width: INNER, height: px(24) };
  writeName(pdf, deputy.name, box, { size: px(17), weight: 600, color: INK, align: 'center' });
  line(sayLevels(deputy.mandates), mm(14.6), { size: px(12), color: INK_2 }, 0.65);
  if (back) {
    drawQr(pdf, deputy.link, { x: middle - BACK_CODE / 2, top: top + mm(18.7), side: BACK_CODE });
    line('扫不出？扫这里', mm(56.6), { size: px(12), weight: 600, color: ACCENT });
    const phone = deputy.station?.phone ?? deputy.phone;
    if (phone) line(`电话 ${phone}`, mm(60.4), { size: px(12), color: INK });
  } else {
    drawPicture(pdf, deputy.picture, { x: middle - CODE / 2, top: top + mm(18.7), side: CODE });
    line('有事扫我', mm(58.6), { size: px(12), weight: 600, color: ACCENT });
  }
}
