import type { Tx } from '../platform/database';

type NewQrSignIn = {
  jurisdiction: string;
  id: string;
  codeHash: Buffer;
  secretHash: Buffer;
  now: Date;
  expiresAt: Date;
};

export async function insertQrSignIn(
  tx: Tx,
  { jurisdiction, id, codeHash, secretHash, now, expiresAt }: NewQrSignIn,
): Promise<void> {
  await tx
    .insertInto('desk_sign_in')
    .values({ jurisdiction, id, code_hash: codeHash, secret_hash: secretHash, created_at: now, expires_at: expiresAt })
    .execute();
}

/** Computers that still wait, locked until the transaction ends; `person_id` is who said that they sit at it. */
function waiting(tx: Tx, jurisdiction: string, now: Date) {
  return tx
    .selectFrom('desk_sign_in')
    .select(['id', 'person_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('expires_at', '>', now)
    .forUpdate();
}

/** The one that shows this code. */
export async function lockQrSignInByCode(tx: Tx, jurisdiction: string, codeHash: Buffer, now: Date) {
  return waiting(tx, jurisdiction, now).where('code_hash', '=', codeHash).executeTakeFirst();
}

/** The one that keeps this secret to itself. Undefined too when its session was collected. */
export async function lockQrSignInBySecret(tx: Tx, jurisdiction: string, secretHash: Buffer, now: Date) {
  const one = waiting(tx, jurisdiction, now).where('secret_hash', '=', secretHash);
  return one.where('collected_at', 'is', null).executeTakeFirst();
}

export async function updateQrSignIn(
  tx: Tx,
  jurisdiction: string,
  id: string,
  changes: { person_id: string } | { collected_at: Date },
): Promise<void> {
  await tx
    .updateTable('desk_sign_in')
    .set(changes)
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .execute();
}

export async function deleteQrSignInsUntil(tx: Tx, jurisdiction: string, end: Date): Promise<void> {
  await tx.deleteFrom('desk_sign_in').where('jurisdiction', '=', jurisdiction).where('expires_at', '<=', end).execute();
}

export async function deleteQrSignInsOf(tx: Tx, jurisdiction: string, personId: string): Promise<void> {
  await tx
    .deleteFrom('desk_sign_in')
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .execute();
}
