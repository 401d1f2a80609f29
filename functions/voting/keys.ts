import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { Call, Services } from '../platform/call';
import type { Tx } from '../platform/database';
import { deleteKeyHalf, insertKeyHalf } from './queries';
import type { KeyKind } from './tables';

// Each key of a vote is made of two halves, one in the database and one in a bucket that keeps no old versions: a copy of either opens
// nothing, and a key whose halves were removed is gone from every backup too.

const KEY_BYTES = 32;

type KeyOf = { jurisdiction: string; pollId: string; kind: KeyKind };

const placeOf = ({ jurisdiction, pollId, kind }: KeyOf) => `keys/${jurisdiction}/${pollId}-${kind}`;

/** Makes both keys of a vote. The half in the bucket comes first: one that nobody needs hurts nobody. @throws StorageAway */
export async function makeKeys(
  tx: Tx,
  { services, jurisdiction }: Pick<Call, 'services' | 'jurisdiction'>,
  pollId: string,
): Promise<VoteKeys> {
  const made = {} as VoteKeys;
  for (const kind of ['link', 'seal'] as const) {
    const [here, there] = [randomBytes(KEY_BYTES), randomBytes(KEY_BYTES)];
    await services.storage.put(placeOf({ jurisdiction, pollId, kind }), there, 'application/octet-stream');
    await insertKeyHalf(tx, { jurisdiction, poll_id: pollId, kind, half: here });
    made[kind] = joined(here, there);
  }
  return made;
}

export type VoteKeys = Record<KeyKind, KeyObject>;

/** A half of a key is gone that should be there. The log says it by this name. */
export class VoteKeyLost extends Error {
  override name = 'VoteKeyLost';
}

/** The key, of the half in the database and the other; null when one of them is gone. @throws StorageAway */
export async function readVoteKey(
  { storage }: Pick<Services, 'storage'>,
  key: KeyOf,
  here: Buffer | null,
): Promise<KeyObject | null> {
  const there = here && (await storage.get(placeOf(key), KEY_BYTES));
  return here && there ? joined(here, Buffer.from(there)) : null;
}

/** Removes both halves and looks that they are gone. What is gone already stays so: it may be done again. @throws StorageAway */
export async function destroyKey(
  { services, jurisdiction, write }: Call,
  pollId: string,
  kind: KeyKind,
): Promise<void> {
  const key = { jurisdiction, pollId, kind };
  await services.storage.remove(placeOf(key));
  if (await services.storage.get(placeOf(key), KEY_BYTES))
    throw new Error('half of a key is still there after it was removed');
  await write((tx) => deleteKeyHalf(tx, key));
}

function joined(here: Buffer, there: Buffer): KeyObject {
  return createSecretKey(createHmac('sha256', here).update(there).digest());
}
