import type { Town } from '../../../shared/directory/contract';
import { metersBetween, toGcj02 } from '../../../shared/directory/rules-places';
import { readGeoJson } from './geojson';

const TOWNS: Town[] = [
  {
    code: '330822104',
    name: '白石镇',
    pinyin: '',
    villages: [
      { code: '330822104205', name: '草坪村', pinyin: '' },
      { code: '330822104206', name: '新村', pinyin: '' },
      { code: '330822104001', name: '宝石街社区', pinyin: '' },
    ],
  },
  {
    code: '330822108',
    name: '招贤镇',
    pinyin: '',
    villages: [
      { code: '330822108206', name: '新村', pinyin: '' },
      { code: '330822108207', name: '古县村', pinyin: '' },
    ],
  },
];

const RING = [
  [118.4, 28.8],
  [118.5, 28.8],
  [118.5, 28.9],
  [118.4, 28.8],
];
const polygon = (coordinates: unknown = [RING]) => ({ type: 'Polygon', coordinates });
const feature = (properties: unknown, geometry: unknown = polygon()) => ({ type: 'Feature', properties, geometry });
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const county = (...places: { longitude: number | null; latitude: number | null }[]) => ({
  county: { name: '常山县' },
  towns: TOWNS,
  stations: new Map(places.map((place, index) => [String(index), place])),
});
const read = (features: unknown[], datum: 'wgs84' | 'gcj02' = 'wgs84', stations = county()) =>
  readGeoJson(bytesOf({ type: 'FeatureCollection', features }), datum, stations);
const reasons = (features: unknown[]) => read(features).faults.map(({ reason }) => reason);

test.each([
  [{ code: '330822104205' }, '330822104205'],
  [{ code: 330822104205 }, '330822104205'],
  [{ XZQDM: '330822104205' }, '330822104205'],
  [{ xzqdm: ' 330822104205 ' }, '330822104205'],
  [{ 村代码: '330822104205' }, '330822104205'],
  [{ ZLDWDM: '3308221042050000000' }, '330822104205'],
  [{ code: '330822999999', name: '草坪村' }, '330822104205'],
  [{ code: '7', name: '草坪村' }, '330822104205'],
  [{ code: '', name: '草坪村' }, '330822104205'],
  [{ code: null, NAME: '草坪村民委员会' }, '330822104205'],
  [{ Name: '草坪村委会' }, '330822104205'],
  [{ XZQMC: '草坪' }, '330822104205'],
  [{ 村名: ' 草 坪 村 ' }, '330822104205'],
  [{ name: '宝石街社区居民委员会' }, '330822104001'],
  [{ name: '宝石街社区' }, '330822104001'],
  [{ name: '宝石街' }, '330822104001'],
  [{ town: '招贤镇', name: '新村' }, '330822108206'],
  [{ 乡镇: '白石镇', 村名: '新村' }, '330822104206'],
  [{ name: '白石镇新村' }, '330822104206'],
  [{ town: '白石镇', name: '白石镇新村委会' }, '330822104206'],
  [{ name: '招贤镇古县村' }, '330822108207'],
  [{ code: '330822104205.0' }, '330822104205'],
  [{ code: '3.30822104205e11' }, '330822104205'],
  [{ QSDWDM: '3308221042050100000' }, '330822104205'],
  [{ QSDWDM: 3308221042050000000 }, '330822104205'],
  [{ QSDWMC: '草坪村村民委员会' }, '330822104205'],
  [{ QSDWMC: '草坪村股份经济合作社' }, '330822104205'],
  [{ QSDWMC: '草坪村农民集体' }, '330822104205'],
  [{ QSDWDM: '330822104', QSDWMC: '新村' }, '330822104206'],
  [{ name: '常山县白石镇草坪村村民委员会' }, '330822104205'],
  [{ name: '浙江省衢州市常山县招贤镇新村' }, '330822108206'],
  [{ 乡镇: '常山县招贤镇人民政府', name: '新村' }, '330822108206'],
  [{ name: '\u200b草坪村\ufeff', 乡镇: '白石镇\u200b' }, '330822104205'],
  [{ code: '\u200b330822104205' }, '330822104205'],
  [{ fid: 12, 不知名: '330822104205' }, '330822104205'],
])('%j is the village %s', (properties, village) => {
  expect(read([feature(properties)])).toEqual({
    polygons: [{ village, rings: [RING.slice(0, 3)] }],
    faults: [],
    faultCount: 0,
  });
});

