import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import * as directory from '../../shared/directory/contract';
import * as directoryOffice from '../../shared/directory/contract/office';
import { metersBetween, toGcj02 } from '../../shared/directory/rules-places';
import { demoCounty } from '../local/seed/county';
import { COUNTY, OTHER_COUNTY, testApi, villageOf } from '../testing/api';
import type { TestPhone } from '../testing/phone';

const api = testApi();
let admin: TestPhone;

beforeAll(async () => {
  admin = await api.signedIn('admin');
});

const near = (longitude: number, latitude: number, county = COUNTY) =>
  api.nobody.call(
    directory.near,
    { longitude: String(longitude), latitude: String(latitude), coordinates: 'gcj02' },
    { county },
  );

/** As a phone standing at this WGS-84 place says it. */
const standing = (longitude: number, latitude: number) => {
  const point = toGcj02({ longitude, latitude });
  return near(Number(point.longitude.toFixed(8)), Number(point.latitude.toFixed(8)));
};

const SIZE = 0.01;
const square = (x: number, y: number) => [
  [
    [x, y],
    [x + SIZE, y],
    [x + SIZE, y + SIZE],
    [x, y + SIZE],
    [x, y],
  ],
];
const drawn = (properties: object, x: number, y: number) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: square(x, y) },
});

async function importing(content: unknown, coordinates: 'wgs84' | 'gcj02' = 'wgs84', fileId = randomUUID()) {
  api.clock.advance(1_000);
  const bytes = new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
  await api.services.storage.put(`files/${COUNTY}/${fileId}`, bytes, 'application/geo+json');
  return admin.call(directoryOffice.importBoundaries, { fileId, coordinates });
}
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });

test('without boundaries it is the nearest station, with the distance', async () => {
  const station = demoCounty().stations[4];
  const { longitude, latitude } = station as { longitude: number; latitude: number };
  expect(await near(longitude, latitude)).toMatchObject({ village: null, station: { name: station?.name }, meters: 0 });
  const aside = await near(longitude + 0.003, latitude);
  expect(aside.station?.name).toBe(station?.name);
  expect(aside.meters).toBe(
    Math.round(metersBetween({ longitude, latitude }, { longitude: longitude + 0.003, latitude })),
  );
});

test('farther than fifty kilometres from every station there is none; nor where none says where it is', async () => {
  expect(await near(118.5, 29.4)).toMatchObject({ village: null, station: expect.anything() });
  const nowhere = { village: null, station: null, meters: null };
  expect(await near(118.5, 29.9)).toEqual(nowhere);
  expect(await near(-73.98, 40.75)).toEqual(nowhere);
  expect(await near(118.5, 28.9, OTHER_COUNTY)).toEqual(nowhere);
});

test('a place that is none is refused', async () => {
  for (const [longitude, latitude] of [
    ['181', '0'],
    ['0', '91'],
    ['0', '-90.1'],
    ['x', '1'],
    ['', ''],
    ['1e3', '1'],
    ['NaN', '1'],
  ] as const)
    expect(await api.nobody.problem(directory.near, { longitude, latitude, coordinates: 'gcj02' })).toBe(
      'invalid_input',
    );
  expect(await near(180, 90)).toMatchObject({ village: null });
});

describe('with boundaries', () => {
  const caoping = () => villageOf('草坪村');

  test('it is the village the phone stands in, with that village’s station; GCJ-02 is not WGS-84', async () => {
    const reply = await importing(
      collection(
        drawn({ code: caoping() }, 118.4, 28.8),
        drawn({ town: '白石镇', name: '新塘岭村' }, 118.4 + SIZE, 28.8),
        drawn({ name: '常山港' }, 118.43, 28.8),
      ),
    );
    expect(reply).toEqual({
      polygons: 2,
      villages: 2,
      faults: [{ sheet: '村界图', row: 3, column: null, reason: '县里没有叫“常山港”的村或社区。' }],
    });
    const found = await standing(118.405, 28.805);
    expect(found).toMatchObject({
      village: { code: caoping(), name: '草坪村', townName: '白石镇' },
      station: { name: '草坪村代表联络站' },
      meters: expect.any(Number),
    });
    // The datums lie about 500 m apart here, so that a metre from the border tells whether the point was moved.
    const metre = 1e-5;
    for (const [x, name] of [
      [118.4 + SIZE - metre, '草坪村'],
      [118.4 + SIZE + metre, '新塘岭村'],
    ] as const)
      expect((await standing(x, 28.805)).village?.name).toBe(name);
    expect(await standing(118.4 - metre, 28.805)).toMatchObject({ village: null, station: expect.anything() });
  });

  test('boundaries drawn in GCJ-02 are moved too, and take the place of those before', async () => {
    const corner = toGcj02({ longitude: 118.6, latitude: 28.8 });
    const feature = drawn({ code: caoping() }, corner.longitude, corner.latitude);
    const fileId = randomUUID();
    expect(await importing(collection(feature), 'gcj02', fileId)).toEqual({ polygons: 1, villages: 1, faults: [] });
    const again = await admin.problem(directoryOffice.importBoundaries, { fileId, coordinates: 'gcj02' });
    expect(again).toBe('file_missing');
    expect((await standing(118.605, 28.805)).village?.name).toBe('草坪村');
    expect((await standing(118.405, 28.805)).village).toBeNull();
    const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
      sql<{
        detail: object;
      }>`select detail from audit_log where action = 'directory.importBoundaries' order by id`.execute(tx),
    );
    expect(rows.map(({ detail }) => detail)).toEqual([
      { polygons: 2, villages: 2, faults: 1, coordinates: 'wgs84' },
      { polygons: 1, villages: 1, faults: 0, coordinates: 'gcj02' },
    ]);
  });

  test('a file without a single good village changes nothing', async () => {
    expect(await importing('no map at all')).toMatchObject({ polygons: 0, villages: 0, faults: [{ row: null }] });
    expect(await importing(collection(drawn({ name: '外县村' }, 118, 28)))).toMatchObject({ polygons: 0 });
    expect((await standing(118.605, 28.805)).village?.name).toBe('草坪村');
  });

  test('of ten thousand faults five hundred are listed', async () => {
    const nameless = Array.from({ length: 10_000 }, () => ({ type: 'Feature' }));
    expect((await importing(collection(...nameless))).faults).toHaveLength(500);
  });

  test('an index of another version is as if there were none, and the log says so', async () => {
    await api.store.owner.inTenant(COUNTY, (tx) =>
      sql`update boundary set data = '\\x00', built_at = built_at + interval '1 hour'`.execute(tx),
    );
    api.clock.advance(31_000);
    expect(await standing(118.605, 28.805)).toMatchObject({ village: null, station: expect.anything() });
    expect(api.log.filter((line) => line.includes('boundaries cannot be read'))).toHaveLength(1);
  });

  test('only the office imports, and only a file that is there', async () => {
    const coordinates = 'wgs84';
    expect(await admin.problem(directoryOffice.importBoundaries, { fileId: randomUUID(), coordinates })).toBe(
      'file_missing',
    );
    const clerk = await api.signedIn('clerk');
    const missing = { fileId: randomUUID(), coordinates } as const;
    expect(await clerk.problem(directoryOffice.importBoundaries, missing)).toBe('not_allowed');
  });
});
