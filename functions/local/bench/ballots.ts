import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Client } from 'pg';
import { v7 } from 'uuid';
import type { Sheet } from '../../../shared/voting/ballot';
import type { Question, Subject } from '../../../shared/voting/definition';
import type { Services } from '../../platform/call';
import { askedOf } from '../../voting/asked';
import { readVoteKey } from '../../voting/keys';
import { openPoll } from '../../voting/open-poll';
import { signPass } from '../../voting/pass';
import { selectKeyHalf, selectPoll } from '../../voting/queries';
import { COUNTY } from '../seed/county';
import { storageStandIn } from '../storage-stand-in';
import type { Shot } from './load';
import { RESIDENTS, residentId } from './seed-load';
import { residentTokens } from './shots';

const SUBJECTS = 23;
const ASKS = 8;
const DAY_MS = 86_400_000;
const RATING: Question = { kind: 'rating', words: '这一年，您觉得它怎么样？', options: [] };

/** Where the halves of the keys lie. It is asked once by each server. */
export async function openStorage(directory: string): Promise<{ url: string; close(): void }> {
  const { app } = storageStandIn({ directory: join(directory, 'storage'), now: () => new Date() });
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

/** A vote that is open, and the entries of its roll. `cast(n)`: the ballot of the n-th voter, about eight departments of 23, four answers each. */
export type OpenVote = { id: string; entries: string[]; cast: Record<'ours' | 'bare', (n: number) => Shot> };

/** Opens a vote of so many residents in the migrated and seeded database. */
export async function openVote(services: Services, voters: number): Promise<OpenVote> {
  const id = v7();
  const now = services.clock();
  const subjects: Subject[] = Array.from({ length: SUBJECTS }, (_, at) => ({ id: v7(), name: `部门${at}`, about: '' }));
  const call = { services, jurisdiction: COUNTY };
  await services.database.inTenant(COUNTY, (tx) =>
    openPoll(tx, call, {
      definition: {
        id,
        title: '测量',
        opensAt: new Date(now.getTime() - DAY_MS).toISOString(),
        electorates: ['residents'],
        roll: { residents: voters },
        asks: ASKS,
        threshold: 5,
        questions: [RATING, RATING, RATING, RATING],
        subjects,
        stations: [],
      },
      closesAt: new Date(now.getTime() + DAY_MS),
      subject: { context: 'bench', id },
      members: Array.from({ length: voters }, (_, n) => ({ electorate: 'residents', member: `${n}`, stationId: null })),
    }),
  );
  const { poll, half, entries } = await services.database.inTenant(COUNTY, async (tx) => ({
    poll: await selectPoll(tx, COUNTY, id),
    half: await selectKeyHalf(tx, { jurisdiction: COUNTY, pollId: id, kind: 'link' }),
    entries: await tx.selectFrom('poll_roll').select('id').where('poll_id', '=', id).orderBy('id').execute(),
  }));
  const link = await readVoteKey(services, { jurisdiction: COUNTY, pollId: id, kind: 'link' }, half);
  if (!poll || !link) throw new Error('the vote did not open');
  const definition = JSON.parse(poll.definition);
  const tokens = await residentTokens(services.tokens);
  const shot = (n: number, path: string): Shot => {
    const entry = entries[n % voters]?.id ?? '';
    const pass = signPass(link, { poll: id, entry, electorate: 'residents', station: null, person: residentId(n) });
    const sheets: Sheet[] = askedOf(definition, entry).map((one, at) => ({
      subject: one.id,
      answers: ANSWERS[(n + at) % 3] ?? '',
    }));
    const body = JSON.stringify({ pass, revision: Math.floor(n / voters) + 1, sheets });
    const headers = { authorization: tokens[n % RESIDENTS] ?? '', 'content-type': 'application/json' };
    return { method: 'PUT', path, headers, body };
  };
  return {
    id,
    entries: entries.map((entry) => entry.id),
    cast: {
      ours: (n) => shot(n, `/api/v2/${COUNTY}/voting/${id}/ballot`),
      bare: (n) => shot(n, `/cast/${residentId(n)}`),
    },
  };
}

const ANSWERS = ['1213', '2124', '4444'];

/** The table of the bare server, which asks nothing of what it puts there. */
export async function makeBareBox(databaseUrl: string): Promise<void> {
  await onDatabase(databaseUrl, (client) =>
    client.query('create table bare_ballot (id uuid primary key, voter text not null, body jsonb not null)'),
  );
}

/** How many ballots each server has acknowledged, by what lies in its box: a changed ballot counts as often as it was changed. */
export async function countCast(databaseUrl: string, vote: OpenVote): Promise<{ ours: number; bare: number }> {
  return onDatabase(databaseUrl, async (client) => {
    const ours = await client.query('select coalesce(sum(revision), 0)::int as n from ballot where poll_id = $1', [
      vote.id,
    ]);
    const bare = await client.query('select count(*)::int as n from bare_ballot');
    return { ours: ours.rows[0].n, bare: bare.rows[0].n };
  });
}

async function onDatabase<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  return work(client).finally(() => client.end());
}
