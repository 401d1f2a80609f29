import { randomBytes } from 'node:crypto';
import { readConfig } from '../../platform/config';
import { migrate } from '../../platform/migrate';
import { openServices } from '../../platform/services';
import { wholeApp } from '../../whole-app';
import { movedDate } from '../moved-date';
import { storageEnv } from '../storage-stand-in';
import { makeBareBox, type OpenVote, openStorage, openVote } from './ballots';
import type { Shot } from './load';
import { bundle, type Running, start } from './programs';
import { record, type Statement } from './recording';
import { residentId, seedLoad } from './seed-load';
import { type Shots, shotsFor } from './shots';

/** `requests` are there beforehand; `reads` and `writes` are calls a round; `pool` is each server's connections to PostgreSQL. */
export type Sizes = { requests: number; reads: number; writes: number; concurrency: number; pool: number };

/** Both servers over one database, the calls to make of ours, and what ours sends to PostgreSQL for one of each. */
export type Scene = {
  vote: OpenVote;
  env: Record<string, string>;
  ours: Running;
  bare: Running;
  shots: Shots;
  recorded: Record<string, Statement[]>;
  close(): Promise<void>;
};

/** `databaseUrl` is an empty database, `directory` takes the bundles. */
export async function openScene(
  databaseUrl: string,
  directory: string,
  sizes: Sizes & { voters: number },
): Promise<Scene> {
  const storage = await openStorage(directory);
  const env = envFor(databaseUrl, storage.url);
  const services = openServices(readConfig(env), { connections: 1 });
  await migrate(databaseUrl);
  await seedLoad(databaseUrl, services.phones, sizes.requests, services.clock());
  await makeBareBox(databaseUrl);
  const vote = await openVote(services, sizes.voters);
  const shots = await shotsFor(services.tokens);
  const api = wholeApp(services);
  const call = async ({ path, ...init }: Shot) => {
    const reply = await api.request(path, init);
    if (reply.status !== 200) throw new Error(`${path} cannot be recorded: ${await reply.text()}`);
  };
  await call(shots.ours.find(0)); // The directory is in memory from here on, as it is in a running server.
  const recorded: Record<string, Statement[]> = {};
  for (const kind of ['mine', 'inbox', 'submit'] as const)
    recorded[kind] = await record(() => call(shots.ours[kind](0)));
  recorded.alone = (recorded.mine ?? []).filter(({ text }) => text.startsWith('select'));
  await Promise.all([services.database.close(), services.ballots.close()]);

  const needs = { databaseUrl, pool: sizes.pool };
  const [ours, bare] = await Promise.all([
    start(await bundle('local/bench/ours.ts', directory), needs, env),
    start(await bundle('local/bench/bare.ts', directory), { ...needs, recorded, as: residentId(0) }, movedDate()),
  ]);
  const close = async () => {
    await Promise.all([ours.stop(), bare.stop()]);
    storage.close();
  };
  return { env, vote, ours, bare, shots, recorded, close };
}

/** `storage`: where files lie; the rows that ask for none need none. */
export function envFor(databaseUrl: string, storage = 'http://127.0.0.1:9'): Record<string, string> {
  const key = () => `bench:${randomBytes(32).toString('base64')}`;
  return {
    // Tokens are made here and read there.
    ...movedDate(),
    ...storageEnv(storage),
    STAGE: 'local',
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: 'http://127.0.0.1',
    WECHAT_APPID: 'wx0000000000000001',
    WECHAT_SECRET: '0'.repeat(32),
    WECHAT_BASE_URL: 'http://127.0.0.1:9',
    WECHAT_TEMPLATE_PROGRESS: 'bench-template-progress',
    WECHAT_TEMPLATE_RECEIVED: 'bench-template-received',
    TOKEN_KEYS: key(),
    PHONE_KEYS: key(),
    PHONE_HASH_KEYS: key(),
  };
}
