import { DECISIONS, type Decision, PICTURE_CHECK } from '../../shared/kernel/content-check';
import { following } from '../../shared/kernel/lifecycle';
import { ensure } from '../../shared/kernel/problems';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { closeLinksOf } from './move-pictures';
import { type Of, type PictureOf, selectPicture, updateCheck } from './queries';

type Row = Pick<PictureOf, 'state'>;
/** What a decision is called in the table of the check, of one as it is. */
export type StepOf = (row: Row, decision: Decision) => keyof typeof PICTURE_CHECK;

const asItIsCalled: StepOf = (_, decision) => decision;

/** What a person may decide of it now (人工复核): by itself only of one somebody doubted. */
export function decisionsOn(row: Row, stepOf: StepOf = asItIsCalled): Decision[] {
  return DECISIONS.filter((decision) => following(PICTURE_CHECK, stepOf(row, decision), row.state) !== row.state);
}

/**
 * A person decides whether a picture of this thing (`of`) is seen, with the reason, which is logged. Whoever had its address of before it was hidden has
 * nothing of it. Inside `writeAndMove`, by whoever may, who holds what it belongs to.
 * @throws ProblemError `not_found` for one of something else, `picture_decided` where it would change nothing
 */
export async function decideOnPicture(
  tx: Tx,
  call: Call<Person>,
  of: Of,
  { picture: id, decision, reason }: { picture: string; decision: Decision; reason: string },
  stepOf: StepOf = asItIsCalled,
): Promise<void> {
  const { jurisdiction, caller, now } = call;
  const picture = await selectPicture(tx, jurisdiction, id);
  const isOfIt = Object.entries(of).every(([holder, whose]) => picture?.[holder as keyof Of] === whose);
  ensure(picture && isOfIt, 'not_found');
  ensure(decisionsOn(picture, stepOf).includes(decision), 'picture_decided');
  await updateCheck(tx, jurisdiction, { id, of, transitions: PICTURE_CHECK[stepOf(picture, decision)] ?? {} });
  if (decision === 'withheld') await closeLinksOf(tx, call, [picture]);
  const entry = { personId: caller.personId, objectKind: 'picture', objectId: id };
  await audit(tx, { jurisdiction, action: decision, ...entry, reason, now });
}
