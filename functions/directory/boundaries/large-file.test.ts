import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { splitCollection } from './split-collection';

const split = (text: string) => {
  const { rest, features, lists } = splitCollection(Buffer.from(text));
  return { rest: Buffer.from(rest).toString(), features: features.map((one) => Buffer.from(one).toString()), lists };
};

test.each([
  [
    '{"type":"F","features":[{"a":[1,2]},{"b":"],}"}],"crs":null}',
    '{"type":"F","features":[],"crs":null}',
    ['{"a":[1,2]}', '{"b":"],}"}'],
    5,
  ],
  ['{ "features" : [ ] }', '{ "features" : [] }', [], 2],
  ['{"name":"features","features":[1,"\\\\",2]}', '{"name":"features","features":[]}', ['1', '"\\\\"', '2'], 2],
  ['{"a":{"features":[1]},"features":[2]}', '{"a":{"features":[1]},"features":[]}', ['2'], 4],
  ['{"features":[1,]}', '{"features":[]}', ['1', ''], 2],
  ['{"features":[1,2', '{"features":[1,2', ['1'], 2],
  ['{"features":{"a":1}}', '{"features":{"a":1}}', [], 2],
  ['[{"features":[1]}]', '[{"features":[1]}]', [], 3],
])('%s comes apart at its features', (text, rest, features, lists) => {
  expect(split(text)).toEqual({ rest, features, lists });
});

/** Reads a file of so many points, each written with so many digits, in a process that may not use more than a part of the function's memory. */
function readIn(megabytes: number, { features, points, digits }: Record<'features' | 'points' | 'digits', number>) {
  const script = `
    const { readGeoJson } = require(${JSON.stringify(join(__dirname, 'geojson.ts'))});
    const point = (n) => '[' + (118.4 + n / 1e6).toFixed(${digits}) + ',' + (28.8 + (n % 100) / 1e6).toFixed(${digits}) + ']';
    const ring = '[[' + Array.from({ length: ${points} }, (_, n) => point(n)).join() + ']]';
    const one = '{"type":"Feature","properties":{"code":"330822104205"},"geometry":{"type":"Polygon","coordinates":' + ring + '}}';
    const bytes = Buffer.from('{"type":"FeatureCollection","features":[' + Array(${features}).fill(one).join() + ']}');
    const towns = [{ code: '330822104', name: '白石镇', pinyin: '', villages: [{ code: '330822104205', name: '草坪村', pinyin: '' }] }];
    const read = readGeoJson(bytes, 'wgs84', { county: { name: '常山县' }, towns, stations: new Map() });
    process.stdout.write(JSON.stringify([Math.round(bytes.length / 1e6), read.polygons.length, read.faults[0]?.reason ?? null]));`;
  const limits = [`--max-old-space-size=${megabytes}`, '--import', 'tsx', '-e', script];
  return JSON.parse(execFileSync(process.execPath, limits, { encoding: 'utf8', cwd: __dirname }));
}

test('the largest file that may be sent is read in a third of the memory there is', () => {
  expect(readIn(340, { features: 360, points: 2_000, digits: 14 })).toEqual([28, 360, null]);
});

test('one of more points than that, however short they are written, is refused before they are read', () => {
  const [megabytes, polygons, reason] = readIn(200, { features: 1_000, points: 2_000, digits: 0 });
  expect([megabytes, polygons, reason]).toEqual([18, 0, expect.stringMatching(/^图里的点太多了.*简化/)]);
});
