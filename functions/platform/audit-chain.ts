import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from './database';

/** So many entries in one statement. */
const BATCH = 1_000;
const FIRST = Buffer.alloc(32);

type Entry = {
  id: string;
  at: Date;
  person_id: string | null;
  action: string;
  object_kind: string;
  object_id: string | null;
  reason: string | null;
  detail: unknown;
};

/** What an entry says, in one spelling: the county's code is not in it, nor the order of the detail's keys, which the database chooses. */
export function hashOf(before: Uint8Array, entry: Entry): Buffer {
  const { id, at, person_id, action, object_kind, object_id, reason, detail } = entry;
  const said = [id, at.toISOString(), person_id, action, object_kind, object_id, reason, sorted(detail)];
  return createHash('sha256').update(before).update(JSON.stringify(said)).digest();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => [key, sorted(one)]);
}

const ENTRY = sql`a.id, a.at, a.person_id, a.action, a.object_kind, a.object_id, a.reason, a.detail`;

/**
 * Puts entries that are new into the county's chain. Whoever writes the log never waits for it: the clock does this alone, one run at a time, and a
 * second one would be stopped by the place that is taken. @returns true where more wait
 */
export async function linkEntries(tx: Tx, jurisdiction: string, now: Date): Promise<boolean> {
  const { rows } = await sql<Entry>`
    select ${ENTRY} from audit_unlinked u join audit_log a on a.jurisdiction = u.jurisdiction and a.id = u.entry_id
    where u.jurisdiction = ${jurisdiction} order by u.entry_id limit ${BATCH}`.execute(tx);
  if (!rows.length) return false;
  const last = await sql<{ place: number; hash: Buffer }>`
    select place, hash from audit_link where jurisdiction = ${jurisdiction} order by place desc limit 1`.execute(tx);
  let { place, hash } = last.rows[0] ?? { place: 0, hash: FIRST };
  const links: RawBuilder<unknown>[] = [];
  for (const entry of rows) {
    hash = hashOf(hash, entry);
    place = Number(place) + 1;
    links.push(sql`(${jurisdiction}, ${place}::bigint, ${entry.id}::uuid, ${hash}, ${now}::timestamptz)`);
  }
  await sql`insert into audit_link (jurisdiction, place, entry_id, hash, linked_at) values ${sql.join(links)}`.execute(
    tx,
  );
  const ids = rows.map(({ id }) => id);
  await sql`delete from audit_unlinked where jurisdiction = ${jurisdiction} and entry_id = any(${ids}::uuid[])`.execute(
    tx,
  );
  return rows.length === BATCH;
}

/** `broken`: the first place at which the chain is not as it was written. `unlinked`: entries that are in no link and wait for none. */
export type Checked = { links: number; waiting: number; head: string | null; broken: number | null; unlinked: number };

/** Goes through a county's chain from its first link. A page at a time; the reading is one transaction's. */
export async function checkChain(tx: Tx, jurisdiction: string): Promise<Checked> {
  let before: Uint8Array = FIRST;
  let place = 0;
  let broken: number | null = null;
  for (;;) {
    const { rows } = await sql<Omit<Entry, 'id'> & { id: string | null; place: number; hash: Buffer }>`
      select l.place, l.hash, ${ENTRY} from audit_link l left join audit_log a on a.jurisdiction = l.jurisdiction and a.id = l.entry_id
      where l.jurisdiction = ${jurisdiction} and l.place > ${place} order by l.place limit ${BATCH}`.execute(tx);
    for (const row of rows) {
      const right = Number(row.place) === place + 1 && row.id !== null && row.hash.equals(hashOf(before, row as Entry));
      if (!right) broken ??= place + 1;
      place = Number(row.place);
      before = row.hash;
    }
    if (broken !== null || rows.length < BATCH) break;
  }
  const { rows } = await sql<{ waiting: number; unlinked: number }>`
    select (select count(*) from audit_unlinked where jurisdiction = ${jurisdiction})::int as waiting,
      (select count(*) from audit_log a where jurisdiction = ${jurisdiction}
        and not exists (select from audit_link l where l.jurisdiction = a.jurisdiction and l.entry_id = a.id)
        and not exists (select from audit_unlinked u where u.jurisdiction = a.jurisdiction and u.entry_id = a.id))::int as unlinked`.execute(
    tx,
  );
  const { waiting = 0, unlinked = 0 } = rows[0] ?? {};
  return { links: place, waiting, head: place ? Buffer.from(before).toString('hex') : null, broken, unlinked };
}
