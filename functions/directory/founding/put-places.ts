import type { Tx } from '../../platform/database';
import { pinyinOf } from '../pinyin';
import type { List, Listed } from './list';
import { type DivisionRow, selectDivisions, upsertDivisions } from './queries';

type County = { jurisdiction: string; divisionCode: string; name: string };

/** What a list did to a county's places; `missing` are there and not in the list: they stay. */
export type Put = { added: Listed[]; renamed: { from: string; to: string }[]; missing: { name: string }[] };

/** Puts the places of a list into the county: new ones are added, renamed ones renamed, none goes. A pinyin that somebody corrected stays. */
export async function putPlaces(
  tx: Tx,
  county: County,
  { towns, villages }: Pick<List, 'towns' | 'villages'>,
): Promise<Put> {
  const before = await selectDivisions(tx, county.divisionCode);
  const known = new Map(before.map((row) => [row.code, row]));
  const listed = [...towns, ...villages];
  const rows = listed.map((place) => rowOf(place, known.get(place.code)));
  const missing = before.filter(
    ({ code, level }) => level !== 'county' && !listed.some((place) => place.code === code),
  );
  const head = {
    ...rowOf({ code: county.divisionCode, level: 'county', name: county.name }, known.get(county.divisionCode)),
    parent: null,
  };
  await upsertDivisions(tx, county.jurisdiction, [head, ...inOrder([...rows, ...(listed.length ? missing : [])])]);
  return {
    added: listed.filter(({ code }) => !known.has(code)),
    renamed: listed.flatMap(({ code, name }) => {
      const old = known.get(code)?.name ?? name;
      return old === name ? [] : { from: old, to: name };
    }),
    missing: listed.length ? missing : [],
  };
}

function rowOf(
  { code, level, name }: Pick<Listed, 'code' | 'level' | 'name'>,
  before: DivisionRow | undefined,
): DivisionRow {
  const pinyin = before?.name === name && before.pinyin ? before.pinyin : pinyinOf(name, 'place');
  return {
    code,
    parent: code.slice(0, level === 'village' ? 9 : 6),
    name,
    level,
    position: before?.position ?? 0,
    pinyin,
  };
}

/** Each in the place its code gives it, towns before villages. */
function inOrder(rows: readonly DivisionRow[]): DivisionRow[] {
  const sorted = [...rows].sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1));
  return sorted.map((row, position) => ({ ...row, position }));
}

/** Gives one place another name, and the pinyin that goes with it. */
export async function renamePlace(tx: Tx, jurisdiction: string, row: DivisionRow, name: string): Promise<void> {
  await upsertDivisions(tx, jurisdiction, [{ ...row, name, pinyin: pinyinOf(name, 'place') }]);
}
