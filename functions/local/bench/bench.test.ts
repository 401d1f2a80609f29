import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '../../testing/server';
import { PGBOUNCER } from '../pooler';
import { bench, ROW_NAMES } from './bench';
import { pgbenchVersion } from './pgbench';
import { alternate, spreadOf } from './rounds';

const db = testDatabase();

test('every row is measured: ours, bare and the ratio of neighbouring rounds', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'lianxin-bench-test-'));
  const few = { requests: 300, many: 600, reads: 20, writes: 8, concurrency: 4, pool: 2, rounds: 1 };
  const sizes = { ...few, seconds: 1, box: 200, messages: 60 };
  const rows = await bench(db.url, directory, { ...sizes, rows: ROW_NAMES }).finally(() =>
    rmSync(directory, { recursive: true }),
  );
  expect(rows.map(({ name }) => name)).toEqual(ROW_NAMES);
  const spread = { median: expect.any(Number), min: expect.any(Number), max: expect.any(Number) };
  for (const row of JSON.parse(JSON.stringify(rows))) {
    if (row.name.includes('pgbench') && !pgbenchVersion()) continue;
    if (row.name === 'ballots-pooled' && !PGBOUNCER) continue;
    expect(row).toMatchObject({ ours: spread, bare: spread, ratio: spread });
    expect(row.ratio.median).toBeGreaterThan(0);
    expect(row.met === null).toBe(row.wanted === null);
  }
});

test('rounds take turns, and the first of each does not count', async () => {
  const order: string[] = [];
  const measure = (name: string, value: number) => async () => {
    order.push(name);
    return order.length <= 2 ? 1e9 : value;
  };
  const { ours, bare, ratio } = await alternate(3, measure('ours', 2), measure('bare', 4));
  expect(order.join(' ')).toBe('ours bare ours bare bare ours ours bare');
  expect([ours, bare, ratio].map(({ median, max }) => [median, max])).toEqual([
    [2, 2],
    [4, 4],
    [0.5, 0.5],
  ]);
});

test('a median of an even number lies in the middle', () => {
  expect(spreadOf([9, 1, 4, 2])).toEqual({ median: 3, min: 1, max: 9 });
});