test('what names no village, or two, says so and what to do', () => {
  expect(
    reasons([
      feature({}),
      feature(null),
      feature({ code: '330822999999' }),
      feature({ name: '没有村' }),
      feature({ name: '新村' }),
      feature({ name: '古县村', town: '白石镇' }),
      feature({ name: '长'.repeat(50) }),
    ]),
  ).toEqual([
    '没写是哪个村（代码或者乡镇和村名）。',
    '没写是哪个村（代码或者乡镇和村名）。',
    '县里没有代码是 330822999999 的村。',
    '县里没有叫“没有村”的村或社区。',
    '叫“新村”的村不止一个，请写上乡镇或者代码。',
    '县里没有叫“白石镇古县村”的村或社区。',
    `县里没有叫“${'长'.repeat(20)}…”的村或社区。`,
  ]);
});

test('a code of a town or of the county, and two codes, name no village', () => {
  expect(
    reasons([
      feature({ code: '330822104' }),
      feature({ XZQDM: '330822104000' }),
      feature({ code: 330822 }),
      feature({ code: '1.55e1' }),
      feature({ a: '330822104205', b: '330822104206' }),
    ]),
  ).toEqual([
    '代码 330822104 是乡镇的，不是村的。请写村的十二位代码，或者乡镇名和村名。',
    '代码 330822104000 是乡镇的，不是村的。请写村的十二位代码，或者乡镇名和村名。',
    '代码 330822 是县的，不是村的。请写村的十二位代码，或者乡镇名和村名。',
    '县里没有代码是 1.55e1 的村。',
    '没写是哪个村（代码或者乡镇和村名）。',
  ]);
});

describe('what the file says of its coordinates', () => {
  const saying = (name: string, datum: 'wgs84' | 'gcj02') =>
    readGeoJson(
      bytesOf({
        type: 'FeatureCollection',
        crs: { type: 'name', properties: { name } },
        features: [feature({ code: '330822104205' })],
      }),
      datum,
      county(),
    );

  test.each([
    ['urn:ogc:def:crs:EPSG::4490', 'wgs84'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'wgs84'],
    ['EPSG:4326', 'wgs84'],
    ['GCJ02', 'gcj02'],
    ['', 'gcj02'],
  ] as const)('%s and %s go together', (name, datum) => {
    expect(saying(name, datum)).toMatchObject({ faults: [], polygons: [{ village: '330822104205' }] });
  });

  test.each([
    ['urn:ogc:def:crs:EPSG::4490', 'gcj02', /EPSG::4490，您选的是“在腾讯、高德地图上描的”，对不上.*“测绘部门给的”/],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'gcj02', /对不上/],
    ['GCJ-02', 'wgs84', /GCJ-02.*对不上.*“在腾讯、高德地图上描的”/],
    ['urn:ogc:def:crs:EPSG::4549', 'wgs84', /投影坐标/],
    ['EPSG:3857', 'gcj02', /投影坐标/],
    ['urn:ogc:def:crs:EPSG::4610', 'wgs84', /西安 80/],
    ['EPSG:4214', 'wgs84', /北京 54/],
    ['BD-09', 'gcj02', /百度/],
  ] as const)('%s with %s is refused as a whole', (name, datum, reason) => {
    expect(saying(name, datum)).toEqual({
      polygons: [],
      faultCount: 1,
      faults: [{ sheet: '村界图', row: null, column: null, reason: expect.stringMatching(reason) }],
    });
  });
});

