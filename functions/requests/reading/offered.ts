import type { Reply } from '../../../shared/kernel/procedure';
import type { offered as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { offeredTo } from '../intake/offer-contacts';

/** What was entered for the caller's phone, to be said whether it is theirs. Nothing of it but where and when: the number may be a wrong one. */
export async function offered(call: Call<Person>): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  const rows = await call.read((tx) => offeredTo(tx, call, call.caller.personId));
  return {
    items: rows.map(({ id, village, submitted_on }) => ({
      id,
      villageName: directory.villageName(village),
      enteredOn: submitted_on,
    })),
  };
}
