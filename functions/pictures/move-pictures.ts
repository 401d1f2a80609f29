import { afterCommit } from '../platform/after-commit';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { MAX_BYTES } from '../platform/images';
import { enqueueAll } from '../platform/outbox';
import { drainTopic } from '../platform/schedules';
import { pictureKey } from './pictures';
import { selectPicture, updatePicture } from './queries';

// What waits in an outbox has this name since pictures belonged to requests alone.
const MOVE_PICTURES = 'requests.move-pictures';

type Payload = { pictureId: string; copy: number };

/**
 * Leaves work for `movePictures` where somebody may not see these pictures any more who may have their addresses. In the transaction that
 * decides so.
 */
export async function closeLinksOf(
  tx: Tx,
  { jurisdiction, now }: Call,
  pictures: readonly { id: string; copy: number }[],
): Promise<void> {
  const payloads = pictures.map(({ id, copy }): Payload => ({ pictureId: id, copy }));
  await enqueueAll(tx, { jurisdiction, topic: MOVE_PICTURES, payloads, runAt: now, now });
}

/** What a verb writes that may hide pictures: the addresses given out lead nowhere from then on. */
export async function writeAndMove<T>(call: Call, work: (tx: Tx) => Promise<T>): Promise<T> {
  const reply = await call.write(work);
  await afterCommit(call.services, () => movePictures(call));
  return reply;
}

/** Puts pictures under new addresses. The clock goes on with what the storage did not do at once. */
export async function movePictures(call: Call): Promise<void> {
  await drainTopic<Payload>(call, MOVE_PICTURES, (payload) => move(call, payload));
}

/** The new one is there before the row names it, and the old one goes last: wherever it breaks off it can be gone on with. */
async function move({ jurisdiction, services }: Call, { pictureId: id, copy }: Payload): Promise<void> {
  const { database, storage } = services;
  const picture = await database.inTenant(jurisdiction, (tx) => selectPicture(tx, jurisdiction, id), 'one read');
  const old = pictureKey(jurisdiction, { id, copy });
  const bytes = picture?.copy === copy ? await storage.get(old, MAX_BYTES) : null;
  if (picture?.type && bytes) {
    const next = copy + 1;
    await storage.put(pictureKey(jurisdiction, { id, copy: next }), bytes, picture.type);
    await database.inTenant(jurisdiction, (tx) => updatePicture(tx, jurisdiction, id, { copy: next }), 'one write');
  }
  await storage.remove(old);
}
