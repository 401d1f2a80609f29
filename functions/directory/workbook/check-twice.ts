import type { SheetName } from './columns';
import { groups, type Places } from './places';
import type { Notes } from './reader';
import type { Roster } from './roster';
import { keyOf } from './words';

type Line = { row: number };

/** Rows of deputies with a number that a row above has. */
export function laterOfTwo(deputies: Roster['deputies']): Roster['deputies'] {
  return [...groups(deputies, ({ number }) => keyOf(number)).values()].flatMap(([, ...later]) => later);
}

/** The same thing on two rows of one sheet. The first row stands, the others are told. */
export function checkTwice(roster: Roster, places: Places, { faults }: Notes): void {
  const twice = <T extends Line>(sheet: SheetName, column: string, lines: readonly T[], key: (line: T) => string) => {
    for (const [first, ...others] of groups(lines, key).values())
      for (const { row } of others)
        faults.push({ sheet, row, column, reason: `和第 ${first?.row} 行写了两遍，请留一行。` });
  };
  twice('选区', '名称', roster.wards, ({ key }) => key);
  twice('联络站', '名称', roster.stations, ({ key }) => key);
  twice('部门', '名称', roster.departments, ({ key }) => key);
  twice('代表', '代表编号', roster.deputies, ({ number }) => keyOf(number));
  twice('任期', '开始日期', roster.terms, termKey);
  twice('民主监督员', '手机号', roster.supervisors, ({ phone, name, village }) => `${phone ?? name}/${village}`);
  twice(
    '工作人员',
    '手机号',
    roster.staff,
    ({ phone, name, role, station, department }) => `${phone ?? name}/${role}/${station ?? department}`,
  );
  checkVillagesOfStations(roster, places, faults);
}

/** The same for two rows that say one and the same term. */
export function termKey({ row: _, ...term }: Roster['terms'][number]): string {
  return JSON.stringify(term);
}

/** A village's people are led to one station. One that stands there twice is told as that. */
function checkVillagesOfStations({ stations }: Roster, places: Places, faults: Notes['faults']): void {
  const served = new Map<string, { row: number; name: string }>();
  const first = [...groups(stations, ({ key }) => key).values()].flatMap(([one]) => one ?? []);
  for (const { row, name, villages } of first)
    for (const village of villages) {
      const first = served.get(village);
      const reason = `${places.spell(village, null)}第 ${first?.row} 行的${first?.name}已经写了，一个村只归一个站。`;
      if (first && first.row !== row) faults.push({ sheet: '联络站', row, column: '服务的村（社区）', reason });
      else served.set(village, { row, name });
    }
}

type Person = { sheet: SheetName; row: number; name: string; phone: string | null; number: string | null };

/**
 * One person twice, and two people with one phone. A person may be deputy, supervisor and clerk at once, with one name and one phone.
 * Deputies of the same name may be two people: worth a look.
 */
export function checkPeople({ deputies, supervisors, staff }: Roster, { faults, warnings }: Notes): void {
  const people: Person[] = [
    ...deputies.map(({ row, name, phone, number }) => ({ sheet: '代表' as const, row, name, phone, number })),
    ...supervisors.map(({ row, name, phone }) => ({ sheet: '民主监督员' as const, row, name, phone, number: null })),
    ...staff.map(({ row, name, phone }) => ({ sheet: '工作人员' as const, row, name, phone, number: null })),
  ];
  for (const [phone, [first, ...others]] of groups(people, (person) => person.phone ?? ''))
    for (const other of phone && first ? others : []) {
      const reason = sharedPhone(first as Person, other);
      if (reason) faults.push({ sheet: other.sheet, row: other.row, column: '手机号', reason });
    }
  for (const [first, ...others] of groups(deputies, ({ name }) => keyOf(name)).values())
    for (const { row, name, phone } of others)
      if (first && (!phone || phone !== first.phone))
        warnings.push({
          sheet: '代表',
          row,
          column: '姓名',
          reason: `第 ${first.row} 行也叫${name}，请看是不是同一个人。`,
        });
}

function sharedPhone(first: Person, other: Person): string | null {
  const where = first.sheet === other.sheet ? `第 ${first.row} 行` : `“${first.sheet}”第 ${first.row} 行`;
  if (keyOf(first.name) !== keyOf(other.name))
    return `这个手机号和${where}的${first.name}一样，一个手机号只能是一个人的。`;
  const twice = first.number !== null && other.number !== null && keyOf(first.number) !== keyOf(other.number);
  return twice ? `和${where}是同一个人写了两遍，请留一行。` : null;
}
