import type { Town, Unit } from '../../shared/directory/contract';
import type { Level } from '../../shared/directory/levels';
import { byLevelThenRoll, isServing } from '../../shared/directory/rules';
import { addDays, type Day, dayOf } from '../../shared/kernel/days';
import type { Call } from '../platform/call';
import type { Database } from '../platform/database';
import { groupBy } from '../platform/group-by';
import { type DirectoryRows, selectDirectory } from './queries';
import { Settings } from './settings';

export type Village = { code: string; name: string; townCode: string; townName: string };

export type MandateRecord = {
  level: Level;
  congressName: string;
  wardName: string | null;
  townName: string | null;
  villages: readonly Village[];
  /** The work units of a 单位选区; most wards have none. */
  units: readonly Unit[];
  electedBy: string | null;
  startsOn: Day;
  endsOn: Day;
};

export type DeputyRecord = {
  id: string;
  name: string;
  pinyin: string;
  intro: string;
  portrait: string | null;
  roll: number;
  stationId: string | null;
  mandates: readonly MandateRecord[];
  /** Days away that are not over, both ends included. */
  absences: readonly { from: Day; to: Day }[];
  /** Somebody has signed in for the deputy, and reads what is sent to them. */
  joined: boolean;
};

/** A county's directory in memory: small, asked for by everyone, changed seldom. */
export type Directory = {
  county: { jurisdiction: string; name: string; congressName: string };
  settings: Settings;
  /** What the county decided, as it is stored: each context reads its own. */
  storedSettings: unknown;
  towns: readonly Town[];
  units: readonly Unit[];
  villages: ReadonlyMap<string, Village>;
  /** By the code a village had before, the one it has. */
  formerVillages: ReadonlyMap<string, string>;
  stations: ReadonlyMap<string, DirectoryRows['stations'][number]>;
  stationOfVillage: ReadonlyMap<string, string>;
  /** In the order of the roll, committees and those that ended too. */
  departments: ReadonlyMap<string, DirectoryRows['departments'][number]>;
  deputies: ReadonlyMap<string, DeputyRecord>;
  /** When the boundaries that are in force were built; null when the county gave none. */
  boundariesBuiltAt: Date | null;
  /** Replies already made from this directory; they go with it. */
  replies: Map<string, object>;
};

// How old what was read may be. A withdrawn deputy disappears within this time on every instance.
const FRESH_MS = 30_000;

type Kept = { readAt: number; value: Promise<unknown> };
const kept = new WeakMap<Database, Map<string, Kept>>();

/** What was read of the call's county at most 30 s ago, by its name. Callers that come while it is being read share the one reading. */
export function keptOf<T>(call: Call, name: 'county' | 'directory', read: () => Promise<T>): Promise<T> {
  const { database } = call.services;
  const all = kept.get(database) ?? new Map<string, Kept>();
  kept.set(database, all);
  const key = `${call.jurisdiction} ${name}`;
  const known = all.get(key);
  if (known && Math.abs(call.now.getTime() - known.readAt) < FRESH_MS) return known.value as Promise<T>;
  const value = read();
  all.set(key, { readAt: call.now.getTime(), value });
  value.catch(() => all.delete(key));
  return value;
}

/** The county's directory. */
export function directoryOf(call: Call): Promise<Directory> {
  const today = dayOf(call.now);
  return keptOf(call, 'directory', async () =>
    buildDirectory(await call.read((tx) => selectDirectory(tx, call.jurisdiction, today))),
  );
}

/** The next to ask reads the county anew: after a write of the caller's, so that whoever wrote sees it at once. */
export function forgetDirectory(call: Call): void {
  for (const name of ['directory', 'county']) kept.get(call.services.database)?.delete(`${call.jurisdiction} ${name}`);
}

function buildDirectory(rows: DirectoryRows): Directory {
  const towns = rows.divisions
    .filter((division) => division.level === 'town')
    .map(({ code, name, pinyin }) => ({ code, name, pinyin, villages: [] as Town['villages'] }));
  const townOf = new Map(towns.map((town) => [town.code, town]));
  const villages = new Map<string, Village>();
  for (const { code, name, pinyin, parent } of rows.divisions) {
    const town = townOf.get(parent ?? '');
    if (!town || code === town.code) continue;
    town.villages.push({ code, name, pinyin });
    villages.set(code, { code, name, townCode: town.code, townName: town.name });
  }
  return {
    county: { jurisdiction: rows.county.jurisdiction, name: rows.county.name, congressName: rows.county.congress_name },
    // Stored wrongly it throws: better no start than a wrong clock.
    settings: Settings.parse(rows.county.settings),
    storedSettings: rows.county.settings,
    towns,
    units: rows.wardUnits.map(unitOf),
    villages,
    formerVillages: new Map(rows.formerDivisions.map(({ code, became }) => [code, became])),
    stations: new Map(rows.stations.map((station) => [station.id, station])),
    stationOfVillage: new Map(rows.stationVillages.map((row) => [row.village, row.station_id])),
    departments: new Map(rows.departments.map((department) => [department.id, department])),
    deputies: new Map(buildDeputies(rows, villages, townOf).map((deputy) => [deputy.id, deputy])),
    boundariesBuiltAt: rows.boundary?.built_at ?? null,
    replies: new Map(),
  };
}

