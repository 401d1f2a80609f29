import type * as z from 'zod/mini';
import { isAboveCounty, LEVELS, type Level } from '../../shared/directory/levels';
import { type Day, dayOf } from '../../shared/kernel/days';
import type { CalendarOverrides } from '../platform/calendar';
import type { Call } from '../platform/call';
import {
  awayUntil,
  committeesOn,
  coversVillage,
  currentVillage,
  type Directory,
  departmentsOn,
  directoryOf,
  nextAway,
  servingDeputies,
  servingMandates,
  standsForVillage,
} from './directory';

/** What other contexts may know of a county: its settings, and the names behind ids. Names are never copied into other tables. */
export type CountyDirectory = {
  /**
   * What the county decided for itself (县里的规矩), by a context's own schema, whose defaults stand for what it did not.
   * @throws ZodError when it was stored wrongly; better no answer than a wrong clock
   */
  settings<Schema extends z.ZodMiniObject>(schema: Schema): z.output<Schema>;
  /** What the county changed in the calendar: for `workingDays`, whose tables load with whoever counts days. */
  calendar: CalendarOverrides;
  countyName: string;
  /** The number to ring when nothing else helps; null when the county gave none. */
  countyPhone: string | null;
  /** The code a village has today, by that or one it had before. */
  currentVillage(code: string): string;
  villageName(code: string): string;
  /** Of the town a village is of. */
  townName(village: string): string;
  deputyName(id: string): string;
  deputyName(id: string | null): string | null;
  station(id: string | null): { name: string; phone: string; address: string; hours: string } | null;
  stationName(id: string | null): string | null;
  /** The station that serves a village; null when none does. */
  stationOfVillage(village: string): string | null;
  /** The departments of today (被评议部门、承办单位), in the order of the roll; no committee, none that has ended. */
  departments(): { id: string; name: string; duties: string }[];
  /** The committees of today (专门委员会、工作委员会), in the order of the roll: they watch over what departments do. */
  committees(): { id: string; name: string }[];
  /** Of any that is known here, a committee too, also when it has ended. */
  departmentName(id: string | null): string | null;
  /** It is on the roll today. */
  isDepartment(id: string): boolean;
  /** It has ended, or is a committee now. Not so for one that is unknown here, which may have come this very moment. */
  hasEndedDepartment(id: string): boolean;
  /** All of them. */
  endedDepartments(): string[];
  isServing(deputyId: string): boolean;
  /** Every mandate is over. Not so for who is yet to begin, and for who is unknown here. */
  hasEnded(deputyId: string): boolean;
  /** The last day of an absence that runs on the day; null when the deputy is there, or unknown. */
  awayUntil(deputyId: string, today: Day): Day | null;
  /** The next absence of one who is there on the day, when it begins until `through`. */
  nextAway(deputyId: string, today: Day, through: Day): { from: Day; to: Day } | null;
  /**
   * The deputies of a village on the day (代表小组): those of its wards and those elected for the whole county, nearest level first.
   * Deputies of work units are of no village's group.
   */
  servingForVillage(village: string, today: Day): { id: string; name: string; levels: Level[] }[];
  /** The villages of the wards the deputy was directly elected in; none for city, provincial and national deputies. */
  villagesOfDeputy(deputyId: string, today: Day): string[];
  /** The levels of a deputy's mandates, also of those that ended; nearest first. */
  levelsOf(deputyId: string): Level[];
  /** The nearest level of who serves today; of one who does not, the nearest they ever had. Null of who is unknown here. */
  nearestLevel(deputyId: string): Level | null;
  /** Somebody has signed in for the deputy, as it was half a minute ago. */
  hasJoined(deputyId: string): boolean;
  /** Serving deputies who can't answer on the day: away, or nobody has signed in for them yet. */
  deputiesToCover(today: Day): string[];
  /** Serving deputies of none but levels above the county. */
  deputiesAboveCounty(): string[];
  /** Every deputy who serves at this moment, with the station they belong to. */
  serving(now: Date): { id: string; stationId: string | null }[];
  /** Every station, in the order of its list. */
  stationNames(): { id: string; name: string }[];
  /** Deputies none of whose mandates runs on the day. */
  endedDeputies(today: Day): string[];
};

export { SETTING_TOLD, type SettingTold } from './deciding/announce';

/** Outbox topic: the roster was changed by an import; payload `{}`. */
export const ROSTER_CHANGED = 'directory.roster-changed';

/** Outbox topic: an import gave somebody who had verified their phone a role; payload `{ membershipId }`. */
export const ROLE_GIVEN = 'directory.role-given';

