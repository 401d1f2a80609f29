import {
  type Decision,
  isForBoard,
  isOffBoard,
  PICTURE_CHECK,
  WORDS_CHECK,
} from '../../../shared/kernel/content-check';
import { following } from '../../../shared/kernel/lifecycle';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { reviewContent as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import { selectPicture, updatePictureCheck, writeAndMove } from '../../pictures/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { happen } from '../lifecycle/happen';
import { lockMatter, type Matter } from '../lifecycle/matter';
import { updateWordsCheck } from '../queries/requests';

/**
 * A person decides what WeChat was not sure of (人工复核): words or one picture. Cleared words may be published; what is withheld stays with
 * those who handle the matter, and the resident sees that it was and why. Who kept something back by mistake clears it: the board is then
 * decided on anew (`moderate.ts`).
 */
export async function reviewContent(
  call: Call<Person>,
  { id, picture, decision, reason, seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const directory = await countyDirectoryOf(call);
  return writeAndMove(call, async (tx) => {
    const matter = await lockMatter(tx, call, directory, id, { event: seen, on: picture ? { picture } : 'words' });
    const decided = picture
      ? await decideOnPicture(tx, call, matter, { picture, decision, reason })
      : await decideOnWords(tx, call, matter, { decision, reason });
    ensure(decided, 'nothing_to_review');
    const entry = { personId: caller.personId, objectKind: picture ? 'picture' : 'request', objectId: picture ?? id };
    await audit(tx, { jurisdiction, action: decision, ...entry, reason, now });
    return { decided: true };
  });
}

async function decideOnWords(
  tx: Tx,
  call: Call,
  matter: Matter,
  { decision, reason }: { decision: Decision; reason: string },
): Promise<boolean> {
  const { id, text_check: before } = matter.request;
  const after = following(WORDS_CHECK, decision, before);
  await happen(tx, call, matter, decision, { words: reason, picture: null, set: { text_check: after } });
  if (decision === 'approved') await updateWordsCheck(tx, call.jurisdiction, id, { word_doubts: '[]' });
  return after !== before;
}

/** What each decision is called of a picture that nobody doubts: it is on the notice board or not, and nothing else changes. */
const ON_BOARD = {
  approved: { event: 'photo_let_on', step: 'let_on' },
  withheld: { event: 'photo_left_off', step: 'left_off' },
} as const;

async function decideOnPicture(
  tx: Tx,
  call: Call,
  matter: Matter,
  { picture, decision, reason }: { picture: string; decision: Decision; reason: string },
): Promise<boolean> {
  const { jurisdiction } = call;
  const found = await selectPicture(tx, jurisdiction, picture);
  const isUndoubted = found?.event_id === null && (isForBoard(found.state) || isOffBoard(found.state));
  const isOnlyOfBoard = isUndoubted && matter.request.publication !== null;
  // What a person withheld because of a doubt and approved since can be left off the board like any other.
  const { event, step } = isOnlyOfBoard ? ON_BOARD[decision] : { event: decision, step: decision };
  await happen(tx, call, matter, event, { words: reason, picture });
  const transitions = PICTURE_CHECK[step] ?? {};
  return updatePictureCheck(tx, jurisdiction, { id: picture, of: { request_id: matter.request.id }, transitions });
}
