import { attributeOf, walkXml } from './xml';

/** How a cell style shows a number: as a date or a time; with so many digits (`0000` shows 1 as 0001). */
export type NumberStyle = { date: boolean; digits: number };

/** The number style of each cell format (`cellXfs`), in the order in which cells count them. */
export function readStyles(xml: string): NumberStyle[] {
  const formats = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCells = false;
  walkXml(xml, {
    open(tag, attributes) {
      const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
      if (tag === 'numFmt') formats.set(id, attributeOf(attributes, 'formatCode') ?? '');
      if (tag === 'cellXfs') inCells = true;
      if (tag === 'xf' && inCells)
        styles.push({ date: isDateFormat(id, formats.get(id)), digits: digitsOf(formats.get(id)) });
    },
    close(tag) {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

function digitsOf(code = ''): number {
  return /^(0{1,15})(?:;|_|$)/.exec(code)?.[1]?.length ?? 0;
}

function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined)
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  const [positive = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  return /[ymdhs]/i.test(positive.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').replace(/general/gi, ''));
}
