import { linesOf } from './cells';
import { readCode } from './codes';
import { decodeList, type Fault } from './decode';
import { tidy } from './spoken';

/** A place gets another code; `name` where it gets another name too. */
export type Pair = { from: string; to: string; name: string | null; row: number };

/** Reads a list of old and new codes, a line each: 330822104201,330822004201 and perhaps the new name. Both of one kind. */
export function readPairs(bytes: Uint8Array): { pairs: Pair[] } | { faults: Fault[] } {
  const decoded = decodeList(bytes);
  if (typeof decoded === 'string') return { faults: [{ row: null, reason: decoded }] };
  const pairs: Pair[] = [];
  const faults: Fault[] = [];
  for (const [index, { row, cells }] of linesOf(decoded.text).entries()) {
    const codes = cells.map(readCode);
    const isHeader = index === 0 && codes.every((code) => code === null);
    if (isHeader) continue;
    const [from, to] = codes.filter((code) => code !== null);
    const lost = codes.find((code) => code !== null && 'lost' in code);
    if (lost && 'lost' in lost)
      faults.push({ row, reason: `代码变成了 ${lost.lost}，后面几位已经丢了。请把代码那一列设成“文本”，重新粘贴。` });
    else if (!from || !to || !('code' in from) || !('code' in to)) faults.push({ row, reason: WANTED });
    else if (from.level !== to.level)
      faults.push({ row, reason: `${from.code} 和 ${to.code} 不是同一级，村对村、乡镇对乡镇。` });
    else pairs.push({ from: from.code, to: to.code, name: nameIn(cells), row });
  }
  if (!pairs.length && !faults.length) faults.push({ row: null, reason: WANTED });
  return faults.length ? { faults } : { pairs };
}

const WANTED = '每一行要有两个代码，先旧后新，例如：370283104201,370283004201。名字也变的，后面写新名字。';

function nameIn(cells: readonly string[]): string | null {
  const name = cells.find((cell) => readCode(cell) === null && /\p{Script=Han}/u.test(cell));
  return name ? tidy(name) : null;
}
