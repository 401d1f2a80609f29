import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { ask as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';

/** The deputy asks back (问一句). The clock stands; what the resident says next gives it back with the days that were left. */
export async function ask(call: Call<Person>, { id, words }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id);
    return happen(tx, call, matter, 'asked', { words });
  });
}
