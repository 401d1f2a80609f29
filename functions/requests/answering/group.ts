import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { group as contract } from '../../../shared/requests/contract';
import { isHandledBy } from '../../../shared/requests/lifecycle';
import { beside } from '../../assignments/public';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { matterOf } from '../lifecycle/matter';
import { selectRequest } from '../queries/requests';

/** Other serving deputies of the request's village, nearest level first: to whom it can be passed on or given, and who of them will be away. */
export async function group(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  const today = dayOf(call.now);
  const { request, facts, sides } = await call.read(async (tx) => {
    const found = await selectRequest(tx, call.jurisdiction, id);
    ensure(found, 'not_found');
    return matterOf(found, [], await beside(tx, call, id), directory);
  });
  ensure(isHandledBy(facts, sides), 'not_found');
  const others = directory
    .servingForVillage(request.village, today)
    .filter((deputy) => deputy.id !== request.deputy_id);
  return {
    deputies: others.map(({ id, name, levels }) => ({
      id,
      name,
      levels: [...levels],
      awayUntil: directory.awayUntil(id, today),
      nextAway: directory.nextAway(id, today, request.due_on),
    })),
  };
}
