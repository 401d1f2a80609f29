import type { Line } from './cells';
import { readCode } from './codes';

/** Which column holds the code and which the name; by what stands in them, because every office orders them otherwise. */
export type Columns = { code: number; name: number };

const CODE_TITLES = /统计用区划代码|^(区划)?代码$|^code$/i;
const NAME_TITLES = /^(名称|村名|区划名称|单位名称|name)$/i;

/** Null when no column holds codes. */
export function columnsOf(lines: readonly Line[]): Columns | null {
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => index);
  const valuesOf = (index: number) => lines.map(({ cells }) => cells[index] ?? '');
  const titled = (title: RegExp) => columns.find((index) => valuesOf(index).some((cell) => title.test(cell)));
  const most = (among: readonly number[], counts: (cell: string) => unknown) => {
    const countOf = (index: number) => new Set(valuesOf(index).filter(counts)).size;
    return among.reduce((best, one) => (countOf(one) > countOf(best) ? one : best), among[0] ?? 0);
  };
  // A list of villages names their towns and counties too: the most different codes are the villages' own.
  const code = titled(CODE_TITLES) ?? most(columns, readCode);
  if (!valuesOf(code).some((cell) => readCode(cell))) return null;
  const others = columns.filter((index) => index !== code);
  return { code, name: titled(NAME_TITLES) ?? most(others, (cell) => /\p{Script=Han}/u.test(cell)) };
}
