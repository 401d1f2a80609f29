import type { WorkbookFault } from '../../../shared/directory/contract/office';
import { type Datum, inBoth, type Point } from '../../../shared/directory/rules-places';
import type { Directory } from '../directory';
import { crsFault } from './crs';
import { farReason } from './far-away';
import type { Polygon, Position } from './index-file';
import { notCollection, notGeoJson } from './not-geojson';
import { splitCollection } from './split-collection';
import { villageNamer } from './village-of-feature';

/** `faults` are the first five hundred of `faultCount`. */
export type Drawn = { polygons: Polygon[]; faults: WorkbookFault[]; faultCount: number };

const SHEET = '村界图';
const MOST_FAULTS = 500;
/** Features, and also the polygons of all of them: far more than any county has villages. */
const MOST_POLYGONS = 20_000;
const TOO_MANY = '图里的面太多了，最多两万个。请只导出村界。';
/** Points, with the lists and objects around them: what a function of 1 GB reads with room to spare. */
const MOST_LISTS = 1_500_000;
const TOO_FINE = '图里的点太多了，最多一百五十万个。请在地图软件里简化（抽稀）以后再传。';

type Stations = ReadonlyMap<string, { longitude: number | null; latitude: number | null }>;
type County = { county: { name: string }; towns: Directory['towns']; stations: Stations };

/**
 * Reads a FeatureCollection of Polygons and MultiPolygons: every one that names a village of the county, can be drawn and does not lie far
 * away, in WGS-84. The others are told as faults, with the number of the feature (from 1) as the row. Lakes and forests between villages
 * are faults too and harmless, so a fault of one feature does not spoil the rest.
 */
export function readGeoJson(bytes: Uint8Array, datum: Datum, { county, towns, stations }: County): Drawn {
  const features = featuresOf(bytes, datum);
  if (typeof features === 'string') return refused(features);
  const nameOf = villageNamer({ name: county.name, towns });
  const read: (Polygon[] | string)[] = [];
  for (const piece of features) {
    const feature = parse(piece);
    if (feature === undefined) return refused(notGeoJson(bytes));
    read.push(polygonsOf(feature, datum, nameOf));
  }
  const all = read.flatMap((polygons) => (typeof polygons === 'string' ? [] : polygons));
  if (all.length > MOST_POLYGONS) return refused(TOO_MANY);
  const farAway = farReason(placesOf(stations), all);
  const drawn: Drawn = { polygons: [], faults: [], faultCount: 0 };
  read.forEach((polygons, index) => {
    const near = typeof polygons === 'string' ? polygons : each(polygons, (one) => farAway(one) ?? one);
    if (typeof near !== 'string') {
      drawn.polygons.push(...near);
      return;
    }
    drawn.faultCount += 1;
    if (drawn.faultCount <= MOST_FAULTS) drawn.faults.push(fault(index + 1, near));
  });
  return drawn;
}

function placesOf(stations: Stations): Point[] {
  return [...stations.values()].flatMap(({ longitude, latitude }) =>
    longitude === null || latitude === null ? [] : [{ longitude, latitude }],
  );
}

function fault(row: number | null, reason: string): WorkbookFault {
  return { sheet: SHEET, row, column: null, reason };
}

function refused(reason: string): Drawn {
  return { polygons: [], faults: [fault(null, reason)], faultCount: 1 };
}

/** What `read` makes of each, or the first sentence it says instead. A file may be all faults, so nothing is thrown. */
function each<From, To>(list: readonly From[], read: (one: From) => To | string): To[] | string {
  const made: To[] = [];
  for (const one of list) {
    const to = read(one);
    if (typeof to === 'string') return to;
    made.push(to);
  }
  return made;
}

/** The features, not parsed yet, or the sentence that says why there are none. */
function featuresOf(bytes: Uint8Array, datum: Datum): Uint8Array[] | string {
  const { rest, features, lists } = splitCollection(bytes);
  if (lists > MOST_LISTS) return TOO_FINE;
  const collection = parse(rest);
  if (collection === undefined) return notGeoJson(bytes);
  if (!isObject(collection) || collection.type !== 'FeatureCollection' || !Array.isArray(collection.features))
    return notCollection(isObject(collection) ? collection.type : null);
  const elsewhere = crsFault(collection.crs, datum);
  if (elsewhere) return elsewhere;
  if (features.length > MOST_POLYGONS) return TOO_MANY;
  return features.length ? features : '图里一个村也没有。';
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

function polygonsOf(feature: unknown, datum: Datum, nameOf: ReturnType<typeof villageNamer>): Polygon[] | string {
  if (!isObject(feature) || feature.type !== 'Feature') return '这一项不是 Feature，请重新导出。';
  const named = nameOf(isObject(feature.properties) ? feature.properties : {});
  if ('reason' in named) return named.reason;
  const parts = partsOf(feature.geometry);
  if (typeof parts === 'string') return parts;
  return each(parts, (part) => {
    const rings = each(part, (ring) => ringOf(ring, datum));
    return typeof rings === 'string' ? rings : { village: named.village, rings };
  });
}

/** The rings of each part: one part of a Polygon, several of a MultiPolygon. */
function partsOf(geometry: unknown): unknown[][] | string {
  if (!isObject(geometry)) return '只有名字，没有画边界。';
  const { type, coordinates } = geometry;
  const parts = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  if (!Array.isArray(parts)) return '要画成面（Polygon 或 MultiPolygon），线和点不行。';
  if (parts.length > MOST_POLYGONS) return TOO_MANY;
  if (!parts.length || !parts.every((part) => Array.isArray(part) && part.length > 0)) return '边界是空的。';
  return parts;
}

/** A ring without its closing point. */
function ringOf(ring: unknown, datum: Datum): Position[] | string {
  if (!Array.isArray(ring)) return '边界的坐标读不出来。';
  const positions = each(ring, (position) => positionOf(position, datum));
  if (typeof positions === 'string') return positions;
  const [first, last] = [positions[0], positions[positions.length - 1]];
  if (first && last && first !== last && first[0] === last[0] && first[1] === last[1]) positions.pop();
  return positions.length < 3 ? '一圈边界至少要有三个点。' : positions;
}

function positionOf(position: unknown, datum: Datum): Position | string {
  const [longitude, latitude] = Array.isArray(position) ? position : [];
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return '边界的坐标读不出来。';
  if (isInChina(latitude, longitude)) return '经度和纬度写反了，经度要在前面。';
  if (!isInChina(longitude, latitude)) return '坐标要用经度和纬度（度）。投影坐标（米）请先转换。';
  const { wgs84 } = inBoth({ longitude, latitude }, datum);
  return [wgs84.longitude, wgs84.latitude];
}

function isInChina(longitude: number, latitude: number): boolean {
  return longitude > 73 && longitude < 136 && latitude > 3 && latitude < 54;
}
