import { deputyTitle } from '../../shared/directory/rules';
import { dayOf, dueOn } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { answer as contract } from '../../shared/requests/contract';
import { afterAnswer } from '../../shared/requests/rules';
import { namesOf } from '../directory/public';
import { workingDays } from '../platform/calendar';
import type { Call, Person } from '../platform/call';
import { isOnResidentsSide } from './own-answer';
import { attachPictures } from './pictures';
import { lockRequest, updateRequest } from './queries';
import { record } from './record';
import { tellResident } from './tell';

/** The deputy's answer: the clock stands, the resident has the word. Said again while it does, it adds to the first. */
export async function answer(
  call: Call<Person>,
  { id, round: seen, words, pictures = [] }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  const names = await namesOf(call);
  const { lapseTerm, calendar } = names.settings;
  return call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, id);
    ensure(request && caller.deputyId !== null && request.deputy_id === caller.deputyId, 'not_found');
    ensure(names.isServing(caller.deputyId), 'term_over');
    ensure(!(await isOnResidentsSide(tx, jurisdiction, request, caller.personId)), 'own_matter');
    const after = afterAnswer(request);
    ensure(after, 'request_closed');
    ensure(seen === undefined || seen === request.round, 'said_since');
    await updateRequest(tx, jurisdiction, id, {
      ...after,
      // The clock stood still with the first one.
      answered_on: request.answered_on ?? dayOf(now),
      asked_on: null,
      lapses_on: dueOn(dayOf(now), lapseTerm, workingDays(calendar)),
      lapse_told_at: null,
      opened_at: request.opened_at ?? now,
      taken_at: request.taken_at ?? now,
      // What is on the notice board stays there; the station looks at the answer before it joins it.
      publication: request.publication === 'published' ? 'pending' : request.publication,
      changed_at: now,
    });
    const eventId = await record(tx, call, request, { kind: 'answered', words, deputyId: caller.deputyId });
    await attachPictures(tx, call, pictures, { requestId: id, eventId });
    const { round, title } = request;
    const body = `${deputyTitle(names.deputyName(caller.deputyId))}回话了，请您看看`;
    await tellResident(tx, request, { jurisdiction, kind: 'request_answered', requestId: id, title, body, now });
    return { state: after.state, round };
  });
}
