import { ACCENT_TINT, CIVIC } from '../../platform/print/palette';
import type { Pdf } from '../../platform/print/pdf';

type Box = { x: number; top: number; width: number; height: number };

const TILE = '#37494d';
const SKIN = '#f0cfb4';

/** Who has no photo: a figure without a face, 5:6. */
export function drawFigure({ doc }: Pdf, { x, top, width, height }: Box, radius: number): void {
  doc.save().roundedRect(x, top, width, height, radius).clip();
  doc.translate(x, top).scale(width / 100, height / 120);
  doc.rect(0, 0, 100, 120).fill(ACCENT_TINT);
  doc.path('M42 62h16v18H42z').fill(SKIN);
  doc.path('M42 66c4 5 12 5 16 0v6c-4 5-12 5-16 0z').fillOpacity(0.09).fill('#000').fillOpacity(1);
  doc.ellipse(50, 46, 18.5, 23).fill(SKIN);
  doc.path('M30 42c-2-17 7-25 20-25s22 8 20 25c-3-9-7-12-20-12s-17 3-20 12z').fill('#39444a');
  doc.path('M8 122c1-26 14-37 31-42l11 11 11-11c17 5 30 16 31 42z').fill('#2f4a57');
  doc.path('M39.5 79.5L50 92l10.5-12.5L57 76l-7 6-7-6z').fill('#fff');
  doc.path('M39.5 79.5L36 92l8 3 6-3zM60.5 79.5L64 92l-8 3-6-3z').fillOpacity(0.14).fill('#000').fillOpacity(1);
  doc.roundedRect(68, 98, 9, 6, 1.5).fill(CIVIC);
  doc.restore();
}

/** Hills, the station with its horse-head walls, two pomelo trees; as wide as the paper, its lower end at the box's. */
export function drawLandscape({ doc }: Pdf, { x, top, width, height }: Box): void {
  doc.save().rect(x, top, width, height).clip();
  const scale = width / 794;
  doc.translate(x, top + height - 150 * scale).scale(scale);
  doc.path('M0 90C90 40 190 30 280 74c70 30 150-44 260-46 100-4 170 50 254 30v92H0z').fill('#cfe3e5');
  doc.path('M0 112c120-40 230-20 340 0 130 20 250-34 454-10v48H0z').fill('#b4d4d8');
  doc.path('M0 134c200-20 440 6 794-14v30H0z').fill('#e3efe9');
  drawTree(doc, 590, 1);
  drawHouse(doc);
  drawTree(doc, 724, 1.2);
  doc.restore();
}

const FRUIT = [
  [-5, 3],
  [4, -1],
  [6, 8],
  [-2, 10],
] as const;

function drawTree(doc: Pdf['doc'], x: number, size: number): void {
  doc.save().translate(x, 88).scale(size);
  doc.rect(-1.5, 14, 3, 14).fillOpacity(0.6).fill(TILE).fillOpacity(1);
  doc.path('M0-8c9 0 14 6 13 13s-6 11-13 11-12-4-13-11S-9-8 0-8z').fill('#5d9a6d');
  for (const [left, down] of FRUIT) doc.circle(left, down, 2.4).fill('#f2b63c');
  doc.restore();
}

const ROOFS =
  'M-4 17.5c3 1 6 .5 13 .5v3.5H-3zM5 10.5c3 1 6 .5 13 .5v3.5H6zM14 3.5c3 1 6 .3 13.5 .3s10.5 .7 13.5 -.3l-1 4H15zM50 10.5c-3 1-6 .5-13 .5v3.5h12zM59 17.5c-3 1-6 .5-13 .5v3.5h12z';

function drawHouse(doc: Pdf['doc']): void {
  doc.save().translate(620, 62).scale(1.25);
  doc.path('M0 52V20h9v-7h9V6h19v7h9v7h9v32z').fill('#fff');
  doc.path(ROOFS).fill(TILE);
  doc.rect(21.5, 31, 12, 21).fill(TILE);
  doc.rect(6, 30, 6, 7).rect(43, 30, 6, 7).fillOpacity(0.55).fill(TILE).fillOpacity(1);
  doc.rect(17.6, 31.5, 2.6, 16).rect(34.8, 31.5, 2.6, 16).rect(20, 26, 15, 3.4).fill('#c2303a');
  doc.restore();
}
