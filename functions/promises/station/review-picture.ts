import { PICTURE_CHECK } from '../../../shared/kernel/content-check';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { reviewPicture as contract } from '../../../shared/promises/contract';
import { closeLinksOf, selectPicture, updatePictureCheck, writeAndMove } from '../../pictures/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { decisionsOn, stepOf } from '../evidence';
import { lockMatter } from '../matter';

/** A person decides whether everybody sees a picture. Whoever had its address of before it was hidden has nothing of it. */
export async function reviewPicture(
  call: Call<Person>,
  { id, picture: pictureId, decision, reason }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  return writeAndMove(call, async (tx) => {
    const { sides } = await lockMatter(tx, call, id);
    ensure(sides.includes('station') || sides.includes('office'), 'not_found');
    const picture = await selectPicture(tx, jurisdiction, pictureId);
    ensure(picture?.promise_id === id, 'not_found');
    ensure(decisionsOn(picture).includes(decision), 'picture_decided');
    const transitions = PICTURE_CHECK[stepOf(picture, decision)] ?? {};
    await updatePictureCheck(tx, jurisdiction, { id: pictureId, of: { promise_id: id }, transitions });
    if (decision === 'withheld') await closeLinksOf(tx, call, [picture]);
    const entry = { personId: caller.personId, objectKind: 'picture', objectId: pictureId };
    await audit(tx, { jurisdiction, action: decision, ...entry, reason, now });
    return { decided: true };
  });
}
