import { ensure } from '../../shared/kernel/problems';
import type { Picture } from '../../shared/requests/contract';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { lockLoosePictures, selectPictures, updateAttached } from './queries-pictures';

const LINK_MINUTES = 15;

/** Where a picture lies in storage, without where it was taken. */
export function pictureKey(jurisdiction: string, id: string): string {
  return `pictures/${jurisdiction}/${id}`;
}

/**
 * Pictures the caller sent become part of a request, or of one of its events, in the order given.
 * @throws ProblemError `picture_missing` for one that was never sent or is somebody else's, `picture_taken` for one that belongs to something already
 */
export async function attachPictures(
  tx: Tx,
  { jurisdiction, caller }: Call<Person>,
  ids: readonly string[],
  to: { requestId: string; eventId: string | null },
): Promise<void> {
  if (!ids.length) return;
  ensure(new Set(ids).size === ids.length, 'picture_taken');
  const found = await lockLoosePictures(tx, jurisdiction, caller.personId, ids);
  ensure(found.length === ids.length && found.every(({ state }) => state !== 'sending'), 'picture_missing');
  ensure(
    found.every(({ request_id }) => request_id === null),
    'picture_taken',
  );
  for (const [position, id] of ids.entries()) await updateAttached(tx, jurisdiction, id, position, to);
}

type PictureRow = Awaited<ReturnType<typeof selectPictures>>[number];

async function shown(call: Call, row: PictureRow): Promise<Picture> {
  const { id, state, width, height } = row;
  const kept = state === 'kept_back';
  const url = kept
    ? null
    : await call.services.storage.link(pictureKey(call.jurisdiction, id), { minutes: LINK_MINUTES, now: call.now });
  return { id, url, checked: isChecked(row), width: width ?? 0, height: height ?? 0 };
}

function isChecked({ state }: Pick<PictureRow, 'state'>): boolean {
  return state === 'passed' || state === 'cleared';
}

/** A request's pictures for those who handle it, by event (null: of the request itself); `toDecide`: one of them waits for a person. */
export async function picturesOf(
  tx: Tx,
  call: Call,
  requestId: string,
): Promise<{ pictures: Map<string | null, Picture[]>; toDecide: boolean }> {
  const rows = await selectPictures(tx, call.jurisdiction, [requestId]);
  const pictures = new Map<string | null, Picture[]>();
  for (const row of rows) pictures.set(row.event_id, [...(pictures.get(row.event_id) ?? []), await shown(call, row)]);
  return { pictures, toDecide: rows.some(({ state }) => state === 'review' || state === 'risky') };
}

/** What everybody may see of these requests: pictures of the request itself that were passed or cleared. */
export async function boardPictures(
  tx: Tx,
  call: Call,
  requestIds: readonly string[],
): Promise<Map<string, Picture[]>> {
  const pictures = new Map<string, Picture[]>();
  for (const row of await selectPictures(tx, call.jurisdiction, requestIds)) {
    if (row.event_id !== null || row.request_id === null || !isChecked(row)) continue;
    pictures.set(row.request_id, [...(pictures.get(row.request_id) ?? []), await shown(call, row)]);
  }
  return pictures;
}
