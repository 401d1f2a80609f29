import { CIVIC } from '../../platform/print/palette';
import { type Pdf, px, write } from '../../platform/print/pdf';

/** The one character of a level (印), `side` points: filled on the poster, an outline on a card. */
export function drawSeal(
  pdf: Pdf,
  seal: string,
  { x, top, side }: { x: number; top: number; side: number },
  filled: boolean,
): void {
  const line = px(1.4);
  if (filled) pdf.doc.roundedRect(x, top, side, side, px(4)).fill(CIVIC);
  else
    pdf.doc
      .roundedRect(x + line / 2, top + line / 2, side - line, side - line, px(3.5))
      .lineWidth(line)
      .stroke(CIVIC);
  const style = { size: side / 1.42, weight: 600, color: filled ? '#fff' : CIVIC, align: 'center' } as const;
  write(pdf, seal, { x: x + side / 2, top, height: side }, style);
}
