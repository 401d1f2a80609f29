import { clean, isUnreadable } from '../../../shared/kernel/text';
import { withoutRadicals } from './radicals';

/**
 * A name by which two spellings of the same thing are found: full-width signs, spaces and upper case make no difference, nor which dot
 * stands between the parts of a name (阿依·古丽, 阿依•古丽, 阿依.古丽), nor what nobody sees.
 */
export function keyOf(text: string): string {
  return withDots(
    withoutRadicals(text)
      .normalize('NFKC')
      .replace(/[\s\p{Cf}\p{DI}]/gu, ''),
    ANY_DOT,
  ).toLowerCase();
}

// They look alike, and each keyboard has another one; the national standard is U+00B7 (GB/T 15834 间隔号).
const DOT = /(\p{Script=Han}) *[·•‧∙⋅・･●᛫．﹒․ㆍ｡◦⸱𐄁]+ *(?=\p{Script=Han})/gu;
const ANY_DOT = /(\p{Script=Han})[·•‧∙⋅・･●᛫．﹒․ㆍ｡◦⸱𐄁.]+(?=\p{Script=Han})/gu;

function withDots(text: string, dots: RegExp): string {
  return text.replace(dots, '$1·');
}

/**
 * A name as it is kept: `　第１ 选区 ` → `第1 选区`; between Chinese characters no space stays (王 伟 → 王伟), radicals copied out of a PDF are
 * the characters they look like, and variants of one character (异体字选择符) are that character.
 */
export function nameOf(text: string): string {
  const seen = clean(halfWidth(withoutRadicals(text))).replace(/\p{VS}/gu, '');
  return withDots(seen.replace(/\s+/g, ' '), DOT).replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1');
}

/** Full-width letters, digits and spaces as everybody else writes them; Chinese punctuation stays. */
function halfWidth(text: string): string {
  return text
    .replace(/\u3000/g, ' ')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** What people put between several things in one cell. */
export function parts(text: string): string[] {
  return text
    .split(/[、，,；;。\n\t]+/)
    .map(nameOf)
    .filter((name) => name && !isUnreadable(name));
}

/** The name that is most like what was written, when it is like it: `草平村` → `草坪村`. Null when nothing is near. */
export function nearest(written: string, names: Iterable<string>): string | null {
  const key = keyOf(written);
  const allowed = Math.max(1, Math.floor([...key].length / 3));
  let best: { name: string; distance: number } | null = null;
  for (const name of names) {
    const known = keyOf(name);
    const within = key.length > 1 && known.startsWith(key);
    const distance = within ? 0.5 : distanceOf(key, known, allowed);
    if (distance <= allowed && (!best || distance < best.distance)) best = { name, distance };
  }
  return best?.name ?? null;
}

/** How many characters must be added, left out or exchanged; more than `allowed` is said as `allowed + 1`. */
export function distanceOf(one: string, other: string, allowed: number): number {
  const a = [...one];
  const b = [...other];
  if (Math.abs(a.length - b.length) > allowed) return allowed + 1;
  let before = b.map((_, index) => index + 1);
  before.unshift(0);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const exchanged = (before[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : 1);
      line.push(Math.min(exchanged, (before[column] as number) + 1, (line[column - 1] as number) + 1));
    }
    before = line;
  }
  return Math.min(before[b.length] as number, allowed + 1);
}

/** ` 您是不是要写“草坪村”？` to be put behind a fault, or nothing. */
export function perhaps(suggestion: string | null): string {
  return suggestion ? `您是不是要写“${suggestion}”？` : '';
}
