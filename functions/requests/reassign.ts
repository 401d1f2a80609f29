import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { reassign as contract } from '../../shared/requests/contract';
import { namesOf } from '../directory/public';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { viewersOf } from './access';
import { give } from './give';
import { lockRequest } from './queries';

/** The station gives it to another deputy, or to all of the village's (改派). */
export async function reassign(
  call: Call<Person>,
  { id, deputyId, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const names = await namesOf(call);
  return call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, id);
    ensure(request && viewersOf(request, call, names).includes('station'), 'not_found');
    await give(tx, call, names, { request, kind: 'reassigned', to: deputyId ?? null, words });
    const { personId } = caller;
    await audit(tx, {
      jurisdiction,
      personId,
      action: 'request_reassigned',
      objectKind: 'request',
      objectId: id,
      reason: words,
      now,
    });
    return { deputyName: deputyId ? names.deputyName(deputyId) : null };
  });
}
