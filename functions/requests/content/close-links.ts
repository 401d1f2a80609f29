import type { EventKind } from '../../../shared/requests/lifecycle';
import { closeLinksOf, selectPicturesOf } from '../../pictures/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import type { RequestRow } from '../queries/requests';

/** What somebody decides of one picture so that fewer people see it than before. */
const HIDE_ONE: readonly EventKind[] = ['withheld', 'photo_left_off'];

/**
 * Puts pictures under new addresses where somebody may not see them any more who may have theirs: a matter left the notice board,
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
  const pictures = await selectPicturesOf(tx, call.jurisdiction, 'request_id', [before.id]);
  await closeLinksOf(
    tx,
    call,
    pictures.filter(({ id }) => left || id === picture),
  );
}
