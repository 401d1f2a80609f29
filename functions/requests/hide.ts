import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { hide as contract } from '../../shared/requests/contract';
import type { Call, Person } from '../platform/call';
import { speaksFor } from './access';
import { ensureMaySpeak } from './own-answer';
import { lockRequest, updateRequest } from './queries';
import { record } from './record';

/** Takes back that others may see it: at once, whatever the station decided, and the station can't publish it again. */
export async function hide(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  return call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, id);
    ensure(request && speaksFor(request, caller), 'not_found');
    await ensureMaySpeak(tx, call, request);
    ensure(request.publication, 'not_public');
    await updateRequest(tx, jurisdiction, id, {
      openness: 'handlers',
      publication: null,
      public_title: null,
      public_words: null,
      public_answer: null,
      published_on: null,
      changed_at: now,
    });
    const spoken: Record<string, boolean> = request.resident_id ? {} : { spoken: true };
    await record(tx, call, request, { kind: 'hidden', detail: spoken });
    return { hidden: true };
  });
}
