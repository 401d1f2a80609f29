import { v7 } from 'uuid';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { supplement as contract } from '../../shared/requests/contract';
import type { Call, Person } from '../platform/call';
import { insertEvent, lockRequest, updateRequest } from './queries';
import { tellDeputy } from './tell-deputy';

/** The resident writes more (补充几句). The clock goes on; the deputy sees the request as unread again. */
export async function supplement(
  call: Call<Person>,
  { id, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  return call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, id);
    ensure(request && request.resident_id === caller.personId, 'not_found');
    ensure(request.state !== 'closed', 'request_closed');
    const { round, title } = request;
    await insertEvent(tx, {
      jurisdiction,
      request_id: id,
      id: v7(),
      round,
      kind: 'supplemented',
      person_id: caller.personId,
      words,
      detail: '{}',
      at: now,
    });
    await updateRequest(tx, jurisdiction, id, { opened_at: null, changed_at: now });
    const news = { jurisdiction, kind: 'request_supplemented' as const, requestId: id, title, now };
    await tellDeputy(tx, request.deputy_id, { ...news, body: '居民补充了几句' });
    return { added: true };
  });
}
