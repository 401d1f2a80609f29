import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { reopen as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { handOver } from '../lifecycle/hand-over';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';

/** What was said to be solved is not, after all: it goes back to the deputy, or to the successor where the term ended meanwhile. */
export async function reopen(
  call: Call<Person>,
  { id, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id);
    const after = await happen(tx, call, matter, 'not_solved_after_all', { words: words || null });
    await handOver(tx, call, directory, id);
    return { state: after.state, round: after.round, dueOn: after.due_on };
  });
}
