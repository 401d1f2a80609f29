import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { withdraw as contract } from '../../shared/requests/contract';
import { namesOf } from '../directory/public';
import type { Call, Person } from '../platform/call';
import { speaksFor } from './access';
import { ensureMaySpeak } from './own-answer';
import { lockRequest, updateRequest } from './queries';
import { record } from './record';
import { hideFromDeputies, tellDeputy } from './tell';

const TITLE = '撤回的事';

/** The resident takes it back before a deputy has opened or taken it (撤回). What was said stays in the history, and off the notice board. */
export async function withdraw(
  call: Call<Person>,
  { id, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  const names = await namesOf(call);
  return call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, id);
    ensure(request && speaksFor(request, caller), 'not_found');
    await ensureMaySpeak(tx, call, request);
    ensure(request.state !== 'closed', 'request_closed');
    ensure(request.state === 'with_deputy' && request.round === 1 && !request.taken_at, 'withdrawn_too_late');
    await updateRequest(tx, jurisdiction, id, {
      state: 'closed',
      outcome: 'withdrawn',
      closed_on: dayOf(now),
      publication: null,
      published_on: null,
      changed_at: now,
    });
    const spoken: Record<string, boolean> = request.resident_id ? {} : { spoken: true };
    await record(tx, call, request, { kind: 'withdrawn', words: words || null, detail: spoken });
    const news = { jurisdiction, kind: 'request_withdrawn' as const, requestId: id, title: TITLE, now };
    await hideFromDeputies(tx, jurisdiction, request, TITLE);
    await tellDeputy(tx, names, request.deputy_id, { ...news, body: '居民撤回了，不用再回' });
    return { state: 'closed' };
  });
}
