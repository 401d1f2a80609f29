import type { EventKind } from '../../../shared/requests/lifecycle';
import { afterCommit } from '../../platform/after-commit';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { MAX_BYTES } from '../../platform/images';
import { enqueueAll } from '../../platform/outbox';
import { drainTopic } from '../../platform/schedules';
import { selectPicture, selectPictures, updatePicture } from '../queries/pictures';
import type { RequestRow } from '../queries/requests';
import { pictureKey } from './pictures';

const MOVE_PICTURES = 'requests.move-pictures';

type Payload = { pictureId: string; copy: number };

/** What somebody decides of one picture so that fewer people see it than before. */
const HIDE_ONE: readonly EventKind[] = ['withheld', 'photo_left_off'];

/**
 * Leaves work for `movePictures` where somebody may not see pictures any more who may have their addresses: a matter left the notice board,
 * or a person hid one picture. In the transaction that decides so.
 */
export async function closeLinks(
  tx: Tx,
  call: Call,
  event: EventKind,
  { before, after, picture }: { before: RequestRow; after: RequestRow; picture: string | null },
): Promise<void> {
  const left = before.published_at !== null && after.published_at === null;
  if (!left && !(picture && HIDE_ONE.includes(event))) return;
  const pictures = await selectPictures(tx, call.jurisdiction, [before.id]);
  await closeLinksOf(
    tx,
    call,
    pictures.filter(({ id }) => left || id === picture),
  );
}

/** The same for these pictures, whatever happened to them. */
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
