import type { Level } from '../../../shared/directory/levels';
import { keyOf } from './words';

const DIGITS = '零一二三四五六七八九';
const ORDINAL = /^(.*?)第?(\d{1,2}|[〇零一二三四五六七八九十两]{1,4})届(.*)$/u;
const ASSEMBLY = /^(?:的)?(全国)?(?:人民代表大会|人代会|人大)?(?:代表|委员)?$/u;

/** Which congress (届) is meant, by whatever spelling: 第十八届, 18届, 十八届 and 第18届人民代表大会 are 18; null where no number is said. */
function ordinalOf(written: string): { before: string; number: number; after: string } | null {
  const [, before = '', digits = '', after = ''] = ORDINAL.exec(keyOf(written)) ?? [];
  const number = /^\d+$/.test(digits) ? Number(digits) : fromChinese(digits);
  return number > 0 ? { before, number, after } : null;
}

function fromChinese(written: string): number {
  const [tens = '', ones = ''] = written.includes('十') ? written.split('十') : ['零', written];
  const digit = (text: string, none: number) =>
    text === '' ? none : DIGITS.indexOf(text.replace('〇', '零').replace('两', '二'));
  const [ten, one] = [digit(tens, 1), digit(ones, 0)];
  return ten < 0 || one < 0 ? 0 : ten * 10 + one;
}

function toChinese(number: number): string {
  const [ten, one] = [Math.floor(number / 10), number % 10];
  return `${ten > 1 ? DIGITS[ten] : ''}${ten ? '十' : ''}${one ? DIGITS[one] : ''}`;
}

/**
 * A congress by its full name, 常山县第十八届人大, however it was written; `place` completes what names none. What says no number, or
 * something else besides, stays as it is.
 */
export function congressNameOf(written: string, level: Level, place: string | null): string {
  const said = ordinalOf(written);
  if (!said || !ASSEMBLY.test(said.after)) return written;
  const ordinal = `第${toChinese(said.number)}届`;
  if (level === 'nation') return `${ordinal}全国人大`;
  const before = said.before.replace(/(人民代表大会|人大)$/u, '') || place;
  return before ? `${before}${ordinal}人大` : written;
}

/** The same for two spellings of one congress of a level. */
export function congressKey(written: string): string {
  const said = ordinalOf(written);
  return said ? String(said.number) : keyOf(written);
}
