import { unprintable } from '../../platform/print/pdf';
import type { Reader } from './reader';

/** What a font draws, or a person types, where a character could not be written. */
const STAND_IN = /[?？□■◻◼▢〓*＊#＃\ufffd]/u;
/** What official rolls put behind a name: （女，回族）. */
const REMARK = /[（(【［[〔｛{〈《<].*$/su;
/** The same without brackets, apart from the name. */
const APART = /\p{Script=Han}{2,}[\s\u3000]+([男女]|\p{Script=Han}{1,6}族|先生|女士|同志)$/u;
// U+0F0B and U+0F0C stand between the syllables of Tibetan.
const NO_NAME = /[^\p{L}\p{M}\p{Co}〇\u{20000}-\u{3fffd}\u{f0b}\u{f0c}· .'’-]/u;
const EDGES = /^[\s·.。，,、;；:：]+|[\s·.。，,、;；:：…]+$/gu;

/** The name of a person in a row: nothing but the name, as others will read it and as it is printed. Null where it must be mended. */
export function personOf(read: Reader): string | null {
  const written = read.name('姓名', 40, 'must');
  if (written === null) return null;
  const name = withoutEdges(written);
  const fault = faultOf(name, read.written('姓名'));
  if (fault) return read.fault('姓名', fault);
  if ([...name].length > 20) return read.fault('姓名', '太长了，最多 20 个字。');
  const own = [...name].findIndex((letter) => /\p{Co}/u.test(letter));
  if (own >= 0) read.warn('姓名', sayOwn([...name][own] ?? '', own));
  for (const letter of unprintable(name))
    if (/[\p{L}\p{M}]/u.test(letter))
      read.warn('姓名', `打印用的字库里没有姓名里的“${letter}”，纸上会印成方框，要用笔补。`);
  return name;
}

/** A name without the marks that were left at its ends: 王示例。 */
export function withoutEdges(name: string): string {
  return name.replace(EDGES, '');
}

function faultOf(name: string, written: string): string | null {
  if (!name) return '“姓名”要写。';
  const [standIn] = STAND_IN.exec(name) ?? [];
  if (standIn) return `姓名里的“${standIn}”像是没打出来的字，请换成那个字。`;
  const remark = REMARK.exec(name)?.[0] ?? APART.exec(written.trim())?.[1];
  if (remark) return `姓名里只写名字，“${remark}”请去掉，要说的写在别处。`;
  if (/\p{Nd}/u.test(name)) return '姓名里不能有数字。';
  const [strange] = NO_NAME.exec(name) ?? [];
  return strange ? `姓名里有“${strange}”，这里只写一个人的名字。名字中间的点写成“·”。` : null;
}

/** Machines of offices had characters of their own making (自造字): each has others under the same number, or none. */
function sayOwn(letter: string, at: number): string {
  const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `姓名的第 ${at + 1} 个字（U+${code}）是自造字，别人的手机上看不见，纸上印不出。请换成标准的字。`;
}
