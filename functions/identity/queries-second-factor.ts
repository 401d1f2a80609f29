import { sql } from 'kysely';
import type { Tx } from '../platform/database';

const COLUMNS = ['secret_cipher', 'since', 'last_step', 'used_at', 'wrong', 'locked_until'] as const;

/** A person's second factor, and how many backup codes are left of it. Undefined where there is none. */
export async function selectSecondFactor(tx: Tx, jurisdiction: string, personId: string) {
  return tx
    .selectFrom('second_factor as f')
    .select(['f.since', 'f.locked_until'])
    .select(
      sql<number>`(
        select count(*)::int from second_factor_backup b
        where b.jurisdiction = f.jurisdiction and b.person_id = f.person_id)`.as('backup_left'),
    )
    .where('f.jurisdiction', '=', jurisdiction)
    .where('f.person_id', '=', personId)
    .executeTakeFirst();
}

/** Locked until the transaction ends: of two codes at once the second waits for the first. */
export async function lockSecondFactor(tx: Tx, jurisdiction: string, personId: string) {
  return tx
    .selectFrom('second_factor')
    .select(COLUMNS)
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
}

type NewFactor = { jurisdiction: string; personId: string; cipher: Buffer; step: number; now: Date };

/** False where there is one already. */
export async function insertSecondFactor(
  tx: Tx,
  { jurisdiction, personId: person_id, cipher, step, now }: NewFactor,
): Promise<boolean> {
  const row = await tx
    .insertInto('second_factor')
    .values({ jurisdiction, person_id, secret_cipher: cipher, since: now, last_step: step, used_at: now })
    .onConflict((conflict) => conflict.columns(['jurisdiction', 'person_id']).doNothing())
    .returning('person_id')
    .executeTakeFirst();
  return row !== undefined;
}

type Changes = { last_step?: number; used_at?: Date; wrong?: number; locked_until?: Date | null };

export async function updateSecondFactor(
  tx: Tx,
  jurisdiction: string,
  personId: string,
  changes: Changes,
): Promise<void> {
  await tx
    .updateTable('second_factor')
    .set(changes)
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .execute();
}

/** Takes it away with its backup codes, and has every session of the person wait again. False where there was none. */
export async function deleteSecondFactor(tx: Tx, jurisdiction: string, personId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('second_factor')
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('session')
    .set({ second_factor_at: null, enrolling: null })
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .execute();
  return numDeletedRows > 0n;
}

/** Those of nobody who holds a role that could be asked for one. */
export async function deleteIdleSecondFactors(tx: Tx, jurisdiction: string): Promise<void> {
  await tx
    .deleteFrom('second_factor as f')
    .where('f.jurisdiction', '=', jurisdiction)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('membership as m')
            .select('m.id')
            .whereRef('m.jurisdiction', '=', 'f.jurisdiction')
            .whereRef('m.person_id', '=', 'f.person_id')
            .where('m.role', 'in', ['admin', 'department'])
            .where('m.withdrawn_at', 'is', null),
        ),
      ),
    )
    .execute();
}

/** These backup codes, by their hashes, and no other. */
export async function replaceBackups(
  tx: Tx,
  jurisdiction: string,
  personId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await tx
    .deleteFrom('second_factor_backup')
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .execute();
  await tx
    .insertInto('second_factor_backup')
    .values(hashes.map((hash) => ({ jurisdiction, person_id: personId, hash })))
    .execute();
}

/** Uses a backup code up. False where it is none, or was used. */
export async function takeBackup(tx: Tx, jurisdiction: string, personId: string, hash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('second_factor_backup')
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** The sealed secret that is shown in this session; two tabs that ask at once get the same. */
export async function keepEnrolling(tx: Tx, jurisdiction: string, sessionId: string, cipher: Buffer) {
  const row = await tx
    .updateTable('session')
    .set((eb) => ({ enrolling: eb.fn.coalesce('enrolling', eb.val(cipher)) }))
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', sessionId)
    .returning('enrolling')
    .executeTakeFirst();
  return row?.enrolling ?? null;
}

export async function selectEnrolling(tx: Tx, jurisdiction: string, sessionId: string): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('session')
    .select('enrolling')
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return row?.enrolling ?? null;
}

/** A second factor was given in this session. */
export async function markGiven(tx: Tx, jurisdiction: string, sessionId: string, now: Date): Promise<void> {
  await tx
    .updateTable('session')
    .set({ second_factor_at: now, enrolling: null })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', sessionId)
    .execute();
}
