/**
 * A point in degrees. `wx.chooseLocation`, stations and Chinese maps speak GCJ-02, which lies up to 700 m beside WGS-84, the datum of
 * surveys (and, within centimetres, CGCS2000) and of browsers.
 */
export type Point = { longitude: number; latitude: number };
export type Datum = 'wgs84' | 'gcj02';

// The ellipsoid of Krassowsky, as GCJ-02 uses it.
const AXIS = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;
const EARTH_RADIUS = 6_371_008.8;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** GCJ-02 was made for China; elsewhere both datums are the same. */
function isShifted({ longitude, latitude }: Point): boolean {
  return longitude > 72.004 && longitude < 137.8347 && latitude > 0.8293 && latitude < 55.8271;
}

const wave = (x: number, divisor: number) => Math.sin((x / divisor) * Math.PI);

/** How far GCJ-02 moves a point, in degrees. */
function shiftOf({ longitude, latitude }: Point): Point {
  const x = longitude - 105;
  const y = latitude - 35;
  const ripple = (20 * wave(x, 1 / 6) + 20 * wave(x, 1 / 2)) * (2 / 3);
  const root = 0.1 * Math.sqrt(Math.abs(x));
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    2 * root +
    ripple +
    (20 * wave(y, 1) + 40 * wave(y, 3)) * (2 / 3) +
    (160 * wave(y, 12) + 320 * wave(y, 30)) * (2 / 3);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    root +
    ripple +
    (20 * wave(x, 1) + 40 * wave(x, 3)) * (2 / 3) +
    (150 * wave(x, 12) + 300 * wave(x, 30)) * (2 / 3);
  const bend = 1 - ECCENTRICITY_SQUARED * Math.sin(radians(latitude)) ** 2;
  const meridian = (AXIS * (1 - ECCENTRICITY_SQUARED)) / (bend * Math.sqrt(bend));
  const parallel = (AXIS / Math.sqrt(bend)) * Math.cos(radians(latitude));
  return { latitude: (north / meridian) * (180 / Math.PI), longitude: (east / parallel) * (180 / Math.PI) };
}

/** WGS-84 to GCJ-02 (国测局坐标), degrees: what WeChat's map draws. Unchanged outside China. */
export function toGcj02(point: Point): Point {
  if (!isShifted(point)) return point;
  const shift = shiftOf(point);
  return { longitude: point.longitude + shift.longitude, latitude: point.latitude + shift.latitude };
}

/** GCJ-02 → WGS-84. There is no formula for the way back, so it is approached: three rounds come within a millimetre. */
export function toWgs84(point: Point): Point {
  if (!isShifted(point)) return point;
  let found = point;
  for (let round = 0; round < 4; round += 1) {
    const shift = shiftOf(found);
    found = { longitude: point.longitude - shift.longitude, latitude: point.latitude - shift.latitude };
  }
  return found;
}

/** A point told in one datum, in both. */
export function inBoth(point: Point, datum: Datum): Record<Datum, Point> {
  return datum === 'wgs84' ? { wgs84: point, gcj02: toGcj02(point) } : { wgs84: toWgs84(point), gcj02: point };
}

/** Metres between two points of one datum, along the great circle. */
export function metersBetween(a: Point, b: Point): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, chord)));
}
