import { Client } from 'pg';
import { deliver } from '../../notifications/deliver';
import { DELIVER } from '../../notifications/public';
import { clockCall, type Services } from '../../platform/call';
import { readConfig } from '../../platform/config';
import { drain } from '../../platform/outbox';
import { openServices } from '../../platform/services';
import { COUNTY } from '../seed/county';
import type { Received } from './message-stand-in';
import { bundle, start } from './programs';

/** So many drain the outbox at once. */
const DRAINERS = 4;
/** As many messages each person accepted, and gets. */
const EACH = 10;
/** Longer than what failed waits for, however often it did. */
const LATER_MS = 7 * 3_600_000;

export type Outbox = {
  /** Messages a second that reach WeChat; every second call fails once, where it is `failing`. @throws Error when one is lost, or sent twice */
  sent(failing?: boolean): Promise<number>;
  /** The same loop over as many items with nothing to do. */
  empty(): Promise<number>;
  close(): Promise<void>;
};

/** So many messages, sent to a stand-in of WeChat in a process of its own. */
export async function openOutbox(
  env: Record<string, string>,
  { directory, messages }: { directory: string; messages: number },
): Promise<Outbox> {
  const wechat = await start(await bundle('local/bench/message-stand-in.ts', directory), {}, {});
  const origin = `http://127.0.0.1:${wechat.port}`;
  const config = readConfig({ ...env, WECHAT_BASE_URL: origin });
  const drainers = Array.from({ length: DRAINERS }, () => openServices(config, { connections: 10 }));
  const client = new Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  await client.query(PEOPLE, [COUNTY, Math.ceil(messages / EACH)]);

  const waiting = async () => Number((await client.query(WAITING, [COUNTY])).rows[0].count);
  const received = async (failing: boolean): Promise<Received> => {
    const reply = await fetch(`${origin}/received?failing=${failing ? 1 : 0}`);
    return (await reply.json()) as Received;
  };
  const fill = async () => {
    await client.query('delete from notification where kind = $1', ['bench']);
    await client.query('delete from outbox where topic = $1', [DELIVER]);
    await client.query(ACCEPT, [COUNTY, EACH]);
    await client.query(FILL, [COUNTY, messages, Math.ceil(messages / EACH), DELIVER]);
    await client.query('vacuum analyze outbox');
    await client.query('vacuum analyze notification');
  };
  const timed = async (one: (services: Services) => Promise<void>) => {
    const started = process.hrtime.bigint();
    // A drain that finds too little done goes on at its next turn, by when what failed is due again.
    for (let turn = 0; turn === 0 || (await waiting()); turn += 1) {
      if (turn > 100) throw new Error(`after ${turn} turns ${await waiting()} messages still wait`);
      const clock = () => new Date(Date.now() + turn * LATER_MS);
      await Promise.all(drainers.map((services) => one({ ...services, clock })));
    }
    return messages / (Number(process.hrtime.bigint() - started) / 1e9);
  };
  return {
    sent: async (failing = false) => {
      await fill();
      await received(failing);
      const rate = await timed((services) => deliver(clockCall(services, COUNTY)));
      const got = await received(false);
      const sent = Number((await client.query(SENT)).rows[0].count);
      if (got.messages !== messages || got.twice || sent !== messages)
        throw new Error(
          `of ${messages} messages ${got.messages} were sent, ${got.twice} twice; ${sent} are known to be`,
        );
      return rate;
    },
    empty: async () => {
      await fill();
      return timed(({ database, clock }) => drain(database, COUNTY, DELIVER, clock, async () => {}).then(() => {}));
    },
    close: async () => {
      await client.end();
      for (const services of drainers) await Promise.all([services.database.close(), services.ballots.close()]);
      await wechat.stop();
    },
  };
}

const PEOPLE = `
  insert into person (jurisdiction, id, openid, name, created_at, seen_at)
  select $1, ('00000000-0000-7000-8019-' || lpad(n::text, 12, '0'))::uuid, 'bench-told-' || n, '陈试用', now(), now()
  from generate_series(0, $2::int - 1) n on conflict do nothing`;

const ACCEPT = `
  insert into subscription (jurisdiction, person_id, template, remaining, changed_at)
  select jurisdiction, id, 'progress', $2::int, now() from person where jurisdiction = $1 and openid like 'bench-told-%'
  on conflict (jurisdiction, person_id, template) do update set remaining = excluded.remaining`;

const FILL = `
  with told as (
    insert into notification (jurisdiction, id, person_id, kind, template, title, body, page, created_at)
    select $1, ('00000000-0000-7000-8029-' || lpad(n::text, 12, '0'))::uuid, ('00000000-0000-7000-8019-' || lpad((n % $3::int)::text, 12, '0'))::uuid,
      'bench', 'progress', '村口的路灯', '徐代表答您了', 'requests/pages/request/index?id=' || n, now()
    from generate_series(0, $2::int - 1) n returning jurisdiction, id, created_at
  )
  insert into outbox (jurisdiction, id, topic, payload, run_at, created_at)
  select jurisdiction, id, $4, jsonb_build_object('notificationId', id), created_at, created_at from told`;

const WAITING = `select count(*) from outbox where jurisdiction = $1 and topic = '${DELIVER}' and parked_at is null`;
const SENT = `select count(*) from notification where kind = 'bench' and delivery = 'sent'`;
