import { v7 } from 'uuid';
import type { near } from '../../../shared/directory/contract';
import type { Point } from '../../../shared/directory/rules-places';
import type { Input } from '../../../shared/kernel/procedure';
import { importBoundaries } from '../../directory/import-boundaries';
import { fileKey } from '../../directory/workbook-file';
import type { Services } from '../../platform/call';
import { callAs } from './call-as';
import { COUNTY, demoCounty, type Station, villageNamed } from './county';

/** Degrees from one border of a village to the next, about a kilometre; no two stations of the seed are nearer from west to east. */
const SIZE = 0.01;
/** Degrees the borders bend to the east half way up, so that a village is not the box around it. */
const BEND = 0.002;

type Village = { code: string; middle: Point };
type Position = [longitude: number, latitude: number];

/**
 * Made-up borders of every village of the demo county, as the office would get them from a surveyor: GeoJSON, in GCJ-02 because the
 * seed's stations are. The real borders look otherwise. A station lies in the first of its villages, the others to the north and south by
 * turns; where the columns of two stations lie side by side, they share their borders.
 */
export function demoBoundaries() {
  const features = demoCounty()
    .stations.flatMap(columnOf)
    .map(({ code, middle }) => ({
      type: 'Feature',
      properties: { code },
      geometry: { type: 'Polygon', coordinates: [ringAround(middle)] },
    }));
  return { type: 'FeatureCollection', features };
}

function columnOf({ villages, longitude, latitude }: Station): Village[] {
  if (longitude === null || latitude === null) return [];
  const rowOf = (index: number) => (index % 2 ? 1 : -1) * Math.ceil(index / 2);
  return villages.map((code, index) => ({ code, middle: { longitude, latitude: latitude + SIZE * rowOf(index) } }));
}

function ringAround({ longitude, latitude }: Point): Position[] {
  const half = SIZE / 2;
  const west = longitude - half;
  const [south, north] = [latitude - half, latitude + half];
  const border = (x: number): Position[] => [
    [x, south],
    [x + BEND, latitude],
    [x, north],
  ];
  const outline = [...border(west), ...border(west + SIZE).reverse()];
  return [...outline, [west, south]];
}

/** Where the demo lets somebody stand who is not in the county: at the station of 草坪村, by the borders above in that village. */
export function demoStanding(): { village: string; here: Input<typeof near> } {
  const county = demoCounty();
  const { name, code } = villageNamed(county, '草坪村');
  const station = county.stations.find(({ villages }) => villages[0] === code);
  const [latitude, longitude] = [String(station?.latitude), String(station?.longitude)];
  return { village: name, here: { latitude, longitude, coordinates: 'gcj02' } };
}

/** Imports them as the office does: the file is put where an upload leaves it, and the verb reads it. */
export async function seedBoundaries(services: Services): Promise<void> {
  const fileId = v7();
  const bytes = new TextEncoder().encode(JSON.stringify(demoBoundaries()));
  await services.storage.put(fileKey(COUNTY, fileId), bytes, 'application/geo+json');
  await importBoundaries(callAs(services, 'admin'), { fileId, coordinates: 'gcj02' });
}
