import { unescaped } from './cell-text';
import type { NumberStyle } from './styles';

/** `date` is a number that is shown as a date or a time; `number` is then the serial, days since 1899-12-30. */
export type Cell = {
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  text: string;
  number: number;
  formula: boolean;
};

/** What a cell's element (`c`) holds: its attributes `t` and `s`, the text of `v` and of `is`, and whether there is an `f`. */
export type CellElement = {
  type: string | null;
  style: string | null;
  value: string;
  inline: string;
  formula: boolean;
};

/** What cells point at. `from1904`: days are counted from 1904-01-01. */
export type CellContext = { strings: readonly string[]; styles: readonly NumberStyle[]; from1904: boolean };

/** A cell as it was written; null when nothing was. */
export function cellOf({ type, style, value, inline, formula }: CellElement, context: CellContext): Cell | null {
  const text = (text: string): Cell | null =>
    text.trim() || formula ? { kind: 'text', text, number: 0, formula } : null;
  if (type === 'inlineStr') return text(inline);
  if (type === 'str') return text(unescaped(value));
  if (type === 'd') return text(sayIso(value));
  // `<c t="s"><v/></c>`, as some programs write an empty cell, is not the first text.
  if (!value.trim()) return text('');
  if (type === 's') return text(context.strings[Number(value)] ?? '');
  if (type === 'b') return { kind: 'boolean', text: value === '1' ? '是' : '否', number: Number(value), formula };
  if (type === 'e') return { kind: 'error', text: value, number: 0, formula };
  const number = Number(value);
  if (!Number.isFinite(number)) return text(value);
  const { date = false, digits = 0 } = context.styles[Number(style ?? 0)] ?? {};
  const serial = date && context.from1904 && number >= 1 ? number + 1462 : number;
  return {
    kind: date ? 'date' : 'number',
    text: sayNumber(number).padStart(number < 0 ? 0 : digits, '0'),
    number: serial,
    formula,
  };
}

/** Strict OOXML writes `2022-01-01T00:00:00` for a day, and for a time of day `09:00:00` or that on a day before all days. */
function sayIso(value: string): string {
  const [, day = '', time = ''] = /^\s*(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d)?/.exec(value) ?? [];
  return (day > '1901' ? day : time) || value;
}

/** As somebody typed it: 13800000001, not 1.3800000001E10. */
function sayNumber(number: number): string {
  return Number.isInteger(number) && Math.abs(number) < 1e15
    ? number.toFixed(0)
    : String(Number(number.toPrecision(15)));
}
