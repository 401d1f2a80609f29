import { warnOfGaps } from './check-gaps';
import { checkNumbers, checkRenumbered } from './check-numbers';
import { wardKey } from './check-places';
import type { SheetName } from './columns';
import { placesOf } from './places';
import type { Notes } from './reader';
import type { Roster } from './roster';
import type { Stored } from './stored';
import type { Tools } from './tools';
import { keyOf } from './words';

/** What only shows beside what is stored: numbers that went to somebody else or were lost, the last administrator, and what will stay or be missing. */
export function checkAgainst(
  roster: Roster,
  stored: Stored,
  { today, hashesOf }: Pick<Tools, 'today' | 'hashesOf'>,
  { faults, warnings }: Notes,
): void {
  const add = (notes: Notes['faults'], sheet: SheetName, row: number | null, column: string | null, reason: string) =>
    void notes.push({ sheet, row, column, reason });
  checkNumbers(roster, stored, { faults, warnings });
  checkRenumbered(roster, stored, { today, hashesOf }, { faults, warnings });
  const admins = stored.memberships.some(({ role, source }) => role === 'admin' && source === 'granted');
  if (
    !admins &&
    !roster.staff.some(({ role }) => role === 'admin') &&
    !faults.some(({ sheet }) => sheet === '工作人员')
  )
    add(faults, '工作人员', null, '角色', '这样就一位人大管理员也没有了，请至少写一位。');
  warnOfPlaces(roster, stored, (sheet, reason) => add(warnings, sheet, null, null, reason));
  warnOfGaps(roster, placesOf(stored), today, { faults, warnings });
  warnOfDeputies(roster, stored, today, (row, column, reason) => add(warnings, '代表', row, column, reason));
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
