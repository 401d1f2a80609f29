import { deputyTitle } from '../../shared/directory/rules';
import { dayOf, dueOn } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { ask as contract } from '../../shared/requests/contract';
import { namesOf } from '../directory/public';
import { workingDays } from '../platform/calendar';
import type { Call, Person } from '../platform/call';
import { isOwnMatter } from './access';
import { lockRequest, updateRequest } from './queries';
import { record } from './record';
import { tellResident } from './tell';

/** The deputy asks back (问一句). The clock stands; what the resident says next gives it back with the days that were left. */
export async function ask(call: Call<Person>, { id, words }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  const names = await namesOf(call);
  const { lapseTerm, calendar } = names.settings;
  return call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, id);
    ensure(request && caller.deputyId !== null && request.deputy_id === caller.deputyId, 'not_found');
    ensure(names.isServing(caller.deputyId), 'term_over');
    ensure(!isOwnMatter(request, caller.personId), 'own_matter');
    ensure(request.state !== 'closed', 'request_closed');
    ensure(request.state !== 'asked', 'asked_already');
    ensure(request.state === 'with_deputy', 'not_waiting_for_answer');
    await updateRequest(tx, jurisdiction, id, {
      state: 'asked',
      asked_on: dayOf(now),
      lapses_on: dueOn(dayOf(now), lapseTerm, workingDays(calendar)),
      lapse_told_at: null,
      opened_at: request.opened_at ?? now,
      taken_at: request.taken_at ?? now,
      changed_at: now,
    });
    await record(tx, call, request, { kind: 'asked', words, deputyId: caller.deputyId });
    const body = `${deputyTitle(names.deputyName(caller.deputyId))}想问您一句`;
    const news = { jurisdiction, kind: 'request_asked' as const, requestId: id, title: request.title, body, now };
    await tellResident(tx, request, news);
    return { state: 'asked' };
  });
}
