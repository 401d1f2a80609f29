import { following } from '../../../shared/kernel/lifecycle';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { PICTURE_CHECK, WORDS_CHECK } from '../../../shared/requests/content-check';
import type { reviewContent as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import { afterCommit } from '../../platform/after-commit';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { movePictures } from '../content/move-pictures';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';
import { updateCheck } from '../queries/pictures';

/**
 * A person decides what WeChat was not sure of (人工复核): words or one picture. Cleared words may be published; what is withheld stays with
 * those who handle the matter, and the resident sees that it was and why. Who kept something back by mistake clears it: the board is then
 * decided on anew (`moderate.ts`).
 */
export async function reviewContent(
  call: Call<Person>,
  { id, picture, decision, reason }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const directory = await countyDirectoryOf(call);
  const reply = await call.write(async (tx): Promise<Reply<typeof contract>> => {
    const matter = await lockMatter(tx, call, directory, id);
    const before = matter.request.text_check;
    const after = picture ? before : following(WORDS_CHECK, decision, before);
    await happen(tx, call, matter, decision, { words: reason, picture: picture ?? null, set: { text_check: after } });
    const decided = picture
      ? await updateCheck(tx, jurisdiction, { id: picture, requestId: id, transitions: PICTURE_CHECK[decision] ?? {} })
      : after !== before;
    ensure(decided, 'nothing_to_review');
    const entry = { personId: caller.personId, objectKind: picture ? 'picture' : 'request', objectId: picture ?? id };
    await audit(tx, { jurisdiction, action: decision, ...entry, reason, now });
    return { decided: true };
  });
  await afterCommit(call.services, () => movePictures(call));
  return reply;
}
