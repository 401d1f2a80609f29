import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { dayOf } from '../../../shared/kernel/days';
import { type Database, openDatabase } from '../../platform/database';
import { type CastRow, insertBallots } from '../../voting/queries';
import { suppress } from '../../voting/suppression/suppress';
import { campaign } from '../../voting/suppression/testing/campaign';
import { PGBOUNCER, startPooler } from '../pooler';
import { COUNTY } from '../seed/county';
import { countCast, type OpenVote } from './ballots';
import { countedBox } from './box';
import { openStarts } from './cold';
import { load, type Shot } from './load';
import { atRate, percentile } from './open-model';
import { pgbench, pgbenchVersion } from './pgbench';
import { bundle } from './programs';
import { alternate, type Compared, type Measure, promised, spreadOf } from './rounds';
import type { Scene } from './scene';

/** Casting takes a tenth of what writing a request does. */
export const CASTS_PER_WRITE = 10;

const HIDDEN_MS = 30_000;
/** Of a ballot on eight departments. */
const SEALED_BYTES = 796;
const COUNT_US = 6;
const COUNT_MEGABYTES = 1_000;

type At = {
  scene: Scene;
  databaseUrl: string;
  directory: string;
  rounds: number;
  writes: number;
  seconds: number;
  many: number;
  box: number;
};

const ROWS = {
  ballots: (at: At) => castAt(16, at),
  'ballots-64': (at: At) => castAt(64, at),
  'ballots-pgbench': (at: At) => besidePgbench(16, at),
  'ballots-pgbench-64': (at: At) => besidePgbench(64, at),
  'ballots-pooled': pooled,
  'ballots-open': async (at: At) => (await openModel(at)).answered,
  'ballots-late': async (at: At) => (await openModel(at)).late,
  'ballots-cold': cold,
  'ballots-count': async (at: At) => promised(spreadOf([(await count(at)).ms]), (COUNT_US * at.box) / 1_000),
  'ballots-memory': async (at: At) => promised(spreadOf([(await count(at)).megabytes]), COUNT_MEGABYTES),
  'ballots-grown': grown,
  'ballots-hidden': async ({ rounds }: At) => promised(hiding(rounds), HIDDEN_MS),
} as const satisfies Record<string, (at: At) => Promise<Compared | null>>;

export type BallotName = keyof typeof ROWS;

export function isBallots(name: string): name is BallotName {
  return Object.hasOwn(ROWS, name);
}

export function measureBallots(name: BallotName, at: At): Promise<Compared | null> {
  return ROWS[name](at);
}

/**
 * Every ballot of a round is of somebody else; in a later round they change it. What was sent is made before the clock runs.
 * @throws Error where a voter would send two at once: the later one may come first, and then the earlier is refused
 */
async function casting({ scene, databaseUrl, writes }: At) {
  const next = await countCast(databaseUrl, scene.vote);
  const voters = scene.vote.entries.length;
  const shots = (server: 'ours' | 'bare', count = CASTS_PER_WRITE * writes): Shot[] => {
    if (count > voters) throw new Error(`${count} ballots at once, and ${voters} voters`);
    return Array.from({ length: count }, () => scene.vote.cast[server](next[server]++));
  };
  return {
    shots,
    shoot: (server: 'ours' | 'bare', concurrency: number): Measure => {
      return () => {
        const made = shots(server);
        const { port } = scene[server];
        return load({ port, count: made.length, concurrency, shot: (n) => made[n] as Shot });
      };
    },
    /** @throws Error when a ballot was lost, or is there twice */
    async check(): Promise<void> {
      const after = await countCast(databaseUrl, scene.vote);
      for (const server of ['ours', 'bare'] as const)
        if (after[server] !== next[server])
          throw new Error(`${next[server]} ballots were acknowledged, ${after[server]} are there`);
    },
  };
}