export async function countyDirectoryOf(call: Call): Promise<CountyDirectory> {
  const directory = await directoryOf(call);
  const { settings, deputies, stations, villages } = directory;
  const station = (id: string | null) => stations.get(id ?? '') ?? null;
  const isDepartment = (id: string) => departmentsOn(directory, dayOf(call.now)).some((one) => one.id === id);
  return {
    settings: (schema) => settingsFor(directory, schema),
    calendar: settings.calendar,
    countyName: directory.county.name,
    countyPhone: settings.phone,
    currentVillage: (code) => currentVillage(directory, code),
    villageName: (code) => villages.get(code)?.name ?? '',
    townName: (village) => villages.get(village)?.townName ?? '',
    deputyName: ((id) => (id === null ? null : (deputies.get(id)?.name ?? ''))) as CountyDirectory['deputyName'],
    station,
    stationName: (id) => station(id)?.name ?? null,
    stationOfVillage: (village) => directory.stationOfVillage.get(village) ?? null,
    departments: () => departmentsOn(directory, dayOf(call.now)),
    isDepartment,
    committees: () => committeesOn(directory, dayOf(call.now)).map(({ id, name }) => ({ id, name })),
    departmentName: (id) => directory.departments.get(id ?? '')?.name ?? null,
    endedDepartments: () => [...directory.departments.keys()].filter((id) => !isDepartment(id)),
    hasEndedDepartment: (id) => directory.departments.has(id) && !isDepartment(id),
    isServing: (deputyId) => mandatesOf(directory, deputyId, dayOf(call.now)).length > 0,
    hasEnded(deputyId) {
      const mandates = deputies.get(deputyId)?.mandates ?? [];
      return mandates.length > 0 && mandates.every(({ endsOn }) => endsOn < dayOf(call.now));
    },
    awayUntil(deputyId, today) {
      const deputy = deputies.get(deputyId);
      return deputy ? awayUntil(deputy, today) : null;
    },
    nextAway(deputyId, today, through) {
      const deputy = deputies.get(deputyId);
      return deputy ? nextAway(deputy, today, through) : null;
    },
    servingForVillage: (village, today) =>
      servingDeputies(directory, today)
        .filter(({ mandates }) => villages.has(village) && standsForVillage(mandates, village))
        .map(({ deputy: { id, name }, levels }) => ({ id, name, levels })),
    villagesOfDeputy(deputyId, today) {
      const codes = mandatesOf(directory, deputyId, today).flatMap((mandate) =>
        mandate.villages.map(({ code }) => code),
      );
      return [...new Set(codes)];
    },
    levelsOf: (deputyId) => levelsOf(deputies.get(deputyId)?.mandates ?? []),
    nearestLevel(deputyId) {
      const serving = mandatesOf(directory, deputyId, dayOf(call.now));
      return levelsOf(serving.length ? serving : (deputies.get(deputyId)?.mandates ?? []))[0] ?? null;
    },
    hasJoined: (deputyId) => deputies.get(deputyId)?.joined ?? false,
    deputiesToCover: (today) =>
      [...deputies.values()]
        .filter((deputy) => servingMandates(deputy, today).length > 0)
        .filter((deputy) => !deputy.joined || awayUntil(deputy, today) !== null)
        .map(({ id }) => id),
    deputiesAboveCounty: () =>
      servingDeputies(directory, dayOf(call.now))
        .filter(({ levels }) => levels.every(isAboveCounty))
        .map(({ deputy: { id } }) => id),
    serving: (now) =>
      servingDeputies(directory, dayOf(now)).map(({ deputy: { id } }) => ({
        id,
        stationId: deputies.get(id)?.stationId ?? null,
      })),
    stationNames: () => [...stations].map(([id, { name }]) => ({ id, name })),
    endedDeputies: (today) => [...deputies.keys()].filter((id) => mandatesOf(directory, id, today).length === 0),
  };
}

const parsed = new WeakMap<Directory, Map<z.ZodMiniObject, unknown>>();

/** Parsed once a directory. */
function settingsFor<Schema extends z.ZodMiniObject>(directory: Directory, schema: Schema): z.output<Schema> {
  const known = parsed.get(directory) ?? new Map<z.ZodMiniObject, unknown>();
  parsed.set(directory, known);
  if (!known.has(schema)) known.set(schema, schema.parse(directory.storedSettings));
  return known.get(schema) as z.output<Schema>;
}

/** Nearest first. */
function levelsOf(mandates: readonly { level: Level }[]): Level[] {
  return LEVELS.filter((level) => mandates.some((mandate) => mandate.level === level));
}

function mandatesOf({ deputies }: Directory, deputyId: string, today: Day) {
  const deputy = deputies.get(deputyId);
  return deputy ? servingMandates(deputy, today) : [];
}

export type Addressee = { stationId: string | null; serving: boolean; covers: boolean; awayUntil: Day | null };

/** How a deputy stands to a village today. Null when there is no such deputy or no such village in this county. */
export async function addresseeOf(call: Call, deputyId: string, village: string): Promise<Addressee | null> {
  const directory = await directoryOf(call);
  const deputy = directory.deputies.get(deputyId);
  if (!deputy || !directory.villages.has(village)) return null;
  const today = dayOf(call.now);
  const mandates = servingMandates(deputy, today);
  return {
    stationId: directory.stationOfVillage.get(village) ?? deputy.stationId,
    serving: mandates.length > 0,
    covers: coversVillage(mandates, village),
    awayUntil: awayUntil(deputy, today),
  };
}
