import { measure, type Pdf, type Style } from '../../platform/print/pdf';

/** `第 12 选区：草坪、新塘岭等 9 个村`: as many as there is room for on a line; the ward alone when there is none for one. */
export function villagesThatFit(
  pdf: Pdf,
  ward: string,
  villages: readonly string[],
  width: number,
  style: Style,
): string {
  const fits = (text: string) => measure(pdf, text, style) <= width;
  const before = ward && villages.length ? `${ward}：` : ward;
  for (let shown = villages.length; shown > 0; shown -= 1) {
    const rest = shown < villages.length ? `等 ${villages.length} 处` : '';
    const line = `${before}${villages.slice(0, shown).join('、')}${rest}`;
    if (fits(line)) return line;
  }
  return cutTo(ward, fits);
}

function cutTo(words: string, fits: (text: string) => boolean): string {
  if (fits(words)) return words;
  const letters = [...words];
  while (letters.length && !fits(`${letters.join('')}…`)) letters.pop();
  return letters.length ? `${letters.join('')}…` : '';
}
