import type { near as contract } from '../../shared/directory/contract';
import { inBoth, metersBetween, type Point } from '../../shared/directory/rules-places';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { Call } from '../platform/call';
import { villageAt } from './boundaries/index-file';
import { boundariesOf } from './boundaries/load';
import { currentVillage, type Directory, directoryOf } from './directory';
import { stationOf } from './present';

/** Whoever is farther from every station is not in the county, or their phone is wrong about where it is. */
const FARTHEST_METERS = 50_000;

/**
 * The village the point lies in and the station that serves it; where no boundary says which village, the nearest station.
 * Boundaries lie in WGS-84 and stations in GCJ-02, so each is asked with the point in its own.
 */
export async function near(call: Call, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const point: Point = { longitude: Number(input.longitude), latitude: Number(input.latitude) };
  const { wgs84, gcj02: here } = inBoth(point, input.coordinates);
  const directory = await directoryOf(call);
  const boundaries = await boundariesOf(call, directory);
  const code = boundaries && villageAt(boundaries, wgs84.longitude, wgs84.latitude);
  const village = directory.villages.get(currentVillage(directory, code ?? ''));
  const own = village && directory.stationOfVillage.get(village.code);
  const station = own ? { id: own, meters: metersTo(directory, own, here) } : nearest(directory, here);
  return {
    village: village ? { code: village.code, name: village.name, townName: village.townName } : null,
    station: stationOf(directory, station?.id, call.now),
    meters: station?.meters ?? null,
  };
}

function metersTo({ stations }: Directory, id: string, here: Point): number | null {
  const { longitude = null, latitude = null } = stations.get(id) ?? {};
  if (longitude === null || latitude === null) return null;
  return Math.round(metersBetween(here, { longitude, latitude }));
}

function nearest(directory: Directory, here: Point): { id: string; meters: number } | null {
  let found: { id: string; meters: number } | null = null;
  for (const id of directory.stations.keys()) {
    const meters = metersTo(directory, id, here);
    if (meters !== null && meters <= FARTHEST_METERS && meters < (found?.meters ?? Infinity)) found = { id, meters };
  }
  return found;
}
