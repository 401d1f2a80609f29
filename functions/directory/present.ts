import type { DeputySummary, Mandate, Station } from '../../shared/directory/contract';
import { nextReception, sealOf } from '../../shared/directory/rules';
import { type Day, dayOf, minuteOf } from '../../shared/kernel/days';
import { awayUntil, type DeputyRecord, type Directory, type MandateRecord } from './directory';

/** A mandate as a resident reads it. */
function mandateOf(mandate: MandateRecord, countyName: string): Mandate {
  const { level, congressName, wardName, townName, villages, electedBy, endsOn } = mandate;
  return {
    level,
    seal: sealOf(level, townName, countyName),
    congressName,
    wardName,
    villageNames: villages.map(({ name }) => name),
    electedBy,
    endsOn,
  };
}

export function summaryOf(
  { county }: Directory,
  deputy: DeputyRecord,
  mandates: readonly MandateRecord[],
  today: Day,
): DeputySummary {
  const { id, name, portrait } = deputy;
  const held = mandates.map((mandate) => mandateOf(mandate, county.name));
  return { id, name, portrait, mandates: held, awayUntil: awayUntil(deputy, today) };
}

/** A station with its next reception day (接待日); null when there is no such station. */
export function stationOf(directory: Directory, id: string | null | undefined, now: Date): Station | null {
  const row = directory.stations.get(id ?? '');
  if (!row) return null;
  const { name, address, hours, phone, latitude, longitude } = row;
  const reception = row.reception && nextReception(row.reception, dayOf(now), minuteOf(now));
  return { id: row.id, name, address, hours, phone, latitude, longitude, nextReception: reception };
}