async function castAt(concurrency: number, at: At): Promise<Compared> {
  const { shoot, check } = await casting(at);
  const compared = await alternate(at.rounds, shoot('ours', concurrency), shoot('bare', concurrency));
  await check();
  return compared;
}

/** The same row as the bare server's, by the same SQL, without a server. Null when there is no pgbench. */
async function besidePgbench(concurrency: number, at: At): Promise<Compared | null> {
  if (!pgbenchVersion()) return null;
  const { shoot, check } = await casting(at);
  const { body } = at.scene.vote.cast.bare(0);
  const script = join(at.directory, 'cast.pgbench.sql');
  writeFileSync(
    script,
    `insert into bare_row (id, voter, body) values (gen_random_uuid(), '${randomBytes(16).toString('hex')}', '${body}') returning id;\n`,
  );
  await onDatabase(at.databaseUrl, (client) =>
    client.query('create table if not exists bare_row (id uuid primary key, voter text not null, body jsonb not null)'),
  );
  const beside = () => pgbench(at.databaseUrl, script, concurrency, CASTS_PER_WRITE * at.writes);
  const compared = await alternate(at.rounds, shoot('ours', concurrency), beside);
  await check();
  return compared;
}

const POOL = { connections: 20, clients: 400 };

/**
 * As many function instances as there are clients, each with a connection of its own and one ballot at a time, behind a PgBouncer in transaction mode;
 * beside as many as the server has connections, without it. Null when there is no PgBouncer.
 */
async function pooled({ scene, databaseUrl, rounds, writes }: At): Promise<Compared | null> {
  if (!PGBOUNCER) return null;
  const pooler = await startPooler(databaseUrl, POOL.connections, POOL.clients + 1);
  const behind = openDatabase(pooler.url, { max: POOL.clients, role: 'ballots' });
  const direct = openDatabase(databaseUrl, { max: POOL.connections, role: 'ballots' });
  const through = (database: Database, instances: number) => () =>
    instancesPerSecond(database, { vote: scene.vote, instances, count: CASTS_PER_WRITE * writes });
  return alternate(rounds, through(behind, POOL.clients), through(direct, POOL.connections)).finally(async () => {
    await Promise.all([behind.close(), direct.close()]);
    await pooler.stop();
    await onDatabase(databaseUrl, (client) => client.query(`delete from ballot where channel = 'table'`));
  });
}

async function instancesPerSecond(
  database: Database,
  { vote, instances, count }: { vote: OpenVote; instances: number; count: number },
): Promise<number> {
  const at = new Date();
  const rows = Array.from(
    { length: count },
    (_, n): CastRow => ({
      poll_id: vote.id,
      entry: vote.entries[n % vote.entries.length] ?? '',
      voter: randomBytes(32),
      electorate: 'residents',
      station_id: null,
      channel: 'table',
      cast_on: dayOf(at),
      revision: 1,
      leaf: randomBytes(32),
      sealed: randomBytes(SEALED_BYTES),
      at,
    }),
  );
  const cast = (row: CastRow) => database.inTenant(COUNTY, (tx) => insertBallots(tx, COUNTY, [row]), 'one write');
  const started = performance.now();
  await Promise.all(
    Array.from({ length: instances }, async () => {
      for (let row = rows.pop(); row; row = rows.pop()) {
        const [end] = (await cast(row)).values();
        if (end !== 'written') throw new Error(`a ballot was not written: ${end}`);
      }
    }),
  );
  return (count * 1_000) / (performance.now() - started);
}

const measuredOpen = new WeakMap<Scene, Promise<{ answered: Compared; late: Compared }>>();

/** At half of what was taken when 64 asked at once, for so many seconds or until every voter has sent one; measured once for both rows. */
function openModel(at: At): Promise<{ answered: Compared; late: Compared }> {
  const known = measuredOpen.get(at.scene) ?? measureOpen(at);
  measuredOpen.set(at.scene, known);
  return known;
}

