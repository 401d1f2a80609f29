import { metersBetween, type Point } from '../../../shared/directory/rules-places';
import type { Polygon, Position } from './index-file';

/** The largest counties (若羌) are nearly so wide: what lies farther away was drawn for another one, or by other coordinates. */
const FARTHEST_METERS = 500_000;

/**
 * Says why a polygon cannot be of this county: it lies more than 500 km from every station, or, where no station says its place, from the
 * middle of all polygons. Null when it may be. Stations' places are in GCJ-02, which is near enough for this.
 */
export function farReason(
  stations: readonly Point[],
  polygons: readonly Polygon[],
): (polygon: Polygon) => string | null {
  const places = stations.length ? stations : [middleOf(polygons.map(({ rings: [outline = []] }) => outline[0]))];
  const from = stations.length ? '县里的联络站' : '图里别的村';
  return ({ rings: [outline = []] }) => {
    const box = boxOf(outline);
    const meters = places.reduce(
      (least, place) => Math.min(least, metersBetween(place, nearestIn(box, place))),
      Infinity,
    );
    if (meters <= FARTHEST_METERS) return null;
    return `离${from}有 ${Math.floor(meters / 1_000)} 公里，像是画错了地方，请看看坐标。`;
  };
}

type Box = { west: number; east: number; south: number; north: number };

function boxOf(outline: readonly Position[]): Box {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const [longitude, latitude] of outline) {
    box.west = Math.min(box.west, longitude);
    box.east = Math.max(box.east, longitude);
    box.south = Math.min(box.south, latitude);
    box.north = Math.max(box.north, latitude);
  }
  return box;
}

function nearestIn({ west, east, south, north }: Box, { longitude, latitude }: Point): Point {
  return {
    longitude: Math.min(Math.max(longitude, west), east),
    latitude: Math.min(Math.max(latitude, south), north),
  };
}

/** The median, so that a few far away do not move it. */
function middleOf(positions: readonly (Position | undefined)[]): Point {
  const median = (axis: 0 | 1) => {
    const sorted = Float64Array.from(positions, (position) => position?.[axis] ?? 0).sort();
    const half = sorted.length / 2;
    return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
  };
  return { longitude: median(0), latitude: median(1) };
}
