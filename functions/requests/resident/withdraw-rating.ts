import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { withdrawRating as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';

/** "Solved" was pressed by a slip: the resident has the word on the answer again, as if nothing had been said. */
export async function withdrawRating(
  call: Call<Person>,
  { id }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id);
    return happen(tx, call, matter, 'rating_withdrawn');
  });
}
