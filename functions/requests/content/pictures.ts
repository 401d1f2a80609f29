import { ensure } from '../../../shared/kernel/problems';
import {
  isForBoard,
  isForPerson,
  isOffBoard,
  isPassed,
  isSending,
  isWithheld,
} from '../../../shared/requests/content-check';
import type { Picture, RequestPage } from '../../../shared/requests/contract';
import type { Viewer } from '../../../shared/requests/lifecycle';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { lockOwnPictures, selectPictures, updateAttached } from '../queries/pictures';

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
 * Pictures the caller sent become part of a request, or of one of its events, in the order given.
 * @throws ProblemError `picture_missing` for one that was never sent, has waited too long or is somebody else's, `picture_taken` for
 * one that belongs to something already
 */
export async function attachPictures(
  tx: Tx,
  { jurisdiction, caller, now }: Call<Person>,
  ids: readonly string[],
  to: { requestId: string; eventId: string | null },
): Promise<void> {
  if (!ids.length) return;
  ensure(new Set(ids).size === ids.length, 'picture_taken');
  const since = new Date(now.getTime() - LOOSE_MS);
  const found = await lockOwnPictures(tx, jurisdiction, { ownerId: caller.personId, ids, since });
  ensure(found.length === ids.length && found.every(({ state }) => !isSending(state)), 'picture_missing');
  ensure(
    found.every(({ request_id }) => request_id === null),
    'picture_taken',
  );
  for (const [position, id] of ids.entries()) await updateAttached(tx, jurisdiction, id, position, to);
}

type PictureRow = Pick<
  Awaited<ReturnType<typeof selectPictures>>[number],
  'id' | 'owner_id' | 'state' | 'type' | 'width' | 'height' | 'copy'
>;

/** A picture as one may see it who handles the matter or sent it. What was withheld opens for the station alone, which may clear it. */
export function shown({ services, jurisdiction }: Call, row: PictureRow, forStation = false): Picture {
  const { id, state, type, width, height } = row;
  const open = type !== null && (forStation || !isWithheld(state));
  const url = open
    ? services.storage.link(pictureKey(jurisdiction, row), { type, minutes: LINK_MINUTES, steady: true })
    : null;
  const offBoard = isOffBoard(state) ? { offBoard: true } : {};
  return { id, url, checked: isPassed(state), ...offBoard, width: width ?? 0, height: height ?? 0 };
}

const HANDLERS: readonly Viewer[] = ['deputy', 'colleague', 'station'];

/**
 * A request's pictures by event (null: of the request itself). Who handles the matter sees those too that nobody has checked; the
 * others see that there is one. `doubts`: those that wait for a person, and those one
 * withheld.
 */
export async function picturesOf(
  tx: Tx,
  call: Call<Person>,
  requestId: string,
  viewers: readonly Viewer[],
): Promise<{ pictures: Map<string | null, Picture[]>; doubts: RequestPage['doubts'] }> {
  const rows = await selectPictures(tx, call.jurisdiction, [requestId]);
  const handles = viewers.some((viewer) => HANDLERS.includes(viewer));
  const pictures = new Map<string | null, Picture[]>();
  for (const row of rows) {
    const picture = shown(call, row, viewers.includes('station'));
    const open = handles || picture.checked || row.owner_id === call.caller.personId;
    const seen = open ? picture : { ...picture, url: null };
    pictures.set(row.event_id, [...(pictures.get(row.event_id) ?? []), seen]);
  }
  const doubts = rows.flatMap(({ id, state }) => (isForPerson(state) ? [{ picture: id, verdict: state }] : []));
  return { pictures, doubts };
}

/** What everybody may see of these requests: pictures of the request itself that were passed or approved, and not left off the board. */
export async function boardPictures(
  tx: Tx,
  call: Call,
  requestIds: readonly string[],
): Promise<Map<string, Picture[]>> {
  const pictures = new Map<string, Picture[]>();
  for (const row of await selectPictures(tx, call.jurisdiction, requestIds)) {
    if (row.event_id !== null || row.request_id === null || !isForBoard(row.state)) continue;
    pictures.set(row.request_id, [...(pictures.get(row.request_id) ?? []), shown(call, row)]);
  }
  return pictures;
}
