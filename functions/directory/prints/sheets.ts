import { INK_3, LINE } from '../../platform/print/palette';
import { mm, type Pdf, write } from '../../platform/print/pdf';

/** How many pieces stand on a sheet of A4, how large, and where the first one begins; in millimetres. */
export type Grid = {
  columns: number;
  rows: number;
  width: number;
  height: number;
  left: number;
  top: number;
  gapX: number;
  gapY: number;
};

export type Cell = { x: number; top: number; width: number; height: number };

/**
 * What stands on each sheet. Fewer things than places: each is there as often as all of them shrink, so that no paper is wasted.
 * More: each once, sheet after sheet.
 */
export function sheetsOf<T>(things: readonly T[], places: number): T[][] {
  const times = Math.max(1, Math.floor(places / things.length));
  const all = things.flatMap((thing) => Array.from({ length: times }, () => thing));
  const sheets: T[][] = [];
  for (let from = 0; from < all.length; from += places) sheets.push(all.slice(from, from + places));
  return sheets;
}

/** Where the piece of this number stands, in points. On the back of a sheet the columns run the other way (双面打印，长边翻转). */
export function cellOf(grid: Grid, index: number, back: boolean): Cell {
  const { columns, width, height, left, top, gapX, gapY } = grid;
  const across = index % columns;
  const column = back ? columns - 1 - across : across;
  const row = Math.floor(index / columns);
  return {
    x: mm(left + column * (width + gapX)),
    top: mm(top + row * (height + gapY)),
    width: mm(width),
    height: mm(height),
  };
}

const MARK = 3;
const AWAY = 1.5;

/** Marks at the edges of the paper where a cutter is laid (裁切线): in line with every edge of a piece, never on one. */
export function drawCropMarks({ doc }: Pdf, { columns, rows, width, height, left, top, gapX, gapY }: Grid): void {
  const right = left + columns * width + (columns - 1) * gapX;
  const bottom = top + rows * height + (rows - 1) * gapY;
  for (const x of edges(columns, width, left, gapX)) {
    doc.moveTo(mm(x), mm(top - AWAY - MARK)).lineTo(mm(x), mm(top - AWAY));
    doc.moveTo(mm(x), mm(bottom + AWAY)).lineTo(mm(x), mm(bottom + AWAY + MARK));
  }
  for (const y of edges(rows, height, top, gapY)) {
    doc.moveTo(mm(left - AWAY - MARK), mm(y)).lineTo(mm(left - AWAY), mm(y));
    doc.moveTo(mm(right + AWAY), mm(y)).lineTo(mm(right + AWAY + MARK), mm(y));
  }
  doc.lineWidth(mm(0.15)).undash().stroke(INK_3);
}

function edges(count: number, size: number, from: number, gap: number): number[] {
  const each = Array.from({ length: count }, (_, index) => from + index * (size + gap));
  return [...new Set(each.flatMap((start) => [start, start + size]))];
}

/** The line along which a piece is cut. */
export function drawOutline({ doc }: Pdf, { x, top, width, height }: Cell, radius: number): void {
  doc.lineWidth(mm(0.2)).dash(mm(0.9), { space: mm(0.7) });
  doc.roundedRect(x, top, width, height, radius).stroke(LINE);
  doc.undash();
}

/** What the clerk reads at the lower end of a sheet. */
export function writeNote(pdf: Pdf, words: string): void {
  write(pdf, words, { x: mm(25), top: mm(289), height: mm(4.5) }, { size: 9, color: INK_3 });
}
