import type { WorkbookFault } from '../../../shared/directory/contract';
import { type Datum, inBoth } from '../../../shared/directory/rules-places';
import type { Directory } from '../directory';
import type { Polygon, Position } from './index-file';
import { villageNamer } from './village-of-feature';

export type Drawn = { polygons: Polygon[]; faults: WorkbookFault[] };

const SHEET = '村界图';

/** A fault of one feature; the sentence says what to do about it. */
class BadFeature extends Error {}

function bad(reason: string): never {
  throw new BadFeature(reason);
}

/**
 * Reads a FeatureCollection of Polygons and MultiPolygons: every one that names a village of the county and can be drawn, in WGS-84.
 * The others are told as faults, with the number of the feature (from 1) as the row. Lakes and forests between villages are faults too
 * and harmless, so a fault of one feature does not spoil the rest.
 */
export function readGeoJson(bytes: Uint8Array, datum: Datum, towns: Directory['towns']): Drawn {
  const features = featuresOf(bytes);
  if (typeof features === 'string') return { polygons: [], faults: [fault(null, features)] };
  const nameOf = villageNamer(towns);
  const drawn: Drawn = { polygons: [], faults: [] };
  features.forEach((feature, number) => {
    try {
      for (const polygon of polygonsOf(feature, datum, nameOf)) drawn.polygons.push(polygon);
    } catch (error) {
      if (!(error instanceof BadFeature)) throw error;
      drawn.faults.push(fault(number + 1, error.message));
    }
  });
  return drawn;
}

function fault(row: number | null, reason: string): WorkbookFault {
  return { sheet: SHEET, row, column: null, reason };
}

/** The features, or the sentence that says why there are none. */
function featuresOf(bytes: Uint8Array): unknown[] | string {
  const collection = parse(bytes);
  if (collection === undefined) return '这不是 GeoJSON 文件。请用 UTF-8 编码另存为 GeoJSON 再传。';
  if (!isObject(collection) || collection.type !== 'FeatureCollection' || !Array.isArray(collection.features))
    return '文件里没有 FeatureCollection，请导出整张村界图。';
  return collection.features.length ? collection.features : '图里一个村也没有。';
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function polygonsOf(
  feature: unknown,
  datum: Datum,
  nameOf: (properties: Record<string, unknown>) => { village: string } | { reason: string },
): Polygon[] {
  if (!isObject(feature) || feature.type !== 'Feature') bad('这一项不是 Feature，请重新导出。');
  const named = nameOf(isObject(feature.properties) ? feature.properties : {});
  if ('reason' in named) bad(named.reason);
  return partsOf(feature.geometry).map((rings) => ({
    village: named.village,
    rings: rings.map((ring) => ringOf(ring, datum)),
  }));
}

/** The rings of each part: one part of a Polygon, several of a MultiPolygon. */
function partsOf(geometry: unknown): unknown[][] {
  if (!isObject(geometry)) bad('只有名字，没有画边界。');
  const { type, coordinates } = geometry;
  const parts = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  if (!Array.isArray(parts)) bad('要画成面（Polygon 或 MultiPolygon），线和点不行。');
  if (!parts.length || !parts.every((part) => Array.isArray(part) && part.length > 0)) bad('边界是空的。');
  return parts as unknown[][];
}

/** A ring without its closing point. */
function ringOf(ring: unknown, datum: Datum): Position[] {
  if (!Array.isArray(ring)) bad('边界的坐标读不出来。');
  const positions = ring.map((position) => positionOf(position, datum));
  const [first, last] = [positions[0], positions[positions.length - 1]];
  if (first && last && first !== last && first[0] === last[0] && first[1] === last[1]) positions.pop();
  if (positions.length < 3) bad('一圈边界至少要有三个点。');
  return positions;
}

function positionOf(position: unknown, datum: Datum): Position {
  const [longitude, latitude] = Array.isArray(position) ? position : [];
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) bad('边界的坐标读不出来。');
  if (isInChina(latitude, longitude)) bad('经度和纬度写反了，经度要在前面。');
  if (!isInChina(longitude, latitude)) bad('坐标要用经度和纬度（度）。投影坐标（米）请先转换。');
  const { wgs84 } = inBoth({ longitude, latitude }, datum);
  return [wgs84.longitude, wgs84.latitude];
}

function isInChina(longitude: number, latitude: number): boolean {
  return longitude > 73 && longitude < 136 && latitude > 3 && latitude < 54;
}
