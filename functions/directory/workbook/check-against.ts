import { wardKey } from './check-places';
import { laterOfTwo } from './check-twice';
import type { SheetName } from './columns';
import type { Notes } from './reader';
import type { Roster } from './roster';
import type { Stored } from './stored';
import { distanceOf, keyOf } from './words';

/** What only shows beside what is stored: numbers that went to somebody else, the last administrator, and what will stay or be missing. */
export function checkAgainst(roster: Roster, stored: Stored, today: string, { faults, warnings }: Notes): void {
  const add = (notes: Notes['faults'], sheet: SheetName, row: number | null, column: string | null, reason: string) =>
    void notes.push({ sheet, row, column, reason });
  checkNumbers(roster, stored, add, { faults, warnings });
  const admins = stored.memberships.some(({ role, source }) => role === 'admin' && source === 'granted');
  if (
    !admins &&
    !roster.staff.some(({ role }) => role === 'admin') &&
    !faults.some(({ sheet }) => sheet === '工作人员')
  )
    add(faults, '工作人员', null, '角色', '这样就一位县人大管理员也没有了，请至少写一位。');
  warnOfPlaces(roster, stored, (sheet, reason) => add(warnings, sheet, null, null, reason));
  warnOfDeputies(roster, stored, today, (row, column, reason) => add(warnings, '代表', row, column, reason));
}

type Add = (
  notes: Notes['faults'],
  sheet: SheetName,
  row: number | null,
  column: string | null,
  reason: string,
) => void;

/** A number belongs to one person for good: under it lie the answers they gave. A name with one character changed may be a correction. */
function checkNumbers({ deputies }: Roster, stored: Stored, add: Add, { faults, warnings }: Notes): void {
  const known = new Map(stored.deputies.map(({ number, name }) => [keyOf(number ?? ''), name]));
  known.delete('');
  const names = new Set(deputies.map(({ name }) => keyOf(name)));
  const twice = new Set(laterOfTwo(deputies).map(({ number }) => keyOf(number)));
  for (const { row, number, name } of deputies) {
    const before = known.get(keyOf(number));
    // Which of two rows has the wrong number nobody knows; that they share it is told.
    if (!before || twice.has(keyOf(number)) || keyOf(before) === keyOf(name)) continue;
    const corrected = distanceOf(keyOf(before), keyOf(name), 1) <= 1 && !names.has(keyOf(before));
    if (corrected) add(warnings, '代表', row, '姓名', `编号“${number}”原来是${before}，会改成${name}。`);
    else add(faults, '代表', row, '代表编号', `编号“${number}”原来是${before}的。换了人，请用没用过的新编号。`);
  }
}

type Warn = (sheet: SheetName, reason: string) => void;

function warnOfPlaces(roster: Roster, stored: Stored, warn: Warn): void {
  const wards = new Set(roster.wards.map(({ key }) => key));
  const goneWards = stored.wards.filter((ward) => !wards.has(wardKey(ward.level, ward.town, ward.name)));
  if (goneWards.length) warn('选区', `有 ${goneWards.length} 个选区表里没有了，还留着：${some(goneWards)}。`);
  const stations = new Set(roster.stations.map(({ key }) => key));
  const goneStations = stored.stations.filter(({ name }) => !stations.has(keyOf(name)));
  if (goneStations.length) warn('联络站', `有 ${goneStations.length} 个站表里没有了，还留着：${some(goneStations)}。`);
  const inCountyWard = new Set(roster.wards.flatMap(({ level, villages }) => (level === 'county' ? villages : [])));
  const served = new Set(roster.stations.flatMap(({ villages }) => villages));
  for (const town of stored.divisions.filter(({ level }) => level === 'town')) {
    const villages = stored.divisions.filter(({ parent, level }) => level === 'village' && parent === town.code);
    const noWard = villages.filter(({ code }) => !inCountyWard.has(code));
    if (noWard.length) warn('选区', `${town.name}有 ${noWard.length} 个村（社区）不在县级选区里：${some(noWard)}。`);
    const noStation = villages.filter(({ code }) => !served.has(code));
    if (noStation.length)
      warn('联络站', `${town.name}有 ${noStation.length} 个村（社区）没有联络站：${some(noStation)}。`);
  }
}

function warnOfDeputies(
  { deputies, terms }: Roster,
  stored: Stored,
  today: string,
  warn: (row: number, column: string, reason: string) => void,
): void {
  const serving = new Set(terms.filter(({ to }) => to >= today).map(({ number }) => number));
  const reached = new Set(stored.memberships.flatMap(({ phone_hash, deputy_id }) => (phone_hash && deputy_id) || []));
  const idOf = new Map(stored.deputies.map(({ id, number }) => [keyOf(number ?? ''), id]));
  // Without a name in them, so that those of many deputies are told as one.
  for (const { row, number, phone } of deputies) {
    if (!serving.has(keyOf(number))) warn(row, '代表编号', '没有还在任的任期，居民找不到。');
    else if (!phone && !reached.has(idOf.get(keyOf(number)) ?? ''))
      warn(row, '手机号', '没有手机号，要用邀请码才能领到身份。');
  }
}

/** The first five names. */
function some(things: readonly { name: string }[]): string {
  const names = things.slice(0, 5).map(({ name }) => name);
  return names.join('、') + (things.length > 5 ? '等' : '');
}
