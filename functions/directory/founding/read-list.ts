import { linesOf } from './cells';
import { type DivisionLevel, readCode } from './codes';
import { columnsOf } from './columns';
import { decodeList, type Fault } from './decode';
import type { Given, List, Listed } from './list';
import { listFaults } from './list-faults';
import { spokenName, tidy } from './spoken';

const LONGEST_NAME = 40;

/**
 * Reads the places of one county from a list in the form of the National Bureau of Statistics: a line a place, its code (统计用区划代码), its
 * class (城乡分类代码) or none, its name; in any order of the columns, with a header or without. Either everything is right or nothing counts:
 * then the faults say each what to do.
 */
export function readList(bytes: Uint8Array, given: Given): List | { faults: Fault[] } {
  const decoded = decodeList(bytes);
  if (typeof decoded === 'string') return { faults: [{ row: null, reason: decoded }] };
  const lines = linesOf(decoded.text);
  const columns = columnsOf(lines);
  if (!columns) return { faults: [{ row: null, reason: NO_CODES }] };
  const faults: Fault[] = [];
  const places: Listed[] = [];
  let begun = false;
  for (const { row, cells } of lines) {
    const [written = '', name = ''] = [cells[columns.code], cells[columns.name]];
    const read = readCode(written);
    begun ||= read !== null || !isTitle(cells);
    const fault = faultOf(read, written, name);
    if (fault && begun) faults.push({ row, reason: fault });
    if (read && 'code' in read) places.push({ ...read, name: tidy(name), row });
  }
  const lost = lines.filter(({ cells }) => isLost(cells[columns.code] ?? ''));
  // One export spoils a whole column: said once, and not that there are no villages besides.
  if (lost.length > MANY) return { faults: [{ row: lost[0]?.row ?? null, reason: allLost(lost.length) }] };
  const found = [...faults, ...listFaults(places, given)];
  if (found.length) return { faults: found.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
  return asSaid(places);
}

/** What may stand before the first place: names of columns, or one line about the whole. */
function isTitle(cells: readonly string[]): boolean {
  return cells.filter(Boolean).length === 1 || cells.some((cell) => /代码|名称|code|name/i.test(cell));
}

const MANY = 5;

function isLost(written: string): boolean {
  const read = readCode(written);
  return read !== null && 'lost' in read;
}

function allLost(count: number): string {
  return `从这一行起有 ${count} 个代码变成了 3.70283E+11 这样的数，后面几位已经丢了。请把表格里代码那一列设成“文本”，从原来的名单重新粘贴，再存一次。`;
}

const NO_CODES =
  '文件里没有找到区划代码。每一行要有 12 位的统计用区划代码和名称，例如：370283001001,111,大泽山社区居委会。';

function faultOf(read: ReturnType<typeof readCode>, written: string, name: string): string | null {
  if (read === null) {
    const shown = written || name;
    return `没有 6、9 或 12 位的区划代码（这里写的是“${shown.slice(0, 20)}”）。请补上；不是地方的，删掉这一行。`;
  }
  if ('lost' in read)
    return `代码变成了 ${read.lost}，后面几位已经丢了。请把表格里代码那一列设成“文本”，从原来的名单重新粘贴，再存一次。`;
  if ('outside' in read) return null;
  const plain = tidy(name);
  if (plain === '') return `${read.code} 没有名称，请补上。`;
  if (!/\p{Script=Han}/u.test(plain) || /[\ufffd?]/u.test(plain))
    return `${read.code} 的名称“${plain.slice(0, 20)}”读不出来，请看是不是存文件时字变了，或者列放错了。`;
  return plain.length > LONGEST_NAME ? `${read.code} 的名称太长了，最多 ${LONGEST_NAME} 个字。` : null;
}

/** Names as people say them; where two of one town would be called the same, both keep the official one. */
function asSaid(places: readonly Listed[]): List {
  const of = (level: DivisionLevel) => places.filter((place) => place.level === level);
  const key = ({ code, name }: Listed) => `${code.slice(0, 9)} ${spokenName(name)}`;
  const counts = new Map<string, number>();
  for (const village of of('village')) counts.set(key(village), (counts.get(key(village)) ?? 0) + 1);
  const isAlike = (village: Listed) => (counts.get(key(village)) ?? 0) > 1;
  const alike = of('village').filter(isAlike);
  const warnings = alike.length
    ? [`有 ${alike.length} 个名字在同一个乡镇里叫法一样，都照原名放：${some(alike)}。`]
    : [];
  const villages = of('village').map((village) =>
    isAlike(village) ? village : { ...village, name: spokenName(village.name) },
  );
  const towns = of('town');
  const peopled = new Set(villages.map(({ code }) => code.slice(0, 9)));
  const empty = towns.filter(({ code }) => !peopled.has(code));
  if (empty.length) warnings.push(`${some(empty)}下面一个村、一个社区也没有，请看是不是漏了。`);
  return { county: of('county')[0] ?? null, towns, villages, warnings };
}

export function some(places: readonly { name: string }[]): string {
  const names = places.slice(0, 5).map(({ name }) => name);
  return `${names.join('、')}${places.length > 5 ? ` 等 ${places.length} 个` : ''}`;
}
