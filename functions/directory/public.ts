import type { Level } from '../../shared/directory/contract';
import { type Day, dayOf } from '../../shared/kernel/days';
import type { Call } from '../platform/call';
import {
  awayUntil,
  coversVillage,
  type Directory,
  directoryOf,
  servingDeputies,
  servingMandates,
  standsForVillage,
} from './directory';
import type { Settings } from './settings';

/** What other contexts may know of a county: its rules, and the names behind ids. Names are never copied into other tables. */
export type Names = {
  settings: Settings;
  villageName(code: string): string;
  deputyName(id: string): string;
  deputyName(id: string | null): string | null;
  station(id: string | null): { name: string; phone: string } | null;
  stationName(id: string | null): string | null;
  /** The station that serves a village; null when none does. */
  stationOfVillage(village: string): string | null;
  isServing(deputyId: string): boolean;
  /** The last day of an absence that runs on the day; null when the deputy is there, or unknown. */
  awayUntil(deputyId: string, today: Day): Day | null;
  /**
   * The deputies of a village on the day (代表小组): those of its wards and those elected for the whole county, nearest level first.
   * Deputies of work units are of no village's group.
   */
  servingForVillage(village: string, today: Day): { id: string; name: string; levels: Level[] }[];
  /** The villages to whose group the deputy belongs on the day. */
  villagesOfDeputy(deputyId: string, today: Day): string[];
};

export async function namesOf(call: Call): Promise<Names> {
  const directory = await directoryOf(call);
  const { settings, deputies, stations, villages } = directory;
  const station = (id: string | null) => stations.get(id ?? '') ?? null;
  return {
    settings,
    villageName: (code) => villages.get(code)?.name ?? '',
    deputyName: ((id) => (id === null ? null : (deputies.get(id)?.name ?? ''))) as Names['deputyName'],
    station,
    stationName: (id) => station(id)?.name ?? null,
    stationOfVillage: (village) => directory.stationOfVillage.get(village) ?? null,
    isServing: (deputyId) => mandatesOf(directory, deputyId, dayOf(call.now)).length > 0,
    awayUntil(deputyId, today) {
      const deputy = deputies.get(deputyId);
      return deputy ? awayUntil(deputy, today) : null;
    },
    servingForVillage: (village, today) =>
      servingDeputies(directory, today)
        .filter(({ mandates }) => villages.has(village) && standsForVillage(mandates, village))
        .map(({ deputy: { id, name }, levels }) => ({ id, name, levels })),
    villagesOfDeputy(deputyId, today) {
      const mandates = mandatesOf(directory, deputyId, today);
      return [...villages.keys()].filter((village) => standsForVillage(mandates, village));
    },
  };
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
