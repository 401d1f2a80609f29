import { missingIn, openPdf } from '../../platform/print/pdf';
import { drawCards } from './cards';
import { drawKeys } from './keys';
import { drawPoster } from './poster';
import type { PrintedDeputy } from './printed';

export type Format = 'poster' | 'cards' | 'keys';

const TITLES: Record<Format, string> = { poster: '代表码海报', cards: '代表码名片', keys: '代表码钥匙扣' };

/**
 * The codes as a PDF on A4. WeChat's pictures apart, everything in it is lines and letters. `missing`: characters the font does not have,
 * in whose place there is a box; `cut`: words there was no room for.
 */
export async function codesPdf(
  format: Format,
  deputies: readonly PrintedDeputy[],
): Promise<{ bytes: Buffer; pages: number; missing: string[]; cut: string[] }> {
  const pdf = openPdf(TITLES[format]);
  let pages = 0;
  pdf.doc.on('pageAdded', () => {
    pages += 1;
  });
  if (format === 'poster') for (const deputy of deputies) drawPoster(pdf, deputy);
  if (format === 'cards') drawCards(pdf, deputies);
  if (format === 'keys') drawKeys(pdf, deputies);
  pdf.doc.end();
  return { bytes: await pdf.whole, pages, missing: missingIn(pdf), cut: [...pdf.cuts] };
}
