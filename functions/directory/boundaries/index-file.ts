import Flatbush from 'flatbush';

/** `[longitude, latitude]` in degrees, WGS-84. */
export type Position = readonly [number, number];

/** A part of a village: the outline first, then what is cut out of it. Rings close themselves. */
export type Polygon = { village: string; rings: readonly (readonly Position[])[] };

/**
 * The index as it lies in `boundary.data`, little-endian; a third of the GeoJSON it came from, because it is read whole over the wire.
 * Header, eight 32-bit numbers: magic, version, bytes of the tree, polygons, rings, points, villages, bytes of the points. Then
 * - the tree: Flatbush over the polygons' boxes, filled up to a multiple of eight bytes;
 * - for each polygon its village, and where its rings begin (one more at the end); for each ring where its points begin (likewise);
 * - the villages' codes, twelve ASCII digits each;
 * - the points, longitude and latitude in ten-millionths of a degree (a centimetre), each as its distance from the one before, one
 *   after the other through all rings: zigzag (0, -1, 1, -2 …) in groups of seven bits, the lowest first, the eighth says "more".
 */
const MAGIC = 0x4942_584c; // LXBI
const VERSION = 1;
const HEADER = 8 * Uint32Array.BYTES_PER_ELEMENT;
const CODE_BYTES = 12;
const SCALE = 1e7;
/** Bytes of a distance; twice 360 degrees takes 33 bits. */
const LONGEST_NUMBER = 5;

/** The boundaries in memory, ready to be asked. */
export type Boundaries = {
  tree: Flatbush;
  villageOf: Uint32Array;
  ringsOf: Uint32Array;
  pointsOf: Uint32Array;
  points: Int32Array;
  villages: readonly string[];
};

const scaled = (degrees: number) => Math.round(degrees * SCALE);

/** Packs polygons into an index. There must be at least one, and every ring must have a point. */
export function packBoundaries(polygons: readonly Polygon[]): Buffer {
  const rings = polygons.flatMap((polygon) => polygon.rings);
  const villages = [...new Set(polygons.map(({ village }) => village))];
  const numberOf = new Map(villages.map((village, number) => [village, number]));
  const tree = treeOf(polygons);
  const pointsOf = startsOf(rings.map((ring) => ring.length));
  const points = packPoints(rings, pointsOf[rings.length] ?? 0);
  const header = Uint32Array.of(
    MAGIC,
    VERSION,
    tree.byteLength,
    polygons.length,
    rings.length,
    pointsOf[rings.length] ?? 0,
    villages.length,
    points.byteLength,
  );
  const sections = [
    header,
    tree,
    Uint32Array.from(polygons, ({ village }) => numberOf.get(village) ?? 0),
    startsOf(polygons.map((polygon) => polygon.rings.length)),
    pointsOf,
    Buffer.from(villages.join(''), 'latin1'),
    points,
  ];
  return Buffer.concat(
    sections.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  );
}

function packPoints(rings: Polygon['rings'], count: number): Uint8Array {
  const bytes = new Uint8Array(2 * count * LONGEST_NUMBER);
  let end = 0;
  const put = (distance: number) => {
    let rest = distance < 0 ? -2 * distance - 1 : 2 * distance;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes[end++] = (rest % 128) + 128;
    bytes[end++] = rest;
  };
  let [beforeX, beforeY] = [0, 0];
  for (const ring of rings)
    for (const [longitude, latitude] of ring) {
      const [x, y] = [scaled(longitude), scaled(latitude)];
      put(x - beforeX);
      put(y - beforeY);
      [beforeX, beforeY] = [x, y];
    }
  return bytes.subarray(0, end);
}

/** Null when the bytes are not exactly so many points. */
function unpackPoints(bytes: Uint8Array, count: number): Int32Array | null {
  const points = new Int32Array(2 * count);
  let at = 0;
  let [x, y] = [0, 0];
  const take = () => {
    let [value, worth, byte] = [0, 1, 128];
    for (; byte >= 128 && at < bytes.length; worth *= 128) {
      byte = bytes[at++] as number;
      value += (byte & 127) * worth;
    }
    return value % 2 ? -(value + 1) / 2 : value / 2;
  };
  for (let end = 0; end < points.length; end += 2) {
    x += take();
    y += take();
    points[end] = x;
    points[end + 1] = y;
  }
  return at === bytes.length ? points : null;
}

