import type { Level } from '../../../shared/directory/levels';
import { countyKind } from '../../../shared/kernel/kinds';
import { oneOf, ownLevel, townOf, wardKey } from './check-places';
import { termKey } from './check-twice';
import { LEVEL_NAMES } from './columns';
import { congressNameOf } from './congress-name';
import { withoutEdges } from './person-name';
import type { Places } from './places';
import type { Reader } from './reader';
import type { Deputy, Term, Ward } from './roster';
import { keyOf, nearest, perhaps } from './words';

/**
 * `deputies` by the key of their number, null where their own row has faults; `brokenWards`: names on rows of wards with faults;
 * `misnumbered`: names of those whose number belongs to a row above, so that nobody knows which is theirs.
 * `wards` and `deputies` are null when their sheet could not be read.
 */
export type Known = {
  places: Places;
  wards: readonly Ward[] | null;
  brokenWards: ReadonlySet<string>;
  deputies: ReadonlyMap<string, Deputy | null> | null;
  misnumbered: ReadonlySet<string>;
};

/** A term (任期): town and county deputies stand for a ward, the others were elected by a congress (选举法 第三条). */
export function readTerm(read: Reader, known: Known): Term | null {
  const number = numberOf(read, known);
  const level = levelOf(read, known.places.county);
  const written = read.name('届次', 40, 'must');
  const from = read.day('开始日期');
  const to = read.day('结束日期');
  const backwards = from && to && from > to;
  if (backwards) read.fault('结束日期', '结束日期比开始日期还早。');
  const direct = level === 'town' || level === 'county';
  const ward = direct ? wardOf(read, level, known) : null;
  const electedBy = level && !direct ? electedOf(read) : null;
  if (direct && read.name('原选举单位', 40)) read.fault('原选举单位', '乡镇、县两级是选民直接选的，这里请空着。');
  const congress = level && written && congressNameOf(written, level, placeOf(level, ward, known));
  if (!number || !level || !congress || !from || !to || backwards || !(direct ? ward : electedBy)) return null;
  return { row: read.row, number, level, congress, ward, electedBy, from, to };
}

/** In a county-level city 市 is its own level where a ward is written: the city above it has none. */
function levelOf(read: Reader, county: string): Level | null {
  const isAbove = countyKind(county) === '市' && read.blank('选区');
  return oneOf(read, '级别', LEVEL_NAMES, isAbove ? undefined : ownLevel(county));
}

/** Whose congress it is, where the level says so. */
function placeOf(level: Level, ward: string | null, { places, wards }: Known): string | null {
  if (level === 'county') return places.county;
  const town = level === 'town' ? wards?.find(({ key }) => key === ward)?.town : null;
  return places.towns.find(({ code }) => code === town)?.name ?? null;
}

function numberOf(read: Reader, { deputies, misnumbered }: Known): string | null {
  const written = read.name('代表编号', 20, 'must');
  const name = withoutEdges(read.name('姓名', 40) ?? '');
  if (written === null || !deputies) return null;
  if (name && misnumbered.has(keyOf(name))) return null;
  if (!deputies.has(keyOf(written)))
    return read.fault('代表编号', `“代表”表里没有编号“${written}”。${perhaps(byName(name, deputies))}`);
  const deputy = deputies.get(keyOf(written));
  if (deputy && name && keyOf(name) !== keyOf(deputy.name))
    return read.fault('姓名', `编号“${written}”在“代表”表里是${deputy.name}，不是${name}。`);
  return keyOf(written);
}

function byName(name: string, deputies: NonNullable<Known['deputies']>): string | null {
  const same = [...deputies.values()].filter((deputy) => deputy && name !== '' && keyOf(deputy.name) === keyOf(name));
  return same.length === 1 ? (same[0]?.number ?? null) : null;
}

function electedOf(read: Reader): string | null {
  if (read.name('选区', 40)) read.fault('选区', '市、省、全国三级没有选区，请空着，写原选举单位。');
  return read.name('原选举单位', 40, 'must');
}

function wardOf(read: Reader, level: 'town' | 'county', { places, wards, brokenWards }: Known): string | null {
  const town = townOf(read, places);
  const written = read.name('选区', 40, 'must');
  if (town === undefined || written === null || !wards) return null;
  const exact = wards.find(({ key }) => key === wardKey(level, town, written));
  if (exact) return exact.key;
  const ofLevel = wards.filter((ward) => ward.level === level && (!town || ward.town === town || ward.town === null));
  const same = ofLevel.filter(({ name }) => keyOf(name) === keyOf(written));
  if (same.length === 1) return same[0]?.key ?? null;
  if (same.length > 1) return read.fault('乡镇', `叫“${written}”的选区不止一个，请写上乡镇。`);
  if (brokenWards.has(keyOf(written))) return null;
  const names = ofLevel.map(({ name }) => name);
  return read.fault('选区', `“选区”表里没有${LEVEL_NAMES[level]}级的“${written}”。${perhaps(nearest(written, names))}`);
}

/**
 * Two terms of one deputy on one level at the same time. What the database holds already is history, and left in peace;
 * the very same row twice is told as that (`check-twice.ts`).
 */
export function findOverlaps(terms: readonly Term[], isKnown: (term: Term) => boolean): [later: Term, earlier: Term][] {
  const found: [Term, Term][] = [];
  const last = new Map<string, Term>();
  const sorted = [...terms].sort((a, b) => (a.from === b.from ? a.row - b.row : a.from < b.from ? -1 : 1));
  for (const term of sorted) {
    const key = `${term.number}/${term.level}`;
    const before = last.get(key);
    const isSame = before && termKey(before) === termKey(term);
    if (before && !isSame && term.from <= before.to && !(isKnown(term) && isKnown(before)))
      found.push(before.row < term.row ? [term, before] : [before, term]);
    if (!before || term.to > before.to) last.set(key, term);
  }
  return found;
}
