import { Client } from 'pg';
import { type BallotName, CASTS_PER_WRITE, isBallots, measureBallots } from './ballot-rows';
import { type ColdName, cold, isCold } from './cold-rows';
import { type Grown, openGrown } from './growth';
import { openImports } from './import';
import { load } from './load';
import { openOutbox } from './outbox';
import { pgbench, pgbenchVersion, writeScript } from './pgbench';
import { placesLoadMs, placesPerSecond } from './places';
import { alternate, type Compared, promised, type Spread, spreadOf } from './rounds';
import { envFor, openScene, type Scene, type Sizes } from './scene';
import type { Kind } from './shots';

/** `many`: requests in the large county of the `grown-` rows; the small one has `requests`. */
export type Options = Sizes & {
  rounds: number;
  many: number;
  /** How long calls come at a fixed rate. */
  seconds: number;
  /** Ballots that are counted. */
  box: number;
  /** Messages that are sent. */
  messages: number;
  rows: readonly RowName[];
};

/** What stands in `dist/bench.json`. `ratio` is ours to bare; `met` is null where no number was asked for, or nothing was measured. */
export type Row = {
  name: RowName;
  what: string;
  unit: string;
  wanted: string | null;
  ours: Spread | null;
  bare: Spread | null;
  ratio: Spread | null;
  met: boolean | null;
};

type Known = { what: string; unit: string; atLeast?: number; atMost?: number };

const PLACES_PER_SECOND = 100_000;
const PLACES_LOAD_MS = 100;
const IMPORT_MS = 10_000;
const IMPORT_MEGABYTES = 300;

const RATE = '1/s';
const ROWS = {
  bytes: { what: 'code read for a first event; bare: promised', unit: 'KB', atMost: 1 },
  cold: { what: 'spawn to first handled event, without a query', unit: 'ms', atMost: 2 },
  'cold-county': { what: 'spawn to the county; bare: pg and a query', unit: 'ms', atMost: 2 },
  'cold-sign-in': { what: 'spawn to a sign-in; bare: WeChat, pg and a query', unit: 'ms', atMost: 2 },
  'cold-context': { what: 'the county, an empty context more; bare: without', unit: 'ms', atMost: 1.02 },
  find: { what: 'find by place', unit: RATE, atLeast: 1 },
  mine: { what: 'my requests', unit: RATE, atLeast: 0.5 },
  alone: { what: 'my requests; bare: the select alone', unit: RATE },
  inbox: { what: 'inbox', unit: RATE, atLeast: 0.5 },
  submit: { what: 'submit', unit: RATE, atLeast: 0.4 },
  places: { what: 'points in 5,000 villages; bare: what was promised', unit: RATE, atLeast: 1 },
  'places-load': { what: 'the index of 5,000 villages loads; bare: promised', unit: 'ms', atMost: 1 },
  import: { what: 'a workbook of 5,000 rows; bare: what was promised', unit: 'ms', atMost: 1 },
  'import-memory': { what: 'the memory it takes; bare: what was promised', unit: 'MB', atMost: 1 },
  ballots: { what: 'ballots, 16 phones at once; bare: a row each', unit: RATE, atLeast: 1.2 },
  'ballots-64': { what: 'ballots, 64 phones at once; bare: a row each', unit: RATE, atLeast: 1.5 },
  'ballots-pgbench': { what: 'ballots, 16 at once; bare: pgbench, a row each', unit: RATE, atLeast: 0.7 },
  'ballots-pgbench-64': { what: 'ballots, 64 at once; bare: pgbench, a row each', unit: RATE, atLeast: 1 },
  'ballots-pooled': { what: 'a ballot each, 400 behind PgBouncer; bare: 20 direct', unit: RATE, atLeast: 0.8 },
  'ballots-open': { what: 'p99 at half of what it can; bare: p50', unit: 'ms', atMost: 10 },
  'ballots-late': { what: 'p99 of how late these were sent; bare: p50', unit: 'ms' },
  'ballots-cold': { what: 'spawn to the first ballot; bare: pg and a row', unit: 'ms', atMost: 2 },
  'ballots-count': { what: 'counting and publishing; bare: 6 µs a ballot', unit: 'ms', atMost: 1 },
  'ballots-memory': { what: 'the memory it takes; bare: what was promised', unit: 'MB', atMost: 1 },
  'ballots-grown': { what: 'a ballot where many lie in the box; bare: few', unit: 'ms', atMost: 1.2 },
  'ballots-hidden': { what: 'what to hide, 23 × 14 × 4 × 2; bare: promised', unit: 'ms', atMost: 1 },
  pgbench: { what: 'submit; bare: pgbench with its SQL', unit: RATE },
  outbox: { what: 'messages, 4 drain; bare: nothing to do', unit: RATE, atLeast: 0.5 },
  'outbox-failing': { what: 'the same, WeChat busy every other time', unit: RATE },
  'grown-mine': { what: 'my requests, many in the county; bare: few', unit: 'ms', atMost: 1.3 },
  'grown-inbox': { what: 'inbox, many in the county; bare: few', unit: 'ms', atMost: 1.3 },
  'grown-search': { what: 'search for a common word, many; bare: few', unit: 'ms', atMost: 1.3 },
  'grown-worklist': { what: 'what is open at the desk, many; bare: few', unit: 'ms', atMost: 1.3 },
  'grown-dashboard': { what: 'the dashboard of a county, many; bare: few', unit: 'ms', atMost: 2 },
  'grown-rare': { what: 'search for a rare word, many; bare: few', unit: 'ms', atMost: 1.3 },
  'grown-board': { what: 'the board, many; bare: few', unit: 'ms', atMost: 1.3 },
  'grown-board-by': { what: 'by village, kind and state, many; bare: few', unit: 'ms', atMost: 1.3 },
  'grown-similar': { what: 'what is like it while typing, many; bare: few', unit: 'ms', atMost: 1.3 },
  'grown-sweep': { what: 'the sweep where 100 are due, many; bare: few', unit: 'ms', atMost: 1.3 },
  'grown-board-rare': { what: 'a rare word on the board, many; bare: few', unit: 'ms', atMost: 1.3 },
} as const satisfies Record<string, Known>;

