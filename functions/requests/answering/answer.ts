import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { answer as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';

/** The deputy's answer: the clock stands, the resident has the word. Said again while it does, it adds to the first. */
export async function answer(
  call: Call<Person>,
  { id, round, words, pictures }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id, { round });
    return happen(tx, call, matter, 'answered', { words, pictures });
  });
}
