import type { endRecusal as contract } from '../../../shared/assignments/contract';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { deleteRecusal, selectRecusal } from './queries';

/** Nothing is in the way any more, says somebody else of the office; it stands in the audit log. */
export async function endRecusal(
  call: Call<Person>,
  { id, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  return call.write(async (tx) => {
    const recusal = await selectRecusal(tx, jurisdiction, id);
    ensure(recusal, 'not_found');
    ensure(recusal.person_id !== caller.personId, 'own_recusal');
    ensure(await deleteRecusal(tx, jurisdiction, id), 'not_found');
    await audit(tx, {
      jurisdiction,
      personId: caller.personId,
      action: 'recusal_ended',
      objectKind: 'person',
      objectId: recusal.person_id,
      reason: words,
      now,
    });
    return { ended: true };
  });
}