export type RowName = keyof typeof ROWS;
export const ROW_NAMES = Object.keys(ROWS) as RowName[];

/**
 * Measures the rows asked for. `databaseUrl` is an empty database, `directory` takes bundles and scripts.
 * @throws Error when any call failed, or when either server wrote fewer requests than it acknowledged
 */
export async function bench(databaseUrl: string, directory: string, options: Options): Promise<Row[]> {
  const wanted = ROW_NAMES.filter((known) => options.rows.includes(known));
  const rows: Row[] = [];
  const near = wanted.filter((name): name is Exclude<RowName, GrownName> => !isGrown(name));
  if (near.length) {
    const scene = await openScene(databaseUrl, directory, { ...options, voters: CASTS_PER_WRITE * options.writes });
    try {
      for (const name of near) {
        const compared = isCold(name)
          ? await cold(name, scene.env, directory, options.rounds)
          : isBallots(name)
            ? await measureBallots(name, { scene, databaseUrl, directory, ...options })
            : await measure(name, scene, databaseUrl, directory, options);
        rows.push(rowOf(name, compared));
      }
    } finally {
      await scene.close();
    }
  }
  const grown = wanted.filter(isGrown);
  return grown.length ? [...rows, ...(await measureGrown(grown, databaseUrl, options))] : rows;
}

type GrownName = Extract<RowName, `grown-${string}`>;

function isGrown(name: RowName): name is GrownName {
  return name.startsWith('grown-');
}

