import type { WorkbookFault } from '../../../shared/directory/contract/office';
import type { Sheet } from '../../platform/spreadsheet/read-spreadsheet';
import { checkAgainst } from './check-against';
import {
  type DepartmentKinds,
  readDepartment,
  readDeputy,
  readStaff,
  readSupervisor,
  unphonedOf,
} from './check-people';
import { readStation, readWard } from './check-places';
import { findOverlaps, readTerm } from './check-terms';
import { checkPeople, checkTwice, laterOfTwo } from './check-twice';
import { columnsOf, GUIDE, SHEET_NAMES, type SheetName } from './columns';
import { groups, placesOf } from './places';
import { type Notes, type Reader, readerOf } from './reader';
import type { Department, Deputy, Roster } from './roster';
import type { Stored } from './stored';
import { type Row, readTables } from './table';
import type { Tools } from './tools';
import { keyOf } from './words';

export type Checked = { roster: Roster; faults: WorkbookFault[]; warnings: WorkbookFault[] };

/**
 * Everything that is wrong with a workbook, at once, in the order of its sheets. What can be read is in `roster`, to be used when there is no
 * fault. `hashesOf` finds who is stored with a phone.
 */
export function checkWorkbook(
  sheets: readonly Sheet[],
  stored: Stored,
  today: string,
  hashesOf: Tools['hashesOf'] = () => [],
): Checked {
  const read = readTables(sheets);
  const { faults, county } = read;
  const notes: Notes = { faults, warnings: [] };
  if (county && county !== stored.county.jurisdiction) {
    const reason = `这份名册是别处的（${county}），这里是${stored.county.name}（${stored.county.jurisdiction}）。`;
    return { roster: emptyRoster(), faults: [{ sheet: GUIDE, row: null, column: null, reason }], warnings: [] };
  }
  const roster = readRoster(read, stored, notes);
  checkTwice(roster, placesOf(stored), notes);
  checkPeople(roster, notes);
  checkAgainst(roster, stored, { today, hashesOf }, notes);
  // What an import would lead to is worth a look once it can be imported.
  return { roster, faults: inOrder(faults), warnings: faults.length ? [] : inOrder(notes.warnings) };
}

export function emptyRoster(): Roster {
  return {
    wards: [],
    stations: [],
    deputies: [],
    terms: [],
    supervisors: [],
    departments: [],
    staff: [],
    silentOnDepartments: false,
  };
}

function readRoster({ tables, unread, leftOut }: ReturnType<typeof readTables>, stored: Stored, notes: Notes): Roster {
  const places = placesOf(stored);
  const unphoned = unphonedOf(stored);
  const rowsOf = <T>(sheet: SheetName, read: (reader: Reader) => T | null) =>
    tables[sheet].map((row) => ({ row, read: read(readerOf(sheet, row, notes)) }));
  const good = <T>(rows: { read: T | null }[]) => rows.flatMap(({ read }) => read ?? []);

  const stations = good(rowsOf('联络站', (read) => readStation(read, places)));
  const named = new Map([...stored.stations, ...stations].map(({ name }) => [keyOf(name), name]));
  // Of a sheet that could not be read nobody is told that this or that is not in it.
  const stationNames = unread.has('联络站') ? null : named;
  const wardRows = rowsOf('选区', (read) => readWard(read, places));
  const wards = unread.has('选区') ? null : good(wardRows);
  const brokenWards = new Set(wardRows.filter(({ read }) => !read).map(({ row }) => keyOf(textOf(row, '名称'))));
  const deputyRows = rowsOf('代表', (read) => readDeputy(read, stationNames));
  const numbered = new Map<string, Deputy | null>();
  for (const { row, read } of [...deputyRows].reverse()) numbered.set(keyOf(textOf(row, '代表编号')), read);
  const deputies = unread.has('代表') ? null : numbered;
  const misnumbered = new Set(laterOfTwo(good(deputyRows)).map(({ name }) => keyOf(name)));
  const terms = good(rowsOf('任期', (read) => readTerm(read, { places, wards, brokenWards, deputies, misnumbered })));
  const departmentRows = rowsOf('部门', readDepartment);
  const staffPlaces = { stations: stationNames, departments: unread.has('部门') ? null : kindsOf(departmentRows) };
  const roster = {
    wards: wards ?? [],
    stations,
    deputies: good(deputyRows),
    terms,
    supervisors: good(rowsOf('民主监督员', (read) => readSupervisor(read, places, unphoned))),
    departments: good(departmentRows),
    staff: good(rowsOf('工作人员', (read) => readStaff(read, staffPlaces, unphoned))),
    silentOnDepartments: leftOut.has('工作人员 部门'),
  };
  checkOverlaps(roster, stored, notes);
  return roster;
}

/** What can be named, by its key: a row that is faulty itself is there all the same, of no known kind. */
function kindsOf(rows: readonly { row: Row; read: Department | null }[]): DepartmentKinds {
  return new Map(
    rows.map(({ row, read }) => {
      const name = textOf(row, '名称');
      return [keyOf(name), { name, kind: read?.kind }];
    }),
  );
}

function textOf(row: Row, title: string): string {
  return row.cells.get(title)?.text ?? '';
}

function checkOverlaps({ terms }: Roster, stored: Stored, { faults }: Notes): void {
  const numbers = new Map(stored.deputies.map(({ id, number }) => [id, keyOf(number ?? '')]));
  const mandates = groups(stored.mandates, ({ deputy_id, level }) => `${numbers.get(deputy_id)}/${level}`);
  const isKnown = ({ number, level, from, to }: Roster['terms'][number]) =>
    (mandates.get(`${number}/${level}`) ?? []).some(({ starts_on, ends_on }) => starts_on === from && ends_on === to);
  for (const [later, earlier] of findOverlaps(terms, isKnown)) {
    const reason = `和第 ${earlier.row} 行是同一位代表、同一级，日期重叠了。`;
    faults.push({ sheet: '任期', row: later.row, column: '开始日期', reason });
  }
}

/** By sheet, row and column; a thing told twice is told once. */
function inOrder(notes: WorkbookFault[]): WorkbookFault[] {
  const sheetAt = ({ sheet }: WorkbookFault) => (SHEET_NAMES as string[]).indexOf(sheet);
  const columnAt = ({ sheet, column }: WorkbookFault) => {
    const name = SHEET_NAMES.find((known) => known === sheet);
    return name ? columnsOf(name).findIndex(({ title }) => title === column) : -1;
  };
  const seen = new Set<string>();
  return notes
    .filter((note) => {
      const text = JSON.stringify(note);
      return !seen.has(text) && seen.add(text);
    })
    .map((note) => ({ note, place: [sheetAt(note), note.row ?? 0, columnAt(note)] as const }))
    .sort(({ place: a }, { place: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .map(({ note }) => note);
}
