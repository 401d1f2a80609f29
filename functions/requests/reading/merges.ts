import { addDays, dayOf, startOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Reply } from '../../../shared/kernel/procedure';
import type { merges as contract } from '../../../shared/requests/contract';
import { asideFrom } from '../../assignments/public';
import type { Call, Person } from '../../platform/call';
import { selectMembers, selectMerges } from '../queries/merges';
import { stationsOf } from './scope';

const MOST = 5;
const DAYS = 60;

/** What was put together lately at the caller's stations (最近合的), without what they stepped aside from. */
export async function merges(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const own = stationsOf(caller);
  ensure(own, 'not_allowed');
  return call.read(async (tx) => {
    const aside = await asideFrom(tx, call);
    const wanted = { ...own, aside, since: startOf(addDays(dayOf(now), -DAYS)), most: MOST };
    const rows = await selectMerges(tx, jurisdiction, wanted);
    const ids = rows.map(({ id }) => id);
    const members = (await selectMembers(tx, jurisdiction, ids)).filter(({ id }) => !aside.includes(id));
    const items = rows.map(({ id, title, at, others }) => {
      const all = members.filter(({ merged_into }) => merged_into === id);
      // What came along with one of them goes back with it.
      const there = all.filter(({ came }) => !all.some((one) => one.id === came?.with));
      return {
        id,
        title,
        count: others + 1,
        on: dayOf(at),
        members: there.map((one) => ({ id: one.id, seen: one.seen })),
      };
    });
    return { items };
  });
}
