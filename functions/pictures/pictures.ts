import { isOffBoard, isPassed, isSending, isWithheld } from '../../shared/kernel/content-check';
import type { Picture } from '../../shared/kernel/pictures';
import { ensure } from '../../shared/kernel/problems';
import type { Call, Person, StoredPhoto } from '../platform/call';
import type { Tx } from '../platform/database';
import { type Belongs, isUsed, lockOwnPictures, type PictureOf, updateAttached } from './queries';

const LINK_MINUTES = 15;

/** How long a picture waits for the words it belongs to; then its phone sends it again. */
export const LOOSE_MS = 2 * 24 * 3_600_000;

/** Where a picture lies in storage, without where it was taken. Each `copy` has an address of its own (`move-pictures.ts`). */
export function pictureKey(jurisdiction: string, { id, copy }: { id: string; copy: number }): string {
  return `pictures/${jurisdiction}/${copy ? `${id}-${copy}` : id}`;
}

/** Where it is sent to: as it was, for a day at the most. */
export function incomingKey(jurisdiction: string, id: string): string {
  return `incoming/${jurisdiction}/${id}`;
}

/**
 * Pictures the caller sent become part of something, or of one of its events, in the order given.
 * @throws ProblemError `picture_missing` for one that was never sent, has waited too long or is somebody else's, `picture_taken` for
 * one that belongs to something already
 */
export async function attachPictures(
  tx: Tx,
  { jurisdiction, caller, now }: Call<Person>,
  ids: readonly string[],
  to: Belongs,
): Promise<void> {
  if (!ids.length) return;
  ensure(new Set(ids).size === ids.length, 'picture_taken');
  const since = new Date(now.getTime() - LOOSE_MS);
  const found = await lockOwnPictures(tx, jurisdiction, { ownerId: caller.personId, ids, since });
  ensure(found.length === ids.length && found.every(({ state }) => !isSending(state)), 'picture_missing');
  ensure(!found.some(isUsed), 'picture_taken');
  for (const [position, id] of ids.entries()) await updateAttached(tx, jurisdiction, id, position, to);
}

/** Where one lies; null while it is still being sent, and while it is withheld. */
export function storedPhoto(jurisdiction: string, row: PictureOf): StoredPhoto | null {
  if (row.type === null || isWithheld(row.state)) return null;
  return { key: pictureKey(jurisdiction, row), type: row.type };
}

/** A picture as one may see it who handles the matter or sent it. What was withheld opens for the station alone, which may clear it. */
export function shown({ services, jurisdiction }: Call, row: PictureOf, forStation = false): Picture {
  const { id, state, type, width, height } = row;
  const open = type !== null && (forStation || !isWithheld(state));
  const url = open
    ? services.storage.link(pictureKey(jurisdiction, row), { type, minutes: LINK_MINUTES, steady: true })
    : null;
  const offBoard = isOffBoard(state) ? { offBoard: true } : {};
  return { id, url, checked: isPassed(state), ...offBoard, width: width ?? 0, height: height ?? 0 };
}
