import { LEVELS, type Level } from '../../../shared/directory/levels';
import { linkOf, sealOf } from '../../../shared/directory/rules';
import { congressDeputy, sayReception, sayVillages } from '../../../shared/directory/rules-print';
import type { Day } from '../../../shared/kernel/days';
import { type DeputyRecord, type Directory, type MandateRecord, servingMandates } from '../directory';

/** One mandate in words: `常山县人大代表`, and below it `第 12 选区：草坪、新塘岭` or who elected. */
export type PrintedMandate = { level: Level; seal: string; title: string; ward: string; villages: readonly string[] };

/** Everything that is said of a deputy on paper; nothing but what the public page says too (代表法 第五十八条). */
export type PrintedDeputy = {
  name: string;
  code: string;
  /** WeChat's code, a PNG or a JPEG. */
  picture: Buffer;
  /** The same as an ordinary link. */
  link: string;
  /** `常山县人大代表联络站`. */
  house: string;
  place: string;
  mandates: readonly PrintedMandate[];
  station: { name: string; address: string; hours: string; phone: string; reception: string | null } | null;
  /** The county's number, for whoever has no station. */
  phone: string | null;
};

type Given = { publicUrl: string; code: string; picture: Buffer; today: Day };

/** A deputy as printed today, the highest level first as on the badge. */
export function printedDeputy(
  directory: Directory,
  deputy: DeputyRecord,
  { publicUrl, code, picture, today }: Given,
): PrintedDeputy {
  const { county, settings, stations } = directory;
  const mandates = [...servingMandates(deputy, today)].sort(
    (a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level),
  );
  const station = stations.get(deputy.stationId ?? '');
  return {
    name: deputy.name,
    code,
    picture,
    link: linkOf(publicUrl, county.jurisdiction, code),
    house: `${county.name}人大代表联络站`,
    place: placeOf(mandates),
    mandates: mandates.map((mandate) => mandateOf(mandate, county.name)),
    station: station ? { ...station, reception: station.reception && sayReception(station.reception) } : null,
    phone: settings.phone,
  };
}

function mandateOf(mandate: MandateRecord, countyName: string): PrintedMandate {
  const { level, congressName, wardName, townName, villages, units, electedBy } = mandate;
  return {
    level,
    seal: sealOf(level, townName, countyName),
    title: congressDeputy(congressName),
    ward: wardName ?? electedBy ?? '',
    villages: sayVillages([...villages, ...units].map(({ name }) => name)),
  };
}

/** Where people know the deputy from: the town of the nearest ward, with the village when it is one; a ward of work units has none. */
function placeOf(mandates: readonly MandateRecord[]): string {
  const nearest = [...mandates].reverse().find(({ villages }) => villages.length > 0);
  const towns = new Set(nearest?.villages.map(({ townName }) => townName));
  if (!nearest || towns.size !== 1) return '';
  const [village] = nearest.villages;
  return [village?.townName, nearest.villages.length === 1 ? village?.name : ''].filter(Boolean).join(' ');
}