async function measureOpen(at: At): Promise<{ answered: Compared; late: Compared }> {
  const { shoot, shots, check } = await casting(at);
  await shoot('ours', 64)();
  const rate = (await shoot('ours', 64)()) / 2;
  const made = shots('ours', Math.min(Math.ceil(rate * at.seconds), at.scene.vote.entries.length));
  const { port } = at.scene.ours;
  const { answered, late } = await atRate({ port, count: made.length, shot: (n) => made[n] as Shot }, rate);
  await check();
  const compare = (values: number[]): Compared => {
    const [high, middle] = [percentile(values, 0.99), percentile(values, 0.5)];
    return { ours: spreadOf([high]), bare: spreadOf([middle]), ratio: spreadOf([high / middle]) };
  };
  return { answered: compare(answered), late: compare(late) };
}

/** The same ballot is cast again by each start; the bare one puts it there as it comes. */
async function cold(at: At): Promise<Compared> {
  const { shots } = await casting(at);
  const [shot] = shots('ours', 1) as [Shot];
  const ours = await bundle('ballots.ts', join(at.directory, 'ballots'));
  const bare = await bundle('local/bench/bare-ballot.ts', join(at.directory, 'ballots-bare'));
  const { start, close } = await openStarts(at.scene.env);
  const ms = (handler: string) => async () => (await start(handler, shot)).ms;
  return alternate(at.rounds * 3, ms(ours), ms(bare)).finally(close);
}

const counted = new WeakMap<Scene, ReturnType<typeof countedBox>>();

/** Counts a box of its own once for both rows. */
function count({ scene, directory, box }: At): ReturnType<typeof countedBox> {
  const known = counted.get(scene) ?? countedBox({ env: scene.env, directory, ballots: box });
  counted.set(scene, known);
  return known;
}

/** What a ballot costs at 16 at once, before and after so many more were put into the same box. */
async function grown(at: At): Promise<Compared> {
  const { shoot } = await casting(at);
  const cost = async () => 1_000 / (await shoot('ours', 16)());
  await cost();
  const few = await rounds(at.rounds, cost);
  await onDatabase(at.databaseUrl, (client) => client.query(FILL, [COUNTY, at.scene.vote.id, at.many]));
  await onDatabase(at.databaseUrl, (client) => client.query('vacuum analyze ballot'));
  await cost();
  const many = await rounds(at.rounds, cost);
  await onDatabase(at.databaseUrl, (client) =>
    client.query(`delete from ballot where poll_id = $1 and channel = 'paper'`, [at.scene.vote.id]),
  );
  const [ours, bare] = [spreadOf(many), spreadOf(few)];
  return { ours, bare, ratio: spreadOf([ours.median / bare.median]) };
}

async function rounds(count: number, measure: Measure): Promise<number[]> {
  const measured: number[] = [];
  for (let round = 0; round < count; round += 1) measured.push(await measure());
  return measured;
}

function hiding(rounds: number) {
  const ms: number[] = [];
  // One search takes as long as many rounds of calls.
  for (let round = 0; round < Math.min(rounds, 3); round += 1) {
    const publication = campaign(23, 14, 4);
    const started = performance.now();
    const { exposed } = suppress(publication);
    if (exposed.length) throw new Error('the audit finds a number that can be worked out');
    ms.push(performance.now() - started);
  }
  return spreadOf(ms);
}

/** Rows as large as a sealed ballot, which nobody opens. */
const FILL = `
  insert into ballot (jurisdiction, poll_id, voter, electorate, station_id, channel, cast_on, revision, leaf, sealed)
  select $1, $2, sha256(n::text::bytea), 'residents', null, 'paper', current_date, 1, sha256(('leaf' || n)::bytea),
    decode(repeat(md5(n::text), 34), 'hex')
  from generate_series(1, $3::bigint) n`;

async function onDatabase<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  return work(client).finally(() => client.end());
}