function treeOf(polygons: readonly Polygon[]): Uint8Array {
  const tree = new Flatbush(polygons.length, 16, Int32Array);
  for (const { rings } of polygons) tree.add(...boxOf(rings.flat()));
  tree.finish();
  const padded = new Uint8Array(Math.ceil(tree.data.byteLength / 8) * 8);
  padded.set(new Uint8Array(tree.data));
  return padded;
}

function boxOf(positions: readonly Position[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of positions) {
    const [x, y] = [scaled(longitude), scaled(latitude)];
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** Where each of them begins when they lie one behind the other, and where the last one ends. */
function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, at) => {
    starts[at + 1] = (starts[at] ?? 0) + length;
  });
  return starts;
}

/** Opens an index. Null when it is none, one of another version, or not whole. */
export function openBoundaries(bytes: Uint8Array): Boundaries | null {
  if (bytes.byteLength < HEADER) return null;
  // A buffer of its own, because the numbers must lie on multiples of their size.
  const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const [magic, version, treeBytes = 0, polygons = 0, rings = 0, count = 0, villages = 0, pointBytes = 0] =
    new Uint32Array(data, 0, 8);
  const numbers = polygons + (polygons + 1) + (rings + 1);
  const whole = HEADER + treeBytes + 4 * numbers + CODE_BYTES * villages + pointBytes;
  // A point takes at least two bytes.
  if (magic !== MAGIC || version !== VERSION || whole !== data.byteLength || 2 * count > pointBytes) return null;
  let at = HEADER + treeBytes;
  const take = (length: number) => {
    const taken = new Uint32Array(data, at, length);
    at += taken.byteLength;
    return taken;
  };
  const [villageOf, ringsOf, pointsOf] = [take(polygons), take(polygons + 1), take(rings + 1)];
  const codes = Buffer.from(data, at, CODE_BYTES * villages).toString('latin1');
  const points = unpackPoints(new Uint8Array(data, data.byteLength - pointBytes), count);
  if (!points || pointsOf[rings] !== count) return null;
  return {
    tree: Flatbush.from(data, HEADER),
    villageOf,
    ringsOf,
    pointsOf,
    points,
    villages: codes.match(/.{12}/g) ?? [],
  };
}

/** The village a point lies in (WGS-84); null when it lies in none. Where polygons overlap, the one that came first has it. */
export function villageAt(boundaries: Boundaries, longitude: number, latitude: number): string | null {
  const [x, y] = [scaled(longitude), scaled(latitude)];
  let first = Infinity;
  for (const polygon of boundaries.tree.search(x, y, x, y))
    if (polygon < first && contains(boundaries, polygon, x, y)) first = polygon;
  return boundaries.villages[boundaries.villageOf[first] ?? Infinity] ?? null;
}

/** A ray to the east crosses the rings an odd number of times: then the point lies inside, and in no hole. */
function contains({ ringsOf, pointsOf, points }: Boundaries, polygon: number, x: number, y: number): boolean {
  let inside = false;
  const lastRing = ringsOf[polygon + 1] as number;
  for (let ring = ringsOf[polygon] as number; ring < lastRing; ring += 1) {
    const end = 2 * (pointsOf[ring + 1] as number);
    let [beforeX, beforeY] = [points[end - 2] as number, points[end - 1] as number];
    for (let at = 2 * (pointsOf[ring] as number); at < end; at += 2) {
      const [hereX, hereY] = [points[at] as number, points[at + 1] as number];
      if (hereY > y !== beforeY > y && x < ((beforeX - hereX) * (y - hereY)) / (beforeY - hereY) + hereX)
        inside = !inside;
      beforeX = hereX;
      beforeY = hereY;
    }
  }
  return inside;
}
