import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { pass as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { assign } from '../lifecycle/assign';
import { lockMatter } from '../lifecycle/matter';

/**
 * The deputy passes it on to another deputy of the village, with the reason (转给同组的代表); to one of a level above the county once the resident agrees. It
 * can't be withdrawn any more.
 */
export async function pass(
  call: Call<Person>,
  { id, deputyId, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id);
    const set = { taken_at: matter.request.taken_at ?? call.now };
    await assign(tx, call, matter, 'passed', { to: deputyId, words, set });
    return { deputyName: directory.deputyName(deputyId) };
  });
}
