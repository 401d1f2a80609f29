import { createHash } from 'node:crypto';
import { ProblemError } from '../../shared/kernel/problems';
import type { Tx } from './database';

/** Thrown inside a transaction when the key was used before: the first reply, to be sent again. */
export class AnsweredBefore extends Error {
  constructor(readonly reply: unknown) {
    super('answered before');
  }
}

export type KeyedCall = {
  jurisdiction: string;
  personId: string;
  key: string;
  procedure: string;
  /** What the procedure was called before, and whether its input reads the same. */
  before?: { procedure: string; sameInput: boolean };
  input: unknown;
  /** Of what the work ends in as much as leaves the house: a row of somebody's would stay here after they erased their data. */
  keeps?: (reply: unknown) => unknown;
  now: Date;
};

/**
 * Runs `work` once for a key. The row is claimed first, so a second call with the same key waits for the first to end:
 * then it finds the reply (throws `AnsweredBefore`), or, when the first failed, does the work itself.
 * @throws ProblemError `idempotency_key_reused` when the key came with another input before, with the reply it got then
 */
export async function once<T>(tx: Tx, call: KeyedCall, work: () => Promise<T>): Promise<T> {
  const { jurisdiction, personId: person_id, key, procedure } = call;
  const fingerprint = createHash('sha256').update(JSON.stringify(call.input)).digest('hex');
  const claimed = await tx
    .insertInto('idempotency')
    .values({ jurisdiction, person_id, key, procedure, fingerprint, created_at: call.now })
    .onConflict((conflict) => conflict.columns(['jurisdiction', 'person_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  const row = tx
    .selectFrom('idempotency')
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', person_id)
    .where('key', '=', key);
  if (!claimed) {
    const first = await row.select(['procedure', 'fingerprint', 'reply']).executeTakeFirstOrThrow();
    const { before } = call;
    const same = first.fingerprint === fingerprint;
    // Sent first when the procedure had another name.
    const was = first.procedure === before?.procedure && (same || !before.sameInput);
    const called = first.procedure === procedure;
    if ((called && same) || was) throw new AnsweredBefore(first.reply);
    throw new ProblemError('idempotency_key_reused', undefined, called ? { first: first.reply } : {});
  }
  const reply = await work();
  const { keeps = (all: unknown) => all } = call;
  await tx
    .updateTable('idempotency')
    .set({ reply: JSON.stringify(keeps(reply)) })
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', person_id)
    .where('key', '=', key)
    .execute();
  return reply;
}

/** Forgets the keys of one person, with the replies kept for them. */
export async function forgetKeysOf(tx: Tx, jurisdiction: string, personId: string): Promise<void> {
  await tx
    .deleteFrom('idempotency')
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .execute();
}

/** Forgets keys claimed before an instant, with the replies kept for them. */
export async function forgetKeys(tx: Tx, jurisdiction: string, before: Date): Promise<void> {
  await tx
    .deleteFrom('idempotency')
    .where('jurisdiction', '=', jurisdiction)
    .where('created_at', '<', before)
    .execute();
}
