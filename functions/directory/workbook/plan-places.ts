import { wardKey } from './check-places';
import type { Roster } from './roster';
import type { Stored } from './stored';
import type { Count, Tools } from './tools';
import { keyOf } from './words';

/** Rows to add and to change, and for those of them whose villages or units differ, all they have from now on. */
export function planWards({ wards }: Roster, stored: Stored, { newId, pinyinOf }: Tools) {
  const known = new Map(stored.wards.map((ward) => [wardKey(ward.level, ward.town, ward.name), ward]));
  const ids = new Map<string, string>();
  const adds: { id: string; level: string; town: string | null; name: string }[] = [];
  const changes: { id: string; name: string }[] = [];
  const regroup: { id: string; villages: string[]; units: { name: string; pinyin: string }[] }[] = [];
  let changed = 0;
  for (const { key, level, town, name, villages, units } of wards) {
    const before = known.get(key);
    const id = before?.id ?? newId();
    ids.set(key, id);
    if (!before) adds.push({ id, level, town, name });
    const renamed = before !== undefined && before.name !== name;
    if (renamed) changes.push({ id, name });
    const sameVillages = before ? sameSet(before.villages, villages) : villages.length === 0;
    const unitNames = before?.units.map((unit) => unit.name) ?? [];
    const regrouped = !sameVillages || !sameSet(unitNames, units);
    if (regrouped)
      regroup.push({ id, villages, units: units.map((unit) => ({ name: unit, pinyin: pinyinOf(unit, 'place') })) });
    if (before && (renamed || regrouped)) changed += 1;
  }
  const count: Count = { adds: adds.length, changes: changed, ends: 0 };
  return { adds, changes, regroup, count, idOf: (key: string) => ids.get(key) ?? '' };
}

/** A station that the file no longer has stays, with those of its villages that no other station took. */
export function planStations({ stations }: Roster, stored: Stored, { newId }: Tools) {
  const known = new Map(stored.stations.map((station) => [keyOf(station.name), station]));
  const ids = new Map([...known].map(([key, { id }]) => [key, id]));
  const adds: StationRow[] = [];
  const changes: StationRow[] = [];
  const regroup: { id: string; villages: string[] }[] = [];
  let changed = 0;
  for (const { row: _, key, villages, ...station } of stations) {
    const before = known.get(key);
    const id = before?.id ?? newId();
    ids.set(key, id);
    const differs = before !== undefined && !sameStation(before, station);
    if (!before) adds.push({ id, ...station });
    if (differs) changes.push({ id, ...station });
    const regrouped = !sameSet(before?.villages ?? [], villages);
    if (regrouped) regroup.push({ id, villages });
    if (before && (differs || regrouped)) changed += 1;
  }
  const count: Count = { adds: adds.length, changes: changed, ends: 0 };
  return {
    adds,
    changes,
    regroup,
    count,
    idOf: (key: string | null) => (key === null ? null : (ids.get(key) ?? null)),
  };
}

type StationRow = Omit<Stored['stations'][number], 'villages'>;

function sameStation(a: Omit<StationRow, 'id'>, b: Omit<StationRow, 'id'>): boolean {
  const said = ({ name, address, hours, phone, latitude, longitude, reception }: Omit<StationRow, 'id'>) =>
    JSON.stringify([
      name,
      address,
      hours,
      phone,
      latitude,
      longitude,
      reception?.dayOfMonth,
      reception?.from,
      reception?.to,
    ]);
  return said(a) === said(b);
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const all = new Set(a);
  return all.size === b.length && b.every((one) => all.has(one));
}
