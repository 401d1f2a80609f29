import { dayOf } from '../../shared/kernel/days';
import type { Call } from '../platform/call';
import { coversVillage, directoryOf, servingMandates } from './directory';
import type { Settings } from './settings';

/** What other contexts may know of a county: its rules, and the names behind ids. Names are never copied into other tables. */
export type Names = {
  settings: Settings;
  villageName(code: string): string;
  deputyName(id: string): string;
  station(id: string | null): { name: string; phone: string } | null;
};

export async function namesOf(call: Call): Promise<Names> {
  const directory = await directoryOf(call);
  return {
    settings: directory.settings,
    villageName: (code) => directory.villages.get(code)?.name ?? '',
    deputyName: (id) => directory.deputies.get(id)?.name ?? '',
    station: (id) => directory.stations.get(id ?? '') ?? null,
  };
}

export type Addressee = { stationId: string | null; serving: boolean; covers: boolean };

/** How a deputy stands to a village today. Null when there is no such deputy or no such village in this county. */
export async function addresseeOf(call: Call, deputyId: string, village: string): Promise<Addressee | null> {
  const directory = await directoryOf(call);
  const deputy = directory.deputies.get(deputyId);
  if (!deputy || !directory.villages.has(village)) return null;
  const mandates = servingMandates(deputy, dayOf(call.now));
  return {
    stationId: directory.stationOfVillage.get(village) ?? deputy.stationId,
    serving: mandates.length > 0,
    covers: coversVillage(mandates, village),
  };
}
