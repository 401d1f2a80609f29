import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { group as contract } from '../../shared/requests/contract';
import { namesOf } from '../directory/public';
import type { Call, Person } from '../platform/call';
import { viewersOf } from './access';
import { selectRequest } from './queries';

/** Other serving deputies of the request's village, nearest level first: to whom it can be passed on or given, and who of them will be away. */
export async function group(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const names = await namesOf(call);
  const today = dayOf(call.now);
  const request = await call.read((tx) => selectRequest(tx, call.jurisdiction, id));
  const viewers = viewersOf(request, call, names);
  ensure(request && viewers.some((viewer) => viewer === 'deputy' || viewer === 'station'), 'not_found');
  const others = names.servingForVillage(request.village, today).filter((deputy) => deputy.id !== request.deputy_id);
  return {
    deputies: others.map(({ id, name, levels }) => ({
      id,
      name,
      levels: [...levels],
      awayUntil: names.awayUntil(id, today),
      nextAway: names.nextAway(id, today, request.due_on),
    })),
  };
}
