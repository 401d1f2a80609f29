import { deputyTitle } from '../../shared/directory/rules';
import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { take as contract } from '../../shared/requests/contract';
import { namesOf } from '../directory/public';
import type { Call, Person } from '../platform/call';
import { needsCover } from './access';
import { isOnResidentsSide } from './own-answer';
import { lockRequest, updateRequest } from './queries';
import { record } from './record';
import { tellDeputy, tellResident } from './tell';

/**
 * The first to take it has it (谁先接就归谁): nobody's request of the deputy's villages, or one of a colleague who is away or has ended.
 * The clock goes on. The row is locked, so of two at the same moment the second hears that it is taken; any deputy of the village hears
 * that, since all of them could see it in their list until then.
 */
export async function take(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  const names = await namesOf(call);
  const today = dayOf(now);
  return call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, id);
    ensure(request && caller.deputyId, 'not_found');
    // One's own already: a second tap is no fault.
    if (request.deputy_id === caller.deputyId) return { taken: true };
    ensure(names.villagesOfDeputy(caller.deputyId, today).includes(request.village), 'not_found');
    ensure(!(await isOnResidentsSide(tx, jurisdiction, request, caller.personId)), 'own_matter');
    ensure(request.state !== 'closed', 'request_closed');
    const free = request.deputy_id === null || needsCover(request.deputy_id, names, today);
    ensure(free && request.state === 'with_deputy', 'already_taken');
    await updateRequest(tx, jurisdiction, id, {
      deputy_id: caller.deputyId,
      opened_at: now,
      taken_at: request.taken_at ?? now,
      changed_at: now,
    });
    await record(tx, call, request, { kind: 'taken', deputyId: caller.deputyId });
    const news = { jurisdiction, requestId: id, title: request.title, now };
    const title = deputyTitle(names.deputyName(caller.deputyId));
    await tellResident(tx, request, { ...news, kind: 'request_taken', body: `${title}接了，由${title}回您` });
    await tellDeputy(tx, names, request.deputy_id, {
      ...news,
      kind: 'request_passed',
      body: `您不在，${title}接过去了`,
    });
    return { taken: true };
  });
}