/** The code a village has today: phones, boundaries and prints may know it by one it had before (撤并). */
export function currentVillage({ villages, formerVillages }: Directory, code: string): string {
  return villages.has(code) ? code : (formerVillages.get(code) ?? code);
}

function unitOf({ ward_id, name, pinyin }: DirectoryRows['wardUnits'][number]): Unit {
  return { id: ward_id, name, pinyin };
}

function buildDeputies(
  rows: DirectoryRows,
  villages: ReadonlyMap<string, Village>,
  townOf: ReadonlyMap<string, { name: string }>,
): DeputyRecord[] {
  const villagesOf = groupBy(rows.wardVillages, (row) => row.ward_id);
  const unitsOf = groupBy(rows.wardUnits, (row) => row.ward_id);
  const mandatesOf = groupBy(rows.mandates, (mandate) => mandate.deputy_id);
  const absencesOf = groupBy(rows.absences, (absence) => absence.deputy_id);
  const joined = new Set(rows.joined.map((row) => row.deputy_id));
  return rows.deputies.map((deputy) => ({
    id: deputy.id,
    name: deputy.name,
    pinyin: deputy.pinyin,
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
      units: (unitsOf.get(mandate.ward_id ?? '') ?? []).map(unitOf),
      electedBy: mandate.electing_unit,
      startsOn: mandate.starts_on,
      endsOn: mandate.ends_on,
    })),
    absences: (absencesOf.get(deputy.id) ?? []).map(({ from_day, to_day }) => ({ from: from_day, to: to_day })),
    joined: joined.has(deputy.id),
  }));
}

/** The departments of the day, without the committees, in the order of the roll. */
export function departmentsOn({ departments }: Directory, today: Day) {
  return [...departments.values()].filter(
    ({ kind, ended_on }) => kind === 'department' && (ended_on === null || ended_on >= today),
  );
}

/** The committees of the day (专门委员会、工作委员会), in the order of the roll. */
export function committeesOn({ departments }: Directory, today: Day) {
  return [...departments.values()].filter(
    ({ kind, ended_on }) => kind === 'committee' && (ended_on === null || ended_on >= today),
  );
}

/** The mandates a deputy holds on the day. Empty: the term has ended (or not begun). */
export function servingMandates(deputy: DeputyRecord, today: Day): readonly MandateRecord[] {
  return deputy.mandates.filter((mandate) => isServing(mandate, today));
}

/** A deputy with the mandates held on a day, the levels in the order of the mandates. */
export type Serving = { deputy: DeputyRecord; mandates: readonly MandateRecord[]; levels: Level[]; roll: number };

/** Who serves on the day: nearest level first, then in the order of the roll. Sorted once a directory and day. */
export function servingDeputies(directory: Directory, today: Day): readonly Serving[] {
  return remembered(directory, `serving ${today}`, () =>
    [...directory.deputies.values()]
      .map((deputy) => ({ deputy, mandates: servingMandates(deputy, today) }))
      .filter(({ mandates }) => mandates.length > 0)
      .map(({ deputy, mandates }) => ({
        deputy,
        mandates,
        levels: mandates.map(({ level }) => level),
        roll: deputy.roll,
      }))
      .sort(byLevelThenRoll),
  );
}

/** The last day of the absence that runs on the day, absences that follow one another without a day between them counted as one. */
export function awayUntil({ absences }: DeputyRecord, today: Day): Day | null {
  let until: Day | null = null;
  for (const { from, to } of [...absences].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from <= (until ? addDays(until, 1) : today) && to >= (until ?? today)) until = to;
  }
  return until;
}

/** The first absence that begins after the day and until `through`; null when the deputy is away on the day, or stays. */
export function nextAway(deputy: DeputyRecord, today: Day, through: Day): { from: Day; to: Day } | null {
  if (awayUntil(deputy, today)) return null;
  const [from] = deputy.absences
    .map((absence) => absence.from)
    .filter((day) => day > today && day <= through)
    .sort();
  return from ? { from, to: awayUntil(deputy, from) ?? from } : null;
}

/** True when one of the mandates is for this village: its ward holds it, or the level is elected for the whole county. */
export function standsForVillage(mandates: readonly MandateRecord[], village: string): boolean {
  return mandates.some(
    ({ electedBy, villages }) => electedBy !== null || villages.some(({ code }) => code === village),
  );
}

/**
 * True when people of this village may write to the deputy: who stands for it, and who was elected by a work unit (单位选区).
 * People of a unit live in any village, and nobody asks them where they work; so such a deputy may be written to from all of them,
 * but is shown to those alone who look for the unit or the name.
 */
export function coversVillage(mandates: readonly MandateRecord[], village: string): boolean {
  return mandates.some(({ units }) => units.length > 0) || standsForVillage(mandates, village);
}

/** A reply that is made once a directory: everybody asks for the same few. */
export function remembered<T extends object>(directory: Directory, key: string, make: () => T): T {
  const reply = directory.replies.get(key) ?? make();
  directory.replies.set(key, reply);
  return reply as T;
}
