import { createHmac, type KeyObject, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { canonical, type Definition, type Electorate } from '../../shared/voting/definition';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { makeKeys } from './keys';
import { insertPoll, insertRoll } from './queries';
import { sha256 } from './seal';

/** Somebody who may vote: a deputy's id, or the number of a verified phone. */
export type Member = { electorate: Electorate; member: string; stationId: string | null };

type Opening = {
  definition: Omit<Definition, 'seed' | 'jurisdiction'>;
  closesAt: Date;
  subject: { context: string; id: string };
  /** Those who are known now (名册); residents are put on the roll when they take their ballot. */
  members: readonly Member[];
};

/**
 * Opens a vote: freezes what it stands on, makes its keys and its roll, all in the caller's transaction.
 * @returns the SHA-256 of what is frozen. @throws StorageAway
 */
export async function openPoll(
  tx: Tx,
  call: Pick<Call, 'services' | 'jurisdiction'>,
  { definition, closesAt, subject, members }: Opening,
): Promise<Buffer> {
  const { jurisdiction } = call;
  const seed = randomBytes(32).toString('hex');
  const frozen: Definition = { ...definition, jurisdiction, seed };
  const text = canonical(frozen);
  const hash = sha256(text);
  await insertPoll(tx, {
    jurisdiction,
    id: frozen.id,
    subject_context: subject.context,
    subject_id: subject.id,
    definition: text,
    definition_hash: hash,
    opens_at: new Date(frozen.opensAt),
    closes_at: closesAt,
  });
  const { link } = await makeKeys(tx, call, frozen.id);
  const rows = members.map(({ electorate, member, stationId }) => ({
    jurisdiction,
    poll_id: frozen.id,
    id: v7(),
    electorate,
    member_hash: memberHash(link, electorate, member),
    station_id: stationId,
  }));
  await insertRoll(tx, rows);
  return hash;
}

/** How the roll knows somebody: nobody who has only the roll can tell who it is, and after the close nobody at all. */
export function memberHash(link: KeyObject, electorate: Electorate, member: string): Buffer {
  return createHmac('sha256', link).update(`member/${electorate}/${member}`).digest();
}
