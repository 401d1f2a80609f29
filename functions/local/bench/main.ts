import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../postgres';
import { bench, type Options, ROW_NAMES, type Row, type RowName } from './bench';
import type { Spread } from './rounds';

const DIST = resolve(__dirname, '../../../dist');

const FLAGS = {
  rows: { type: 'string', default: ROW_NAMES.join(',') },
  rounds: { type: 'string', default: '7' },
  requests: { type: 'string', default: '10000' },
  many: { type: 'string', default: '1000000' },
  reads: { type: 'string', default: '2000' },
  writes: { type: 'string', default: '500' },
  concurrency: { type: 'string', default: '16' },
  pool: { type: 'string', default: '10' },
  seconds: { type: 'string', default: '60' },
  box: { type: 'string', default: '100000' },
  messages: { type: 'string', default: '100000' },
} as const;

/**
 * `npm run bench [-- ballots]`: ours against bare, on one PostgreSQL, in one run, all rows or those whose names begin so. Prints a table and
 * writes `dist/bench.json`.
 */
async function main(): Promise<void> {
  const options = readFlags();
  const data = mkdtempSync(join(tmpdir(), 'lianxin-bench-'));
  const postgres = await startPostgres({ dataDir: data });
  const cleanUp = async () => {
    await postgres.stop();
    rmSync(data, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => cleanUp().finally(() => process.exit(130)));
  try {
    const directory = join(DIST, 'bench');
    mkdirSync(directory, { recursive: true });
    const rows = await bench(postgres.url, directory, options);
    const machine = { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model };
    writeFileSync(join(DIST, 'bench.json'), `${JSON.stringify({ at: new Date(), machine, options, rows }, null, 2)}\n`);
    process.stdout.write(`${rows.map(printed).join('\n')}\n`);
  } finally {
    await cleanUp();
  }
}

function readFlags(): Options {
  const { values, positionals } = parseArgs({ options: FLAGS, allowPositionals: true });
  const { rows, ...sizes } = values;
  const begins = (name: RowName) => positionals.some((word) => name === word || name.startsWith(`${word}-`));
  const names = positionals.length ? ROW_NAMES.filter(begins) : (rows.split(',') as RowName[]);
  if (!names.length) throw new Error(`no row ${positionals.join(', ')}; there are ${ROW_NAMES.join(', ')}`);
  const unknown = names.filter((name) => !ROW_NAMES.includes(name));
  if (unknown.length) throw new Error(`no row ${unknown.join(', ')}; there are ${ROW_NAMES.join(', ')}`);
  const numbers = Object.entries(sizes).map(([name, text]) => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} wants a number, not ${text}`);
    return [name, number];
  });
  return { ...(Object.fromEntries(numbers) as Omit<Options, 'rows'>), rows: names };
}

function printed({ name, what, unit, wanted, ours, bare, ratio, met }: Row): string {
  const title = `${name.padEnd(14)} ${what.padEnd(52)}`;
  if (!ours || !bare || !ratio)
    return `${title} not measured: it needs ${name === 'ballots-pooled' ? 'PGBOUNCER, its path' : 'pgbench on PATH'}`;
  const mark = met === null ? '' : met ? `${wanted} met` : `${wanted} MISSED`;
  return `${title} ${say(ours)} ${unit} : ${say(bare)} ${unit} = ${say(ratio, 2)}  ${mark}`;
}

/** `median (min–max)`; small numbers keep a digit. */
function say({ median, min, max }: Spread, digits = median < 20 ? 1 : 0): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
