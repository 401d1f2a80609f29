import type { Level, Town } from '../../shared/directory/contract';
import { isServing } from '../../shared/directory/rules';
import type { Day } from '../../shared/kernel/days';
import type { Call } from '../platform/call';
import type { Database } from '../platform/database';
import { type DirectoryRows, selectDirectory } from './queries';
import { readSettings, type Settings } from './settings';

export type Village = { code: string; name: string; townCode: string; townName: string };

export type MandateRecord = {
  level: Level;
  congressName: string;
  wardName: string | null;
  townName: string | null;
  villages: readonly Village[];
  electedBy: string | null;
  startsOn: Day;
  endsOn: Day;
};

export type DeputyRecord = {
  id: string;
  name: string;
  intro: string;
  portrait: string | null;
  roll: number;
  stationId: string | null;
  mandates: readonly MandateRecord[];
};

/** A county's directory in memory: small, asked for by everyone, changed seldom. */
export type Directory = {
  county: { jurisdiction: string; name: string; congressName: string };
  settings: Settings;
  towns: readonly Town[];
  villages: ReadonlyMap<string, Village>;
  stations: ReadonlyMap<string, DirectoryRows['stations'][number]>;
  stationOfVillage: ReadonlyMap<string, string>;
  deputies: ReadonlyMap<string, DeputyRecord>;
  /** Replies already made from this directory; they go with it. */
  replies: Map<string, object>;
};

// How old the directory may be. A withdrawn deputy disappears within this time on every instance.
const FRESH_MS = 30_000;

type Kept = { loadedAt: number; directory: Promise<Directory> };
const kept = new WeakMap<Database, Map<string, Kept>>();

/** The county's directory, at most 30 s old. Callers that come while it is being read share the one reading. */
export function directoryOf(call: Call): Promise<Directory> {
  const { database } = call.services;
  const counties = kept.get(database) ?? new Map<string, Kept>();
  kept.set(database, counties);
  const known = counties.get(call.jurisdiction);
  if (known && Math.abs(call.now.getTime() - known.loadedAt) < FRESH_MS) return known.directory;
  const directory = call.read((tx) => selectDirectory(tx, call.jurisdiction)).then(buildDirectory);
  counties.set(call.jurisdiction, { loadedAt: call.now.getTime(), directory });
  directory.catch(() => counties.delete(call.jurisdiction));
  return directory;
}

function buildDirectory(rows: DirectoryRows): Directory {
  const towns = rows.divisions
    .filter((division) => division.level === 'town')
    .map(({ code, name }) => ({ code, name, villages: [] as Town['villages'] }));
  const townOf = new Map(towns.map((town) => [town.code, town]));
  const villages = new Map<string, Village>();
  for (const { code, name, parent } of rows.divisions) {
    const town = townOf.get(parent ?? '');
    if (!town || code === town.code) continue;
    town.villages.push({ code, name });
    villages.set(code, { code, name, townCode: town.code, townName: town.name });
  }
  return {
    county: { jurisdiction: rows.county.jurisdiction, name: rows.county.name, congressName: rows.county.congress_name },
    settings: readSettings(rows.county.settings),
    towns,
    villages,
    stations: new Map(rows.stations.map((station) => [station.id, station])),
    stationOfVillage: new Map(rows.stationVillages.map((row) => [row.village, row.station_id])),
    deputies: new Map(buildDeputies(rows, villages, townOf).map((deputy) => [deputy.id, deputy])),
    replies: new Map(),
  };
}

function buildDeputies(
  rows: DirectoryRows,
  villages: ReadonlyMap<string, Village>,
  townOf: ReadonlyMap<string, { name: string }>,
): DeputyRecord[] {
  const villagesOf = groupBy(rows.wardVillages, (row) => row.ward_id);
  const mandatesOf = groupBy(rows.mandates, (mandate) => mandate.deputy_id);
  return rows.deputies.map((deputy) => ({
    id: deputy.id,
    name: deputy.name,
    intro: deputy.intro,
    portrait: deputy.portrait,
    roll: deputy.roll,
    stationId: deputy.station_id,
    mandates: (mandatesOf.get(deputy.id) ?? []).map((mandate) => ({
      level: mandate.level,
      congressName: mandate.congress_name,
      wardName: mandate.ward_name,
      townName: townOf.get(mandate.town ?? '')?.name ?? null,
      villages: (villagesOf.get(mandate.ward_id ?? '') ?? []).flatMap((row) => villages.get(row.village) ?? []),
      electedBy: mandate.electing_unit,
      startsOn: mandate.starts_on,
      endsOn: mandate.ends_on,
    })),
  }));
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** The mandates a deputy holds on the day. Empty: the term has ended (or not begun). */
export function servingMandates(deputy: DeputyRecord, today: Day): readonly MandateRecord[] {
  return deputy.mandates.filter((mandate) => isServing(mandate, today));
}

/** True when one of the mandates is for this village: its ward holds it, or the level is elected for the whole county. */
export function coversVillage(mandates: readonly MandateRecord[], village: string): boolean {
  return mandates.some(
    ({ electedBy, villages }) => electedBy !== null || villages.some(({ code }) => code === village),
  );
}

/** A reply that is made once a directory: everybody asks for the same few. */
export function remembered<T extends object>(directory: Directory, key: string, make: () => T): T {
  const reply = directory.replies.get(key) ?? make();
  directory.replies.set(key, reply);
  return reply as T;
}
