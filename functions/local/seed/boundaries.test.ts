import * as directory from '../../../shared/directory/contract';
import { type Datum, inBoth, metersBetween, type Point, toWgs84 } from '../../../shared/directory/rules-places';
import { COUNTY, OTHER_COUNTY, testApi } from '../../testing/api';
import { demoBoundaries, demoStanding, seedBoundaries } from './boundaries';
import { demoCounty } from './county';

const county = demoCounty();
const villages = county.divisions.filter(({ level }) => level === 'village');
const { features } = demoBoundaries();

/** The place in the middle between two corners of a village's ring, in GCJ-02. */
function between(code: string, one: number, other: number): Point {
  const ring = features.find(({ properties }) => properties.code === code)?.geometry.coordinates[0];
  const [a, b] = [ring?.[one], ring?.[other]];
  if (!a || !b) throw new Error(`no such corners of ${code}`);
  return { longitude: (a[0] + b[0]) / 2, latitude: (a[1] + b[1]) / 2 };
}

/** In the middle of a village; its second and fifth corners lie half way up. */
const middleOf = (code: string) => between(code, 1, 4);

test('every village has its borders once, the same at every start, in a small file', () => {
  const drawn = features.map(({ properties }) => properties.code);
  expect([...drawn].sort()).toEqual(villages.map(({ code }) => code).sort());
  expect(demoBoundaries()).toEqual({ type: 'FeatureCollection', features });
  expect(JSON.stringify(features).length).toBeLessThan(100_000);
});

describe('near me in the demo county', () => {
  const api = testApi();

  beforeAll(() => seedBoundaries(api.services));

  /** At a place in GCJ-02, told in either datum. */
  const near = (place: Point, coordinates: Datum = 'gcj02', jurisdiction = COUNTY) => {
    const { longitude, latitude } = inBoth(place, 'gcj02')[coordinates];
    const input = { longitude: longitude.toFixed(9), latitude: latitude.toFixed(9), coordinates };
    return api.nobody.call(directory.near, input, { county: jurisdiction });
  };

  test('went through the import of the office, which found nothing wrong', async () => {
    const { rows } = await api.store.owner.inTenant(COUNTY, async (tx) => ({
      rows: await tx.selectFrom('audit_log').select(['action', 'detail']).execute(),
    }));
    expect(rows).toEqual([
      {
        action: 'directory.importBoundaries',
        detail: { polygons: villages.length, villages: villages.length, faults: 0, coordinates: 'gcj02' },
      },
    ]);
  });

  test('inside of a village it is that village, whichever datum the place is told in', async () => {
    for (const { code } of villages) expect((await near(middleOf(code), 'wgs84')).village?.code).toBe(code);
    const { code, name } = villages[77] ?? { code: '', name: '' };
    expect((await near(middleOf(code), 'gcj02')).village?.name).toBe(name);
    // A place told in the wrong one lies about 500 m away, which is another village or none at some border.
    const corner = between(code, 1, 1);
    const inside = { ...corner, longitude: corner.longitude + 1e-5 };
    expect((await near(inside)).village?.code).toBe(code);
    expect((await near(toWgs84(inside))).village?.code).not.toBe(code);
  });

  test('a border belongs to one village, and the bend of a border is no border of a box', async () => {
    const neighbours = county.stations.find(({ name }) => name === '草坪村代表联络站')?.villages ?? [];
    const [own = '', north = ''] = neighbours;
    const top = between(own, 2, 3);
    const on = (await near(top)).village?.code;
    expect([own, north]).toContain(on);
    const metre = 1e-5;
    expect((await near({ ...top, latitude: top.latitude - metre })).village?.code).toBe(own);
    expect((await near({ ...top, latitude: top.latitude + metre })).village?.code).toBe(north);
    const bend = between(own, 1, 1);
    const west = { ...bend, longitude: bend.longitude - metre };
    // In the box around the village and not in the village.
    expect(west.longitude).toBeGreaterThan(between(own, 0, 0).longitude);
    expect(await near(west)).toMatchObject({ village: null, station: { name: '草坪村代表联络站' } });
  });

  test('outside of every village it is the nearest station; far away and in another county it is none', async () => {
    const outside = { longitude: 118.4, latitude: 28.6 };
    const { longitude, latitude } = demoStanding().here;
    expect(await near(outside, 'wgs84')).toMatchObject({
      village: null,
      station: { name: '草坪村代表联络站' },
      meters: Math.round(metersBetween(outside, { longitude: Number(longitude), latitude: Number(latitude) })),
    });
    const nowhere = { village: null, station: null, meters: null };
    expect(await near({ longitude: 116.4, latitude: 39.9 }, 'wgs84')).toEqual(nowhere);
    expect(await near(middleOf(villages[0]?.code ?? ''), 'wgs84', OTHER_COUNTY)).toEqual(nowhere);
  });

  test('who tries the demo stands in the village it says', async () => {
    const { village, here } = demoStanding();
    const found = await api.nobody.call(directory.near, here, { county: COUNTY });
    expect(found).toMatchObject({ village: { name: village }, station: { name: '草坪村代表联络站' }, meters: 0 });
  });
});
