import { ensure } from '../../shared/kernel/problems';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { closeLinksOf } from './move-pictures';
import { attachPictures } from './pictures';
import { type Belongs, updateAttached, updateLoose } from './queries';

/**
 * Something has the pictures `after` from now on, in this order, of which it had those in `before`; the rest the caller sent. What is left out is
 * nobody's, its addresses lead nowhere, and it is swept. Whoever calls this holds what they belong to.
 * @throws ProblemError as `attachPictures`
 */
export async function replacePictures(
  tx: Tx,
  call: Call<Person>,
  { before, after }: { before: readonly { id: string; copy: number }[]; after: readonly string[] },
  to: Belongs,
): Promise<void> {
  const { jurisdiction } = call;
  ensure(new Set(after).size === after.length, 'picture_taken');
  const had = new Set(before.map(({ id }) => id));
  const left = before.filter(({ id }) => !after.includes(id));
  for (const { id } of left) await updateLoose(tx, jurisdiction, id);
  if (left.length) await closeLinksOf(tx, call, left);
  await attachPictures(
    tx,
    call,
    after.filter((id) => !had.has(id)),
    to,
  );
  for (const [position, id] of after.entries()) await updateAttached(tx, jurisdiction, id, position, to);
}
