import fc from 'fast-check';
import { inBoth, metersBetween, type Point, toGcj02, toWgs84 } from './rules-places';

const inChina: fc.Arbitrary<Point> = fc.record({
  longitude: fc.double({ min: 73.5, max: 135, noNaN: true }),
  latitude: fc.double({ min: 18, max: 53.5, noNaN: true }),
});

test('GCJ-02 is what everybody computes it to be', () => {
  const { longitude, latitude } = toGcj02({ longitude: 116.404, latitude: 39.915 });
  expect(longitude).toBeCloseTo(116.41024449916938, 10);
  expect(latitude).toBeCloseTo(39.91640428150164, 10);
});

test('there and back again ends within a centimetre of where it began, all over China', () => {
  fc.assert(
    fc.property(inChina, (point) => {
      const shifted = toGcj02(point);
      expect(metersBetween(toWgs84(shifted), point)).toBeLessThan(0.01);
      expect(metersBetween(shifted, point)).toBeGreaterThan(10);
      expect(metersBetween(shifted, point)).toBeLessThan(1_500);
    }),
    { numRuns: 500 },
  );
});

test('a place told in either datum is the same place in both', () => {
  fc.assert(
    fc.property(inChina, (wgs84) => {
      const gcj02 = toGcj02(wgs84);
      expect(inBoth(wgs84, 'wgs84')).toEqual({ wgs84, gcj02 });
      expect(inBoth(gcj02, 'gcj02')).toEqual({ wgs84: toWgs84(gcj02), gcj02 });
    }),
  );
});

test('outside of China nothing is moved', () => {
  const paris = { longitude: 2.3522, latitude: 48.8566 };
  expect([toGcj02(paris), toWgs84(paris)]).toEqual([paris, paris]);
});

test('metres along the earth', () => {
  const equator = (longitude: number) => ({ longitude, latitude: 0 });
  expect(metersBetween(equator(0), equator(1))).toBeCloseTo(111_195, 0);
  expect(metersBetween({ longitude: 118.5, latitude: 28 }, { longitude: 118.5, latitude: 29 })).toBeCloseTo(111_195, 0);
  expect(metersBetween(equator(0), equator(180))).toBeCloseTo(20_015_114, 0);
  fc.assert(
    fc.property(inChina, inChina, (a, b) => {
      expect(metersBetween(a, a)).toBe(0);
      expect(metersBetween(a, b)).toBeCloseTo(metersBetween(b, a), 6);
    }),
  );
});
