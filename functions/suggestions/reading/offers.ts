import { dayOf } from '../../../shared/kernel/days';
import type { Reply } from '../../../shared/kernel/procedure';
import type { offers as contract } from '../../../shared/suggestions/contract';
import { countyDeputiesOf } from '../../directory/deputies/public';
import type { Call, Person } from '../../platform/call';
import { citableBy } from '../../requests/public';

export async function offers(call: Call<Person>): Promise<Reply<typeof contract>> {
  const deputyId = call.caller.deputyId as string;
  const deputies = await countyDeputiesOf(call, dayOf(call.now));
  const cited = await call.read((tx) => citableBy(tx, call, deputyId));
  return {
    may: deputies.some(({ id }) => id === deputyId),
    deputies: deputies.filter(({ id }) => id !== deputyId),
    requests: cited.map(({ id, title, placeName, on }) => ({ id, title, placeName, on })),
  };
}
