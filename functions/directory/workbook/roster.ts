import type { Level } from '../../../shared/directory/levels';
import type { Day } from '../../../shared/kernel/days';

/** What a workbook says, read and found without fault. `row` is where; wards and stations are named by their keys, see `keys.ts`. */
export type Ward = {
  row: number;
  key: string;
  level: 'town' | 'county';
  town: string | null;
  name: string;
  villages: string[];
  units: string[];
};
export type Deputy = {
  row: number;
  number: string;
  name: string;
  /** As the county wants it read; null: as the dictionary does. */
  pinyin: string | null;
  phone: string | null;
  station: string | null;
  intro: string;
};
export type Term = {
  row: number;
  number: string;
  level: Level;
  congress: string;
  ward: string | null;
  electedBy: string | null;
  from: Day;
  to: Day;
};
export type Reception = { dayOfMonth: number; from: string; to: string };
export type Station = {
  row: number;
  key: string;
  name: string;
  address: string;
  hours: string;
  phone: string;
  reception: Reception | null;
  latitude: number | null;
  longitude: number | null;
  villages: string[];
};
/** `phone` is null for a role that was granted by hand and has none. */
export type Supervisor = { row: number; name: string; phone: string | null; village: string };
export type Department = {
  row: number;
  key: string;
  name: string;
  kind: 'department' | 'committee';
  phone: string | null;
  /** Null: the sheet has no such column, and what is stored stays. */
  duties: string | null;
};
export type Staff = {
  row: number;
  name: string;
  phone: string | null;
  role: 'clerk' | 'admin' | 'department';
  station: string | null;
  department: string | null;
};

export type Roster = {
  wards: Ward[];
  stations: Station[];
  deputies: Deputy[];
  terms: Term[];
  supervisors: Supervisor[];
  departments: Department[];
  staff: Staff[];
  /** The sheet of the staff has no column for departments, as before they had people: it says nothing of them, and they stay. */
  silentOnDepartments: boolean;
};
