import fc from 'fast-check';
import { openBoundaries, type Polygon, type Position, packBoundaries, villageAt } from './index-file';

const square = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];
const code = (number: number) => `330822104${String(200 + number)}`;
const opened = (polygons: readonly Polygon[]) => {
  const boundaries = openBoundaries(packBoundaries(polygons));
  if (!boundaries) throw new Error('what was just packed could not be opened');
  return boundaries;
};

/** What the index must say, worked out without it: every polygon, every ring, in degrees. */
function scan(polygons: readonly Polygon[], x: number, y: number): string | null {
  const crossings = (ring: readonly Position[]) =>
    ring.filter(([ax, ay], at) => {
      const [bx, by] = ring[(at + 1) % ring.length] as Position;
      return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
    }).length;
  const found = polygons.find(({ rings }) => rings.reduce((sum, ring) => sum + crossings(ring), 0) % 2 === 1);
  return found?.village ?? null;
}

test('a village, its hole, the village in the hole, and a village of two parts', () => {
  const boundaries = opened([
    { village: code(1), rings: [square(118, 28, 1), square(118.4, 28.4, 0.2)] },
    { village: code(2), rings: [square(118.45, 28.45, 0.1)] },
    { village: code(3), rings: [square(119.5, 28, 0.1)] },
    { village: code(3), rings: [square(119.7, 28, 0.1)] },
  ]);
  const at = (x: number, y: number) => villageAt(boundaries, x, y);
  expect(at(118.1, 28.1)).toBe(code(1));
  expect(at(118.42, 28.42)).toBeNull();
  expect(at(118.5, 28.5)).toBe(code(2));
  expect([at(119.55, 28.05), at(119.65, 28.05), at(119.75, 28.05)]).toEqual([code(3), null, code(3)]);
  expect([at(117.9, 28.5), at(118.5, 29.1), at(0, 0), at(-180, -90), at(180, 90)]).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('borders far apart and near, in the west and the south, are kept to the centimetre', () => {
  const far: Position[] = [
    [-179.9999999, -89.9999999],
    [179.9999999, -89.9999999],
    [179.9999999, 89.9999999],
    [118.4000001, 28.8000001],
    [118.4, 28.8],
    [118.4, 28.8],
  ];
  const boundaries = opened([{ village: code(1), rings: [far] }]);
  expect([...boundaries.points]).toEqual(far.flat().map((degrees) => Math.round(degrees * 1e7)));
});

test('where polygons overlap, the first one has it', () => {
  const over = (...villages: string[]) => opened(villages.map((village) => ({ village, rings: [square(118, 28, 1)] })));
  expect(villageAt(over(code(1), code(2)), 118.5, 28.5)).toBe(code(1));
  expect(villageAt(over(code(2), code(1)), 118.5, 28.5)).toBe(code(2));
});

test('a point on a border shared by two villages belongs to one of them', () => {
  const boundaries = opened([
    { village: code(1), rings: [square(118, 28, 1)] },
    { village: code(2), rings: [square(119, 28, 1)] },
  ]);
  for (const y of [28.001, 28.25, 28.5, 28.75, 28.999]) expect(villageAt(boundaries, 119, y)).toBe(code(2));
});

/** Coordinates that ten-millionths of a degree hold exactly. */
const degree = (from: number) => fc.integer({ min: 0, max: 20_000 }).map((steps) => from + steps / 10_000);
const position = fc.tuple(degree(118), degree(28));
/** Any ring: also one that crosses itself or has its points on a line; odd and even tell inside from outside all the same. */
const ring = fc.array(position, { minLength: 3, maxLength: 9 });
const polygons = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 40 });

test('says the same as looking at every polygon, for any polygons and any point', () => {
  let inside = 0;
  fc.assert(
    fc.property(polygons, fc.array(position, { minLength: 20, maxLength: 40 }), (drawn, points) => {
      const all = drawn.map((rings, number) => ({ village: code(number % 7), rings }));
      const boundaries = opened(all);
      for (const [x, y] of points) {
        // Off the grid of the corners, so that rounding does not decide.
        const found = villageAt(boundaries, x + 0.000_037, y + 0.000_041);
        expect(found).toBe(scan(all, x + 0.000_037, y + 0.000_041));
        if (found) inside += 1;
      }
    }),
    { numRuns: 200 },
  );
  expect(inside).toBeGreaterThan(100);
});

test('what is no index, not whole, or of another version is not opened', () => {
  const packed = packBoundaries([{ village: code(1), rings: [square(118, 28, 1)] }]);
  expect(openBoundaries(packed)).not.toBeNull();
  const shifted = Buffer.concat([Buffer.from([7]), packed]).subarray(1);
  expect(villageAt(openBoundaries(shifted) as NonNullable<ReturnType<typeof openBoundaries>>, 118.5, 28.5)).toBe(
    code(1),
  );
  expect(openBoundaries(Buffer.alloc(0))).toBeNull();
  expect(openBoundaries(packed.subarray(0, packed.length - 1))).toBeNull();
  expect(openBoundaries(Buffer.concat([packed, Buffer.from([0])]))).toBeNull();
  for (const at of [0, 4, 8, 12, 16, 20, 24, 28]) {
    const broken = Buffer.from(packed);
    broken[at] = (broken[at] ?? 0) + 1;
    expect(openBoundaries(broken)).toBeNull();
  }
});