test.each([
  ['a web page', Buffer.from('\ufeff<!DOCTYPE html><html></html>'), /这是网页/],
  ['KML', Buffer.from('<?xml version="1.0"?><kml/>'), /KML/],
  ['a zip', Buffer.from('504b0304', 'hex'), /压缩包/],
  ['a shapefile', Buffer.from('0000270a00000000', 'hex'), /Shapefile/],
  ['nothing', Buffer.alloc(0), /空的/],
  ['GBK', Buffer.concat([Buffer.from('{"type":"'), Buffer.from('b2ddc6ba', 'hex'), Buffer.from('"}')]), /GBK/],
  ['half a file', Buffer.from('{"type":"FeatureCollection","features":[{"type'), /不完整/],
  ['UTF-16', Buffer.from('\ufeff{"type":1}', 'utf16le'), /UTF-16/],
  ['TopoJSON', bytesOf({ type: 'Topology' }), /TopoJSON/],
  ['one feature', bytesOf(feature({})), /只有一块地/],
])('%s has a sentence of its own', (_, bytes, reason) => {
  expect(readGeoJson(bytes, 'wgs84', county()).faults).toMatchObject([{ reason: expect.stringMatching(reason) }]);
});

test('a code of another county is a fault, whatever name stands beside it', () => {
  const elsewhere = { code: '330881100201', town: '白石镇', name: '草坪村' };
  const surveyed = { ZLDWDM: '3308811002010000000', name: '草坪村' };
  expect(reasons([feature(elsewhere), feature(surveyed)])).toEqual([
    '代码 330881100201 不是本县的。',
    '代码 330881100201 不是本县的。',
  ]);
});

describe('what lies more than five hundred kilometres away is a fault', () => {
  const at = (x: number, y: number) => [RING.map(([a = 0, b = 0]) => [a - 118.4 + x, b - 28.8 + y])];
  const drawnAt = (x: number, y: number) => feature({ name: '草坪村' }, polygon(at(x, y)));

  test('from every station that says its place, measured from its nearest side', () => {
    const stations = county({ longitude: null, latitude: null }, { longitude: 118.5, latitude: 28.9 });
    const { polygons, faults } = read([drawnAt(118.4, 28.8), drawnAt(123.6, 28.8), drawnAt(87, 43)], 'wgs84', stations);
    expect(polygons).toHaveLength(2);
    expect(faults).toEqual([
      {
        sheet: '村界图',
        row: 3,
        column: null,
        reason: expect.stringMatching(/^离县里的联络站有 3\d\d\d 公里，像是画错了地方/),
      },
    ]);
    expect(read([drawnAt(123.7, 28.8)], 'wgs84', stations).faultCount).toBe(1);
  });

  test('from the middle of the others where no station does', () => {
    const { polygons, faults } = read([drawnAt(87, 43), drawnAt(118.4, 28.8), drawnAt(118.5, 28.8)]);
    expect(polygons).toHaveLength(2);
    expect(faults).toMatchObject([{ row: 1, reason: expect.stringMatching(/^离图里别的村有 3\d\d\d 公里/) }]);
    expect(read([drawnAt(87, 43)]).polygons).toHaveLength(1);
  });

  test('also one part of several, and the rest of that village with it', () => {
    const parts = { type: 'MultiPolygon', coordinates: [at(118.4, 28.8), at(87, 43)] };
    const stations = county({ longitude: 118.5, latitude: 28.9 });
    expect(read([feature({ name: '草坪村' }, parts)], 'wgs84', stations)).toMatchObject({
      polygons: [],
      faultCount: 1,
    });
  });
});

test('of a file that is all faults the first five hundred are kept and the rest counted; of too many nothing is read', () => {
  const { faults, faultCount } = read(Array(20_000).fill(1));
  expect([faults.length, faults[499]?.row, faultCount]).toEqual([500, 500, 20_000]);
  const villageOf = (parts: number) =>
    feature({ code: '330822104205' }, { type: 'MultiPolygon', coordinates: Array(parts).fill([RING]) });
  for (const [features, row] of [
    [Array(20_001).fill(1), null],
    [[villageOf(10_000), villageOf(10_001)], null],
    [[villageOf(20_001)], 1],
  ] as const)
    expect(read([...features])).toMatchObject({
      polygons: [],
      faultCount: 1,
      faults: [{ row, reason: expect.stringMatching(/太多/) }],
    });
});

