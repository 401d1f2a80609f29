import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Database, Tx } from './database';

/** `topic` names who handles it; `payload` is stored as JSON, so it carries ids and no personal data. It is due from `runAt` on. */
export type OutboxItem = { jurisdiction: string; topic: string; payload: unknown; runAt: Date; now: Date };

/** `parked` counts all items of the topic that gave up and wait for a person, not only this run's: log it while it is not 0. */
export type Drained = { done: number; failed: number; parked: number };

type Claimed = { id: string; payload: unknown; attempts: number };

/** How long a claimed item is left alone. A handler must be done (or have timed out) by then. */
export const LEASE_MS = 60_000;

/** After the last one the item is parked: with the waits below that is a day and a half after the first. */
export const MAX_ATTEMPTS = 15;

const BATCH = 10;

/** 30 s, 1 min, 2 min … at most 6 h. */
export function waitAfter(attempts: number): number {
  return Math.min(15_000 * 2 ** attempts, 6 * 3_600_000);
}

/** Leaves work for later, in the same transaction as the reason for it: either both are kept or neither. */
export async function enqueue(tx: Tx, { payload, ...item }: OutboxItem): Promise<void> {
  await enqueueAll(tx, { ...item, payloads: [payload] });
}

/** The same with many items at once; none is fine. */
export async function enqueueAll(
  tx: Tx,
  { jurisdiction, topic, payloads, runAt, now }: Omit<OutboxItem, 'payload'> & { payloads: readonly unknown[] },
): Promise<void> {
  const written = payloads.map((payload) => ({ id: v7(), payload }));
  if (!written.length) return;
  await sql`
    insert into outbox (jurisdiction, id, topic, payload, run_at, created_at)
    select ${jurisdiction}, r.id, ${topic}, r.payload, ${runAt}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as r(id uuid, payload jsonb)`.execute(tx);
}

/** What is written in one transaction with the end of an item, so that both are known or neither. */
export type Ending = (tx: Tx) => Promise<unknown>;
// biome-ignore lint/suspicious/noConfusingVoidType: most handlers return nothing
export type Handle<Payload> = (payload: Payload) => Promise<Ending | void>;

/**
 * Handles what is due of one topic in one county, at least once each: `handle` may see an item again when the process dies before
 * its end is written; what it returns is written with it. It runs outside any transaction, ten at a time; what it throws is kept with the item and it is tried again later.
 * Two drains at once share the items. Stops early when nothing of a batch succeeds, since the other side is away then.
 * @throws DatabaseAway; what was being handled is then due again when its lease ends
 */
export async function drain(
  database: Database,
  jurisdiction: string,
  topic: string,
  now: () => Date,
  handle: Handle<unknown>,
): Promise<Drained> {
  const total = { done: 0, failed: 0 };
  for (;;) {
    const items = await database.inTenant(jurisdiction, (tx) => claim(tx, jurisdiction, topic, now()), 'one write');
    const ends = await Promise.allSettled(items.map((item) => handleOne(database, jurisdiction, now, item, handle)));
    const done = ends.filter((end) => end.status === 'fulfilled' && end.value).length;
    total.done += done;
    total.failed += items.length - done;
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    if (items.length < BATCH || done === 0) break;
  }
  const parked = await database.inTenant(jurisdiction, (tx) => countParked(tx, jurisdiction, topic), 'one read');
  return { ...total, parked };
}

/** Takes items by moving them into the future; no lock outlives this statement. Another drain skips rows that are being taken. */
async function claim(tx: Tx, jurisdiction: string, topic: string, now: Date): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    with due as (
      select id from outbox
      where jurisdiction = ${jurisdiction} and topic = ${topic} and parked_at is null and run_at <= ${now}
      order by run_at limit ${BATCH} for update skip locked
    )
    update outbox set run_at = ${new Date(now.getTime() + LEASE_MS)}, attempts = attempts + 1
    from due where outbox.jurisdiction = ${jurisdiction} and outbox.id = due.id
    returning outbox.id, outbox.payload, outbox.attempts`.execute(tx);
  return rows;
}

/** True when it was handled. The number of attempts is the lease: who comes back after another took the item changes nothing. */
async function handleOne(
  database: Database,
  jurisdiction: string,
  now: () => Date,
  { id, payload, attempts }: Claimed,
  handle: Handle<unknown>,
): Promise<boolean> {
  const ours = sql`jurisdiction = ${jurisdiction} and id = ${id} and attempts = ${attempts}`;
  // An item that ended every process that touched it never came to the lines below.
  const end = attempts > MAX_ATTEMPTS ? { error: 'no attempt came to an end' } : await endOf(handle, payload);
  if ('error' in end) {
    const parkedAt = attempts >= MAX_ATTEMPTS ? now() : null;
    const runAt = new Date(now().getTime() + waitAfter(attempts));
    const again = sql`update outbox set run_at = ${runAt}, parked_at = ${parkedAt}, last_error = ${end.error} where ${ours}`;
    await database.inTenant(jurisdiction, (tx) => again.execute(tx), 'one write');
    return false;
  }
  const { ending } = end;
  const done = sql`delete from outbox where ${ours}`;
  if (ending) await database.inTenant(jurisdiction, (tx) => Promise.all([ending(tx), done.execute(tx)]));
  else await database.inTenant(jurisdiction, (tx) => done.execute(tx), 'one write');
  return true;
}

async function endOf(
  handle: Handle<unknown>,
  payload: unknown,
): Promise<{ ending: Ending | null } | { error: string }> {
  try {
    return { ending: (await handle(payload)) ?? null };
  } catch (error) {
    return { error: String(error).slice(0, 500) || 'no reason given' };
  }
}

async function countParked(tx: Tx, jurisdiction: string, topic: string): Promise<number> {
  const { rows } = await sql<{ parked: number }>`
    select count(*) as parked from outbox
    where jurisdiction = ${jurisdiction} and topic = ${topic} and parked_at is not null`.execute(tx);
  return rows[0]?.parked ?? 0;
}
