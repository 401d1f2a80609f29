import { PICTURE_CHECK } from '../../../shared/kernel/content-check';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { reviewPicture as contract } from '../../../shared/suggestions/contract';
import { closeLinksOf, selectPicture, updatePictureCheck, writeAndMove } from '../../pictures/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { decisionsOn } from '../attachments';
import { lockMatter } from '../matter';

/** The office decides whether others see a photo WeChat was not sure of. Whoever had its address of before it was hidden has nothing of it. */
export async function reviewPicture(
  call: Call<Person>,
  { id, picture: pictureId, decision, reason }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  return writeAndMove(call, async (tx) => {
    const { sides } = await lockMatter(tx, call, id);
    ensure(sides.includes('office'), 'not_found');
    const picture = await selectPicture(tx, jurisdiction, pictureId);
    ensure(picture?.suggestion_id === id, 'not_found');
    ensure(decisionsOn(picture).includes(decision), 'picture_decided');
    const transitions = PICTURE_CHECK[decision] ?? {};
    await updatePictureCheck(tx, jurisdiction, { id: pictureId, of: { suggestion_id: id }, transitions });
    if (decision === 'withheld') await closeLinksOf(tx, call, [picture]);
    const entry = { personId: caller.personId, objectKind: 'picture', objectId: pictureId };
    await audit(tx, { jurisdiction, action: decision, ...entry, reason, now });
    return { decided: true };
  });
}
