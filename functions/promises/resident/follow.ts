import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { follow as contract } from '../../../shared/promises/contract';
import type { Call, Person } from '../../platform/call';
import { countPublic, deleteFollower, insertFollower, selectFollowed } from '../queries';

export async function follow(
  call: Call<Person>,
  { promises, on }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const wanted = [...new Set(promises)];
  const following = { jurisdiction, personId: caller.personId };
  return call.write(async (tx) => {
    ensure((await countPublic(tx, jurisdiction, wanted)) === wanted.length, 'not_found');
    if (on) await insertFollower(tx, { ...following, promises: wanted, now });
    else await deleteFollower(tx, { ...following, promises: wanted });
    return { promises: await selectFollowed(tx, following) };
  });
}
