import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { open as contract } from '../../shared/requests/contract';
import { namesOf } from '../directory/public';
import type { Call, Person } from '../platform/call';
import { viewersOf } from './access';
import { lockRequest, updateRequest } from './queries';
import { record } from './record';

/** The deputy saw this round, or the resident its answer: written down the first time, so that the other side can see it. */
export async function open(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  const names = await namesOf(call);
  return call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, id);
    const viewers = viewersOf(request, call, names);
    ensure(request, 'not_found');
    if (viewers.includes('deputy') && request.opened_at === null) {
      await updateRequest(tx, jurisdiction, id, { opened_at: now, taken_at: request.taken_at ?? now });
      if (request.state === 'with_deputy')
        await record(tx, call, request, { kind: 'opened', deputyId: caller.deputyId });
    }
    if (viewers.includes('resident') && request.state === 'answered') await record(tx, call, request, { kind: 'read' });
    return { opened: true };
  });
}
