import type { Suggestion } from '../../shared/suggestions/shown';
import { decisionsOn, replacePictures, selectPicturesOf, shownPicture } from '../pictures/public';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';

/**
 * What was put with a suggestion (附件), in the order chosen. Whoever reads it has a part in it, and so sees those too that nobody has checked:
 * nothing of it is public. One that was withheld opens for the office alone, which decides of those WeChat was not sure of.
 */
export async function attachmentsOf(
  tx: Tx,
  call: Call,
  id: string,
  isOffice: boolean,
): Promise<Pick<Suggestion, 'pictures' | 'reviews'>> {
  const rows = await selectPicturesOf(tx, call.jurisdiction, 'suggestion_id', [id]);
  const pictures = rows.map((row) => shownPicture(call, row, isOffice));
  if (!isOffice) return { pictures };
  const reviews = rows.map((row) => ({ picture: row.id, decisions: decisionsOn(row) }));
  return { pictures, reviews: reviews.filter(({ decisions }) => decisions.length) };
}

/** How many each of these has; those without are left out. */
export async function countAttachments(
  tx: Tx,
  { jurisdiction }: Call,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { suggestion_id: id } of await selectPicturesOf(tx, jurisdiction, 'suggestion_id', ids))
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/**
 * It has these from now on; without a list, as a phone of yesterday sends it, those that it had.
 * @returns whether they are other ones, or in another order. @throws ProblemError `picture_missing`, `picture_taken`
 */
export async function putAttachments(
  tx: Tx,
  call: Call<Person>,
  id: string,
  wanted: readonly string[] | undefined,
): Promise<boolean> {
  if (!wanted) return false;
  const before = await selectPicturesOf(tx, call.jurisdiction, 'suggestion_id', [id]);
  if (before.map((one) => one.id).join() === wanted.join()) return false;
  await replacePictures(tx, call, { before, after: wanted }, { suggestion_id: id, event_id: null });
  return true;
}
