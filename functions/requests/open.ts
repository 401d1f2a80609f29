import { v7 } from 'uuid';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { open as contract } from '../../shared/requests/contract';
import type { Call, Person } from '../platform/call';
import { viewerOf } from './access';
import { insertEvent, lockRequest, updateRequest } from './queries';

/** The deputy saw this round, or the resident its answer: written down the first time, so that the other side can see it. */
export async function open(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  return call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, id);
    const viewer = viewerOf(request, caller);
    ensure(request, 'not_found');
    const seen = {
      jurisdiction,
      request_id: id,
      id: v7(),
      round: request.round,
      person_id: caller.personId,
      words: null,
      detail: '{}',
      at: now,
    };
    if (viewer === 'deputy' && request.opened_at === null) {
      await updateRequest(tx, jurisdiction, id, { opened_at: now });
      if (request.state === 'with_deputy') await insertEvent(tx, { ...seen, kind: 'opened' });
    }
    if (viewer === 'resident' && request.state === 'answered') await insertEvent(tx, { ...seen, kind: 'read' });
    return { opened: true };
  });
}
