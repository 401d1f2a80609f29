import { sql } from 'kysely';
import type { Tx } from '../platform/database';

type NewSession = {
  jurisdiction: string;
  id: string;
  personId: string;
  refreshHash: Buffer;
  now: Date;
  expiresAt: Date;
  device: string | null;
  desk?: boolean;
};

export async function insertSession(
  tx: Tx,
  { jurisdiction, id, personId, refreshHash, now, expiresAt, device, desk = false }: NewSession,
): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      jurisdiction,
      id,
      person_id: personId,
      refresh_hash: refreshHash,
      created_at: now,
      expires_at: expiresAt,
      device,
      desk,
    })
    .execute();
}

/** A session that is still good, by its refresh token, locked until the transaction ends. Undefined when it ended or was revoked. */
export async function lockSession(tx: Tx, jurisdiction: string, refreshHash: Buffer, now: Date) {
  return tx
    .selectFrom('session')
    .select(['id', 'person_id', 'desk', 'second_factor_at'])
    .where('jurisdiction', '=', jurisdiction)
    .where('refresh_hash', '=', refreshHash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
}

type Renewal = { jurisdiction: string; id: string; refreshHash: Buffer; now: Date; expiresAt: Date };

/** Another refresh token for a session, whose end is put off; a computer's keeps its own. */
export async function renewSession(tx: Tx, { jurisdiction, id, refreshHash, now, expiresAt }: Renewal): Promise<void> {
  await tx
    .updateTable('session')
    .set({
      refresh_hash: refreshHash,
      used_at: now,
      expires_at: sql<Date>`case when desk then expires_at else ${expiresAt}::timestamptz end`,
    })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .execute();
}

type Replaced = { jurisdiction: string; hash: Buffer; sessionId: string; salt: Buffer; now: Date };

export async function insertReplaced(tx: Tx, { jurisdiction, hash, sessionId, salt, now }: Replaced): Promise<void> {
  await tx
    .insertInto('session_token')
    .values({ jurisdiction, hash: hash.toString('hex'), session_id: sessionId, salt, replaced_at: now })
    .execute();
}

/** A refresh token that was replaced, of a session that is still good. */
export async function selectReplaced(tx: Tx, jurisdiction: string, hash: Buffer, now: Date) {
  return tx
    .selectFrom('session_token as t')
    .innerJoin('session as s', (join) =>
      join.onRef('s.jurisdiction', '=', 't.jurisdiction').onRef('s.id', '=', 't.session_id'),
    )
    .select(['s.id', 's.person_id', 's.desk', 's.second_factor_at', 't.salt', 't.replaced_at'])
    .where('t.jurisdiction', '=', jurisdiction)
    .where('t.hash', '=', hash.toString('hex'))
    .where('s.revoked_at', 'is', null)
    .where('s.expires_at', '>', now)
    .executeTakeFirst();
}

/** Forgets tokens that were replaced so long ago that nobody brings them any more. */
export async function deleteReplacedBefore(tx: Tx, jurisdiction: string, day: Date): Promise<void> {
  await tx
    .deleteFrom('session_token')
    .where('jurisdiction', '=', jurisdiction)
    .where('replaced_at', '<', day)
    .execute();
}

/** Whether it is a computer's. */
export async function isDesk(tx: Tx, jurisdiction: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('session')
    .select('desk')
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.desk ?? false;
}

/** A person's sessions that are still good, the one used last first. */
export async function selectSessions(tx: Tx, jurisdiction: string, personId: string, now: Date) {
  return tx
    .selectFrom('session')
    .select(['id', 'desk', 'device', 'created_at', sql<Date>`coalesce(used_at, created_at)`.as('used_at')])
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('used_at', 'desc')
    .orderBy('id')
    .limit(MOST_SHOWN)
    .execute();
}

// A phone that lost its session makes another; what is older ends by itself.
const MOST_SHOWN = 50;

type Ending = { jurisdiction: string; personId: string; now: Date } & ({ id: string } | { but: string });

/** Ends one of a person's sessions, or all but one. @returns how many there were */
export async function revokeOwn(tx: Tx, { jurisdiction, personId, now, ...which }: Ending): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(now)) }))
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .where((eb) => ('id' in which ? eb('id', '=', which.id) : eb('id', '!=', which.but)))
    .$if('but' in which, (query) => query.where('revoked_at', 'is', null).where('expires_at', '>', now))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/**
 * Whether somebody ended the session, where it is and whether a second factor was given in it, with what the county decided. Its row outlives the last
 * access token by a month.
 */
export async function selectSeat(tx: Tx, jurisdiction: string, id: string) {
  const row = await tx
    .selectFrom('county as c')
    .leftJoin('session as s', (join) => join.onRef('s.jurisdiction', '=', 'c.jurisdiction').on('s.id', '=', id))
    .select(['c.settings', 's.revoked_at', 's.desk', 's.second_factor_at'])
    .where('c.jurisdiction', '=', jurisdiction)
    .executeTakeFirstOrThrow();
  const { settings, revoked_at, desk, second_factor_at } = row;
  return { settings, ended: revoked_at !== null, desk: desk ?? false, given: second_factor_at !== null };
}

export async function deleteSessionsBefore(tx: Tx, jurisdiction: string, day: Date): Promise<void> {
  await tx.deleteFrom('session').where('jurisdiction', '=', jurisdiction).where('expires_at', '<', day).execute();
}

/** Ends all of a person's sessions and forgets on what they were; the rows go with the others that ended, within a month. */
export async function endAll(tx: Tx, jurisdiction: string, personId: string, now: Date): Promise<void> {
  await tx
    .updateTable('session')
    .set((eb) => ({ device: null, expires_at: now, revoked_at: eb.fn.coalesce('revoked_at', eb.val(now)) }))
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .execute();
}
