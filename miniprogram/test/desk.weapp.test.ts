import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../functions/local/build';

let directory: string;

beforeAll(async () => {
  directory = await build('weapp');
});

test('no phone carries the desk of the station', () => {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  expect(files.filter((path) => path.startsWith('console'))).toEqual([]);
  expect(readFileSync(join(directory, 'app.json'), 'utf8')).not.toContain('console');
  const written = files
    .filter((path) => /\.(js|wxss|wxml)$/.test(path))
    .map((path) => readFileSync(join(directory, path), 'utf8'));
  expect(written.length).toBeGreaterThan(20);
  for (const words of ['联络站工作台', '下载表格', 'signin-letters'])
    expect(written.filter((text) => text.includes(words))).toEqual([]);
});
