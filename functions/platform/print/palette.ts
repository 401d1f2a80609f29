import type { Pdf } from './pdf';

/** The colours of the screens; each keeps its shade apart from its neighbours' in grey. */
export const INK = '#18282b';
export const INK_2 = '#4c5a5d';
export const INK_3 = '#5f6d70';
export const CIVIC = '#b01e28';
export const ACCENT = '#0f5c6b';
export const ACCENT_TINT = '#e3f0f2';
export const LINE = '#9aa7aa';

/** Two dots joined by a line that makes a heart; drawn on 32 × 32. */
export function drawEmblem({ doc }: Pdf, { x, top, side }: { x: number; top: number; side: number }): void {
  doc
    .save()
    .translate(x, top)
    .scale(side / 32);
  const heart =
    'M11 26.5C6.5 22.5 3.5 18.8 3.5 14.2 3.5 9.8 6.6 7 10 7c2.6 0 4.6 1.4 6 3.6C17.4 8.4 19.4 7 22 7c3.4 0 6.5 2.8 6.5 7.2 0 4.6-3 8.3-7.5 12.3';
  doc.path(heart).lineWidth(2.8).lineCap('round').stroke(CIVIC);
  doc.circle(11, 26.5, 2.9).fill(ACCENT);
  doc.circle(21, 26.5, 2.9).fill(CIVIC);
  doc.restore();
}
