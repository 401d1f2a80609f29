import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { withdraw as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import { writeAndMove } from '../../pictures/public';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';
import { leave } from '../lifecycle/merged';
import { hideFromDeputies } from '../lifecycle/notify';

/** The resident takes it back before a deputy has opened or taken it (撤回). What was said stays in the history, and off the notice board. */
export async function withdraw(
  call: Call<Person>,
  { id, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return writeAndMove(call, async (tx) => {
    const matter = await lockMatter(tx, call, directory, id);
    const request = await happen(tx, call, matter, 'withdrawn', { words: words || null });
    await leave(tx, call, directory, matter.request);
    await hideFromDeputies(tx, call, directory, request);
    return request;
  });
}
