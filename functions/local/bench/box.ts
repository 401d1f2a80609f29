import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Client } from 'pg';
import type { Definition } from '../../../shared/voting/definition';
import { readConfig } from '../../platform/config';
import { openServices } from '../../platform/services';
import { readVoteKey } from '../../voting/keys';
import { selectKeyHalf, selectPoll } from '../../voting/queries';
import { makeBallot } from '../../voting/seal';
import { COUNTY } from '../seed/county';
import { openVote } from './ballots';
import { bundle } from './programs';

export type CountNeeds = { pollId: string };
/** `ms` from the close to the published file; `megabytes` the most this process ever held. */
export type Counted = { ms: number; megabytes: number };

type Needs = { env: Record<string, string>; directory: string; ballots: number };

const CHUNK = 2_000;
const MINUTE_MS = 60_000;
const ANSWERS = ['1213', '2124', '4444', '0000'];

/** Fills the box of a vote of its own with so many real ballots, closes it, and counts and publishes it in a process of its own. */
export async function countedBox({ env, directory, ballots }: Needs): Promise<Counted> {
  const program = await bundle('local/bench/count-once.ts', directory);
  const services = openServices(readConfig(env), { connections: 1 });
  const client = new Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  try {
    const { id } = await openVote(services, 1);
    const { poll, half } = await services.database.inTenant(COUNTY, async (tx) => ({
      poll: await selectPoll(tx, COUNTY, id),
      half: await selectKeyHalf(tx, { jurisdiction: COUNTY, pollId: id, kind: 'seal' }),
    }));
    const seal = await readVoteKey(services, { jurisdiction: COUNTY, pollId: id, kind: 'seal' }, half);
    if (!poll || !seal) throw new Error('the vote did not open');
    const { subjects, asks }: Definition = JSON.parse(poll.definition);
    const ballotOf = (n: number) => {
      const voter = randomBytes(32);
      const sheets = Array.from({ length: asks ?? 1 }, (_, at) => ({
        subject: subjects[(n + at) % subjects.length]?.id ?? '',
        answers: ANSWERS[(n + at) % ANSWERS.length] ?? '',
      }));
      const of = { electorate: 'residents', station: null, channel: 'phone', revision: 1 } as const;
      return { voter, ...makeBallot(seal, { ...of, voter, sheets }) };
    };
    for (let from = 0; from < ballots; from += CHUNK) {
      const made = Array.from({ length: Math.min(CHUNK, ballots - from) }, (_, at) => ballotOf(from + at));
      const columns = [made.map((one) => one.voter), made.map((one) => one.leaf), made.map((one) => one.sealed)];
      await client.query(FILL, [COUNTY, id, ...columns]);
    }
    await client.query('update poll set closes_at = $2 where id = $1', [
      id,
      new Date(services.clock().getTime() - MINUTE_MS),
    ]);
    await client.query('vacuum analyze ballot');
    return await countOnce(program, { pollId: id }, env);
  } finally {
    await Promise.all([client.end(), services.database.close(), services.ballots.close()]);
  }
}

async function countOnce(program: string, needs: CountNeeds, env: Record<string, string>): Promise<Counted> {
  const child = fork(program, [], { env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env }, execArgv: [] });
  child.send(needs);
  const gone = once(child, 'exit').then(([code]): never => {
    throw new Error(`a count ended with ${code}`);
  });
  const [counted] = await Promise.race([once(child, 'message'), gone]);
  child.kill();
  await gone.catch(() => undefined);
  return counted as Counted;
}

const FILL = `
  insert into ballot (jurisdiction, poll_id, voter, electorate, station_id, channel, cast_on, revision, leaf, sealed)
  select $1, $2, voter, 'residents', null, 'phone', current_date, 1, leaf, sealed
  from unnest($3::bytea[], $4::bytea[], $5::bytea[]) as g (voter, leaf, sealed)`;
