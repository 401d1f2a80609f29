import type { Generated } from 'kysely';
import type { Level } from '../../shared/directory/levels';
import type { State } from '../../shared/directory/setting-change/states';
import type { SettingValue } from '../../shared/kernel/settings';
import type { Json, Tenant, Written } from '../platform/schema';

/** The context's tables, as kysely sees them. */
export interface DirectoryTables {
  division: {
    code: string;
    parent: string | null;
    name: string;
    level: 'county' | 'town' | 'village';
    position: number;
    pinyin: Generated<string>;
  };
  former_division: Tenant & { code: string; became: string; at: Written<Date> };
  ward: Tenant & { id: string; level: 'town' | 'county'; town: string | null; name: string };
  ward_village: Tenant & { ward_id: string; village: string };
  ward_unit: Tenant & { ward_id: string; name: string; pinyin: Generated<string> };
  station: Tenant & {
    id: string;
    name: string;
    address: string;
    hours: string;
    phone: string;
    latitude: number | null;
    longitude: number | null;
    reception: Json<{ dayOfMonth: number; from: string; to: string }> | null;
  };
  station_village: Tenant & { village: string; station_id: string };
  deputy: Tenant & {
    id: string;
    name: string;
    intro: Generated<string>;
    portrait: string | null;
    roll: number;
    station_id: string | null;
    pinyin: Generated<string>;
    number: string | null;
  };
  deputy_away: Tenant & {
    id: string;
    deputy_id: string;
    from_day: string;
    to_day: string;
    created_at: Written<Date>;
    withdrawn_at: Date | null;
  };
  department: Tenant & {
    id: string;
    kind: 'department' | 'committee';
    name: string;
    phone: string | null;
    roll: number;
    duties: Generated<string>;
    ended_on: string | null;
  };
  setting_change: Tenant & {
    id: string;
    setting: string;
    state: State;
    value_before: Json<SettingValue>;
    value_after: Json<SettingValue>;
    reason: string;
    proposed_by: string;
    proposed_at: Written<Date>;
    decided_by: string | null;
    decided_at: Date | null;
    decline_reason: string | null;
  };
  boundary: Tenant & { data: Buffer; polygons: number; built_at: Date };
  mandate: Tenant & {
    id: string;
    deputy_id: string;
    level: Level;
    congress_name: string;
    ward_id: string | null;
    electing_unit: string | null;
    starts_on: string;
    ends_on: string;
  };
  deputy_code: Tenant & { code: string; deputy_id: string; created_at: Written<Date>; withdrawn_at: Date | null };
}

declare module '../platform/schema' {
  interface Schema extends DirectoryTables {}
}
