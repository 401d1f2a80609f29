import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { giveBack as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';

/** No department's: its deputy answers after all, or whoever of the village's takes it. The clock goes on. */
export async function giveBack(
  call: Call<Person>,
  { id, seen, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id, { event: seen, on: 'holder' });
    return happen(tx, call, matter, 'given_back', { words, to: matter.request.deputy_id });
  });
}
