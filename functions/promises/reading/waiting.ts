import { dayOf } from '../../../shared/kernel/days';
import type { Reply } from '../../../shared/kernel/procedure';
import type { waiting as contract } from '../../../shared/promises/contract';
import type { Call, Person } from '../../platform/call';
import { selectOpen, selectToLook } from '../queries';
import { workAll } from './show';

const MOST = 200;

export async function waiting(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const stations = caller.stationIds;
  return call.read(async (tx) => ({
    promises: await workAll(
      tx,
      call,
      caller.admin
        ? await selectOpen(tx, jurisdiction, MOST)
        : await selectToLook(tx, jurisdiction, { stations, today: dayOf(now), limit: MOST }),
    ),
  }));
}
