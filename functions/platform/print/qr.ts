import { create } from 'qrcode';
import type { Pdf } from './pdf';

/** White around it, in modules: what readers need (ISO/IEC 18004) is four; the paper around gives the other two. */
const QUIET = 2;

/** In points: a whole number of dots of every printer and of a scan at 150 dots an inch. */
const DOT = 72 / 150;

/**
 * Draws an ordinary QR code as lines and not as a picture, at most `side` points with the white around it, in the
 * middle of that box. Every module is whole dots and begins with one: edges between two dots come out grey, and readers trip over them.
 */
export function drawQr({ doc }: Pdf, text: string, { x, top, side }: { x: number; top: number; side: number }): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const across = modules.size + 2 * QUIET;
  const unit = Math.max(1, Math.floor(side / across / DOT)) * DOT;
  const begin = (edge: number) => Math.round((edge + (side - across * unit) / 2) / DOT) * DOT + QUIET * unit;
  doc.rect(x, top, side, side).fill('#fff');
  for (let row = 0; row < modules.size; row += 1)
    for (const [from, to] of runsIn(modules.size, (column) => modules.get(row, column) !== 0))
      doc.rect(begin(x) + from * unit, begin(top) + row * unit, (to - from) * unit, unit);
  doc.fill('#000');
}

/** Where dark modules stand side by side, `[from, to)`: drawn one by one they would show hair lines between them. */
function* runsIn(size: number, isDark: (column: number) => boolean): Generator<[number, number]> {
  let from = 0;
  for (let column = 0; column <= size; column += 1) {
    if (column < size && isDark(column)) continue;
    if (column > from) yield [from, column];
    from = column + 1;
  }
}
