import type { Tx } from '../../platform/database';
import { pinyinOf } from '../pinyin';
import type { Fault } from './decode';
import { type Move, planRecode } from './plan-recode';
import { type DivisionRow, selectDivisions, upsertDivisions } from './queries';
import * as queries from './queries-recode';
import { readPairs } from './read-pairs';

/** `wanted`: the name it is to have, whatever the list says. */
type County = { jurisdiction: string; divisionCode: string; name: string; wanted: string | undefined };

/** What became of places and what belongs to them; `twoWards` are villages that a person has to look at. */
export type Recoded = { divisionCode: string; name: string; towns: Move[]; villages: Move[]; twoWards: string[] };

/** Gives places of a county the codes that a list says they have from now on, and takes wards and stations along. */
export async function recodePlaces(
  tx: Tx,
  { jurisdiction, divisionCode, name: before, wanted }: County,
  bytes: Uint8Array,
  now: Date,
): Promise<Recoded | { faults: Fault[] }> {
  const read = readPairs(bytes);
  if ('faults' in read) return read;
  const places = await selectDivisions(tx, divisionCode);
  const plan = planRecode(read.pairs, places, divisionCode, await queries.selectFormer(tx, jurisdiction));
  if ('faults' in plan) return plan;
  const { moves } = plan;
  const name = wanted ?? read.pairs.find(({ from }) => from === divisionCode)?.name ?? before;
  const codes = new Map(moves.map((move) => [move.from, move]));
  await queries.deleteDivisions(tx, [...codes.keys()]);
  await upsertDivisions(
    tx,
    jurisdiction,
    places.flatMap((place) => placeAfter(place, codes.get(place.code), name)),
  );
  const towns = moves.filter(({ from }) => from.length === 9);
  const villages = moves.filter(({ from }) => from.length === 12);
  const oldNames = towns.map(({ from, to }) => ({
    from,
    to,
    name: places.find(({ code }) => code === from)?.name ?? '',
  }));
  await queries.moveWardTowns(tx, jurisdiction, oldNames);
  await queries.moveWardVillages(tx, jurisdiction, villages);
  await queries.moveStationVillages(tx, jurisdiction, villages);
  await queries.insertFormer(tx, jurisdiction, moves, now);
  const twoWards = await queries.selectInTwoWards(
    tx,
    jurisdiction,
    villages.map(({ to }) => to),
  );
  return { divisionCode: plan.divisionCode, name, towns, villages, twoWards };
}

/** The place under its new code; none when it stays as it is, or became part of one that is there. */
function placeAfter(place: DivisionRow, move: Move | undefined, countyName: string): DivisionRow[] {
  const isCounty = place.level === 'county';
  if (move?.merges || (!move && !isCounty)) return [];
  const code = move?.to ?? place.code;
  const name = isCounty ? countyName : (move?.name ?? place.name);
  const parent = isCounty ? null : code.slice(0, place.level === 'village' ? 9 : 6);
  return [{ ...place, code, name, parent, pinyin: name === place.name ? place.pinyin : pinyinOf(name, 'place') }];
}
