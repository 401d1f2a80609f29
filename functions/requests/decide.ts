import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { decide as contract } from '../../shared/requests/contract';
import { namesOf } from '../directory/public';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { viewersOf } from './access';
import { ensureNotOwnAnswer } from './own-answer';
import { lockRequest, updateRequest } from './queries';
import { updateDecision } from './queries-pictures';
import { record } from './record';

/** What WeChat says when a person has to look. */
const DOUBTED = ['review', 'risky'] as const;

/**
 * A person decides what WeChat was not sure of (人工复核): words or one picture. Cleared words may be published; what is kept back stays with
 * those who handle the matter, and the resident sees that it was and why. Who kept something back by mistake clears it: the board is then
 * decided on anew (`screen`).
 */
export async function decide(
  call: Call<Person>,
  { id, picture, decision, reason }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const names = await namesOf(call);
  const from = decision === 'cleared' ? [...DOUBTED, 'kept_back' as const] : DOUBTED;
  return call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, id);
    ensure(request && viewersOf(request, call, names).includes('station'), 'not_found');
    // A clerk may be a deputy too: on their own answer another decides.
    await ensureNotOwnAnswer(tx, call, request);
    if (picture) {
      const one = { requestId: id, pictureId: picture, from, decision };
      ensure(await updateDecision(tx, jurisdiction, one), 'nothing_to_decide');
    } else {
      ensure(
        from.some((state) => state === request.text_check),
        'nothing_to_decide',
      );
      const board = { publication: request.publication && ('declined' as const), published_on: null };
      const off = decision === 'kept_back' ? board : {};
      await updateRequest(tx, jurisdiction, id, { text_check: decision, ...off, changed_at: now });
    }
    await record(tx, call, request, { kind: decision, words: reason, detail: { picture: picture ?? null } });
    const entry = { personId: caller.personId, objectKind: picture ? 'picture' : 'request', objectId: picture ?? id };
    await audit(tx, { jurisdiction, action: decision, ...entry, reason, now });
    return { decided: true };
  });
}