test('what cannot be drawn says so, by the number of its feature, and does not spoil the rest', () => {
  const code = { code: '330822104205' };
  const bad = [
    'nothing',
    feature(code, null),
    feature(code, { type: 'Point', coordinates: [118.4, 28.8] }),
    feature(code, { type: 'LineString', coordinates: RING }),
    feature(code, polygon([])),
    feature(code, polygon('?')),
    feature(code, { type: 'MultiPolygon', coordinates: [] }),
    feature(code, polygon([RING.slice(0, 2)])),
    feature(code, polygon([[RING[0], RING[1], RING[0]]])),
    feature(
      code,
      polygon([
        [
          ['118', 28],
          [118, 28],
          [118, 29],
        ],
      ]),
    ),
    feature(
      code,
      polygon([
        [
          [118, null],
          [118, 28],
          [118, 29],
        ],
      ]),
    ),
    feature(code, polygon([RING.map(([x = 0, y = 0]) => [y, x])])),
    feature(code, polygon([RING.map(([x = 0, y = 0]) => [x * 100_000, y * 100_000])])),
  ];
  const { polygons, faults } = read([...bad, feature(code)]);
  expect(polygons).toHaveLength(1);
  expect(faults.map(({ row }) => row)).toEqual(bad.map((_, number) => number + 1));
  expect(faults.map(({ reason }) => reason)).toEqual([
    '这一项不是 Feature，请重新导出。',
    '只有名字，没有画边界。',
    '要画成面（Polygon 或 MultiPolygon），线和点不行。',
    '要画成面（Polygon 或 MultiPolygon），线和点不行。',
    '边界是空的。',
    '边界是空的。',
    '边界是空的。',
    '一圈边界至少要有三个点。',
    '一圈边界至少要有三个点。',
    '边界的坐标读不出来。',
    '边界的坐标读不出来。',
    '经度和纬度写反了，经度要在前面。',
    '坐标要用经度和纬度（度）。投影坐标（米）请先转换。',
  ]);
});

test('a village of several parts, with heights and holes, and one drawn twice', () => {
  const code = { code: '330822104205' };
  const high = RING.map(([x, y]) => [x, y, 120.5]);
  const { polygons, faults } = read([
    feature(code, { type: 'MultiPolygon', coordinates: [[high, RING], [RING]] }),
    feature(code),
  ]);
  expect(faults).toEqual([]);
  expect(polygons.map(({ rings }) => rings.length)).toEqual([2, 1, 1]);
});

test('points in GCJ-02 are moved to where they are', () => {
  const [longitude, latitude] = [118.4, 28.8];
  const shifted = toGcj02({ longitude, latitude });
  const ring = [[shifted.longitude, shifted.latitude], ...RING.slice(1)];
  const [first] = read([feature({ code: '330822104205' }, polygon([ring]))], 'gcj02').polygons[0]?.rings[0] ?? [];
  expect(
    metersBetween({ longitude, latitude }, { longitude: first?.[0] ?? 0, latitude: first?.[1] ?? 0 }),
  ).toBeLessThan(1);
});

test('what is no such file is said in one sentence', () => {
  const whole = (bytes: Uint8Array) => readGeoJson(bytes, 'wgs84', county());
  const faults = [{ sheet: '村界图', row: null, column: null, reason: expect.any(String) }];
  const empty = { polygons: [], faults, faultCount: 1 };
  for (const bytes of [
    new Uint8Array(),
    new TextEncoder().encode('<html>'),
    Buffer.from([0xb2, 0xdd, 0xc6, 0xba]),
    Buffer.from('PK\x03\x04'),
    bytesOf(null),
    bytesOf([]),
    bytesOf(feature({})),
    bytesOf({ type: 'FeatureCollection' }),
    bytesOf({ type: 'FeatureCollection', features: [] }),
  ])
    expect(whole(bytes)).toEqual(empty);
  const marked = Buffer.concat([
    Buffer.from([0xef, 0xbb, 0xbf]),
    bytesOf({ type: 'FeatureCollection', features: [feature({ name: '草坪村' })] }),
  ]);
  expect(whole(marked).polygons).toHaveLength(1);
});