async function measureGrown(names: GrownName[], databaseUrl: string, options: Options): Promise<Row[]> {
  const { many, requests: few, rounds, reads } = options;
  const grown: Grown = await openGrown(databaseUrl, envFor, { many, few, rounds, reads: Math.ceil(reads / 10) });
  try {
    const rows: Row[] = [];
    for (const name of names) {
      const kind = name.slice('grown-'.length) as Parameters<Grown['measure']>[0] | 'sweep';
      rows.push(rowOf(name, kind === 'sweep' ? await grown.sweep() : await grown.measure(kind)));
    }
    return rows;
  } finally {
    await grown.close();
  }
}

function rowOf(name: RowName, compared: Compared | null): Row {
  const { what, unit, atLeast, atMost }: Known = ROWS[name];
  const wanted = atLeast ? `≥ ${limit(atLeast)}` : atMost ? `≤ ${limit(atMost)}` : null;
  const { ours = null, bare = null, ratio = null } = compared ?? {};
  const met = wanted && ratio ? ratio.median >= (atLeast ?? 0) && ratio.median <= (atMost ?? Infinity) : null;
  return { name, what, unit, wanted, ours, bare, ratio, met };
}

/** `2.0`, `1.02` */
function limit(ratio: number): string {
  return ratio.toFixed(2).replace(/0$/, '');
}

async function measure(
  name: Exclude<RowName, GrownName | ColdName | BallotName>,
  scene: Scene,
  databaseUrl: string,
  directory: string,
  options: Options,
): Promise<Compared | null> {
  const { rounds, reads, writes, concurrency, pool } = options;
  const shoot = (server: 'ours' | 'bare', kind: Kind) => () => {
    const count = kind === 'submit' ? writes : reads;
    return load({ port: scene[server].port, count, concurrency, shot: scene.shots[server][kind] });
  };
  switch (name) {
    case 'places':
      return promised(placesPerSecond(rounds), PLACES_PER_SECOND);
    case 'places-load':
      return promised(await placesLoadMs(databaseUrl, rounds), PLACES_LOAD_MS);
    case 'import':
    case 'import-memory':
      return imports(name, scene.env, databaseUrl, directory, rounds);
    case 'outbox':
    case 'outbox-failing':
      return messages(name === 'outbox-failing', scene.env, { directory, ...options });
    case 'submit':
      return written(databaseUrl, 2 * writes * (rounds + 1), () =>
        alternate(rounds, shoot('ours', 'submit'), shoot('bare', 'submit')),
      );
    case 'pgbench': {
      if (!pgbenchVersion()) return null;
      const script = writeScript(scene.recorded.submit ?? [], directory);
      return alternate(rounds, shoot('ours', 'submit'), () => pgbench(databaseUrl, script, pool, writes));
    }
    default:
      return alternate(rounds, shoot('ours', name), shoot('bare', name));
  }
}

async function messages(
  failing: boolean,
  env: Record<string, string>,
  sizes: { directory: string; messages: number; rounds: number },
): Promise<Compared> {
  const outbox = await openOutbox(env, sizes);
  try {
    return await alternate(Math.min(sizes.rounds, 3), () => outbox.sent(failing), outbox.empty);
  } finally {
    await outbox.close();
  }
}

async function imports(
  name: 'import' | 'import-memory',
  env: Record<string, string>,
  databaseUrl: string,
  directory: string,
  rounds: number,
): Promise<Compared> {
  const importOnce = await openImports(databaseUrl, directory, env, name);
  const measured: number[] = [];
  // One takes as long as a hundred rounds of calls.
  for (let round = 0; round < Math.min(rounds, 3); round += 1) {
    const { ms, megabytes } = await importOnce();
    measured.push(name === 'import' ? ms : megabytes);
  }
  return promised(spreadOf(measured), name === 'import' ? IMPORT_MS : IMPORT_MEGABYTES);
}

/** Runs `work` and counts: each call of either server must have left a request. */
async function written<T>(url: string, expected: number, work: () => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const count = async () => Number((await client.query('select count(*) from request')).rows[0].count);
  try {
    const before = await count();
    const result = await work();
    const found = (await count()) - before;
    if (found !== expected) throw new Error(`${expected} requests were acknowledged, ${found} are there`);
    return result;
  } finally {
    await client.end();
  }
}
