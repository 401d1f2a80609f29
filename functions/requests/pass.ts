import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { pass as contract } from '../../shared/requests/contract';
import { namesOf } from '../directory/public';
import type { Call, Person } from '../platform/call';
import { isOwnMatter } from './access';
import { give } from './give';
import { lockRequest } from './queries';

/** The deputy passes it on to another deputy of the village, with the reason (转给同组的代表). */
export async function pass(
  call: Call<Person>,
  { id, deputyId, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller } = call;
  const names = await namesOf(call);
  return call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, id);
    ensure(request && caller.deputyId !== null && request.deputy_id === caller.deputyId, 'not_found');
    ensure(names.isServing(caller.deputyId), 'term_over');
    ensure(!isOwnMatter(request, caller.personId), 'own_matter');
    await give(tx, call, names, { request, kind: 'passed', to: deputyId, words });
    return { deputyName: names.deputyName(deputyId) };
  });
}
