import { Client } from 'pg';
import { dayOf } from '../../../shared/kernel/days';
import type { Services } from '../../platform/call';
import { readConfig } from '../../platform/config';
import { migrate } from '../../platform/migrate';
import { openServices } from '../../platform/services';
import { foldFigures } from '../../requests/queries/figures';
import { wholeApp } from '../../whole-app';
import { COUNTY } from '../seed/county';
import type { Shot } from './load';
import { alternate, type Compared } from './rounds';
import { seedLoad } from './seed-load';
import { type GrownKind, shotsFor } from './shots';
import { sweepMs } from './sweep';

/** `many` and `few`: requests in each of the two counties; `reads`: calls a round, one after the other. */
type Sizes = { many: number; few: number; reads: number; rounds: number };

/** The same county twice on one server, with many requests and with few. */
export type Grown = { measure(kind: GrownKind): Promise<Compared>; sweep(): Promise<Compared>; close(): Promise<void> };

/** @param url any database of a server on which databases may be made */
export async function openGrown(
  url: string,
  envFor: (url: string) => Record<string, string>,
  sizes: Sizes,
): Promise<Grown> {
  const many = await openCounty(url, 'lianxin_bench_many', envFor, sizes.many);
  const few = await openCounty(url, 'lianxin_bench_few', envFor, sizes.few);
  return {
    measure: async (kind) => {
      const one = (county: County) => async () => {
        const started = process.hrtime.bigint();
        for (let n = 0; n < sizes.reads; n += 1) await county.call(kind, n);
        return Number(process.hrtime.bigint() - started) / 1e6 / sizes.reads;
      };
      return alternate(sizes.rounds, one(many), one(few));
    },
    sweep: () => alternate(Math.min(sizes.rounds, 5), many.sweep, few.sweep),
    close: async () => {
      for (const county of [many, few]) await county.close();
    },
  };
}

type County = { call(kind: GrownKind, n: number): Promise<void>; sweep(): Promise<number>; close(): Promise<void> };

async function openCounty(
  url: string,
  name: string,
  envFor: (url: string) => Record<string, string>,
  requests: number,
): Promise<County> {
  await onServer(url, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} template template0 locale 'C.UTF-8'`);
  });
  const own = new URL(url);
  own.pathname = `/${name}`;
  const services: Services = openServices(readConfig(envFor(own.href)), { connections: 1 });
  await migrate(own.href);
  await seedLoad(own.href, services.phones, requests, services.clock());
  // As a minute's clock has it: nothing moves while it is measured.
  while (await services.database.inTenant(COUNTY, (tx) => foldFigures(tx, COUNTY, dayOf(services.clock()))));
  await onServer(own.href, (client) => client.query('vacuum analyze'));
  const { grown } = await shotsFor(services.tokens);
  const api = wholeApp(services, { rateFactor: 1_000_000, dailyFactor: 10_000 });
  return {
    call: async (kind, n) => {
      const { path, ...init }: Shot = grown[kind](n);
      const reply = await api.request(path, init);
      const text = await reply.text();
      // What every matter of the load says makes none of them like another: it looks at as many, and finds none.
      const finds = kind !== 'similar';
      if (reply.status !== 200 || (finds && !text.includes('"id"'))) throw new Error(`${path} found nothing: ${text}`);
    },
    sweep: () => onServer(own.href, (client) => sweepMs(client, services)),
    close: async () => {
      await services.database.close();
      await onServer(url, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

async function onServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
