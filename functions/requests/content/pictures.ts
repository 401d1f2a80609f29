import { isForBoard, isForPerson, isPassed } from '../../../shared/kernel/content-check';
import type { Picture } from '../../../shared/kernel/pictures';
import type { RequestPage } from '../../../shared/requests/contract';
import type { Viewer } from '../../../shared/requests/lifecycle';
import { selectPicturesOf, shownPicture, storedPhoto } from '../../pictures/public';
import type { Call, Person, StoredPhoto } from '../../platform/call';
import type { Tx } from '../../platform/database';

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
  const rows = await selectPicturesOf(tx, call.jurisdiction, 'request_id', [requestId]);
  const handles = viewers.some((viewer) => HANDLERS.includes(viewer));
  const pictures = new Map<string | null, Picture[]>();
  for (const row of rows) {
    const picture = shownPicture(call, row, viewers.includes('station'));
    const open = handles || picture.checked || row.owner_id === call.caller.personId;
    const seen = open ? picture : { ...picture, url: null };
    pictures.set(row.event_id, [...(pictures.get(row.event_id) ?? []), seen]);
  }
  const doubts = rows.flatMap(({ id, state }) => (isForPerson(state) ? [{ picture: id, verdict: state }] : []));
  return { pictures, doubts };
}

/** The files of what their resident sees on the pages of these requests: their own pictures, and those of others that were passed. For the copy of them. */
export async function residentPhotos(
  tx: Tx,
  { jurisdiction, caller }: Call<Person>,
  requestIds: readonly string[],
): Promise<(requestId: string) => StoredPhoto[]> {
  const rows = await selectPicturesOf(tx, jurisdiction, 'request_id', requestIds);
  const seen = rows.filter(({ owner_id, state }) => owner_id === caller.personId || isPassed(state));
  return (id) =>
    seen.filter(({ request_id }) => request_id === id).flatMap((row) => storedPhoto(jurisdiction, row) ?? []);
}

/** What everybody may see of these requests: pictures of the request itself that were passed or approved, and not left off the board. */
export async function boardPictures(
  tx: Tx,
  call: Call,
  requestIds: readonly string[],
): Promise<Map<string, Picture[]>> {
  const pictures = new Map<string, Picture[]>();
  for (const row of await selectPicturesOf(tx, call.jurisdiction, 'request_id', requestIds)) {
    if (row.event_id !== null || row.request_id === null || !isForBoard(row.state)) continue;
    pictures.set(row.request_id, [...(pictures.get(row.request_id) ?? []), shownPicture(call, row)]);
  }
  return pictures;
}
