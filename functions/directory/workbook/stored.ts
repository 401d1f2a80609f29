import type { Level } from '../../../shared/directory/levels';
import type { Day } from '../../../shared/kernel/days';
import type { Reception } from './roster';

/** What the database holds of a county when a workbook is compared with it; as `functions/directory/queries-workbook.ts` selects it. */
export type Stored = {
  county: { jurisdiction: string; name: string };
  divisions: { code: string; parent: string | null; name: string; level: 'county' | 'town' | 'village' }[];
  wards: {
    id: string;
    level: 'town' | 'county';
    town: string | null;
    name: string;
    villages: string[];
    units: { name: string; pinyin: string }[];
  }[];
  stations: {
    id: string;
    name: string;
    address: string;
    hours: string;
    phone: string;
    latitude: number | null;
    longitude: number | null;
    reception: Reception | null;
    villages: string[];
  }[];
  /** In the order of the roll. */
  deputies: {
    id: string;
    number: string | null;
    name: string;
    pinyin: string;
    intro: string;
    roll: number;
    station_id: string | null;
  }[];
  mandates: {
    id: string;
    deputy_id: string;
    level: Level;
    congress_name: string;
    ward_id: string | null;
    electing_unit: string | null;
    starts_on: Day;
    ends_on: Day;
  }[];
  departments: {
    id: string;
    kind: 'department' | 'committee';
    name: string;
    phone: string | null;
    roll: number;
    duties: string;
    ended_on: Day | null;
  }[];
  /** Those that were not withdrawn. */
  memberships: {
    id: string;
    role: 'deputy' | 'supervisor' | 'clerk' | 'admin' | 'department';
    deputy_id: string | null;
    station_id: string | null;
    village: string | null;
    department_id: string | null;
    name: string | null;
    source: 'granted' | 'roster';
    /** Somebody who signed in holds it. */
    held: boolean;
    phone_cipher: Buffer | null;
    phone_hash: Buffer | null;
  }[];
};
