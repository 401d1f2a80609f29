import { v7 } from 'uuid';
import { deputyTitle } from '../../shared/directory/rules';
import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { answer as contract } from '../../shared/requests/contract';
import { afterAnswer } from '../../shared/requests/rules';
import { namesOf } from '../directory/public';
import { notify } from '../notifications/public';
import type { Call, Person } from '../platform/call';
import { insertEvent, lockRequest, updateRequest } from './queries';

/** The deputy's answer: the clock stands, the resident has the word. */
export async function answer(
  call: Call<Person>,
  { id, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  const names = await namesOf(call);
  return call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, id);
    ensure(request && caller.deputyId !== null && request.deputy_id === caller.deputyId, 'not_found');
    ensure(request.state !== 'closed', 'request_closed');
    const after = afterAnswer(request);
    ensure(after, 'not_waiting_for_answer');
    const { round, title, resident_id: personId } = request;
    await updateRequest(tx, jurisdiction, id, {
      ...after,
      answered_on: dayOf(now),
      opened_at: request.opened_at ?? now,
      changed_at: now,
    });
    await insertEvent(tx, {
      jurisdiction,
      request_id: id,
      id: v7(),
      round,
      kind: 'answered',
      person_id: caller.personId,
      words,
      detail: '{}',
      at: now,
    });
    const body = `${deputyTitle(names.deputyName(request.deputy_id))}回话了，请您看看`;
    await notify(tx, { jurisdiction, personId, kind: 'request_answered', requestId: id, title, body, now });
    return { state: after.state, round };
  });
}
