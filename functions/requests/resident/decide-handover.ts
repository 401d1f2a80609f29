import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { decideHandover as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { recipientOf } from '../lifecycle/assign';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';

/** Whether it may go to a deputy of another level, by whose words it is; the days that were left run again, there or where it was. */
export async function decideHandover(
  call: Call<Person>,
  { id, handover, agreed, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id, { proposalId: handover });
    const { handover_to: to } = matter.request;
    const said = { words: words || null };
    if (!agreed) return happen(tx, call, matter, 'handover_refused', said);
    const facts = { ...matter.facts, recipient: await recipientOf(tx, call, matter, to) };
    return happen(tx, call, { ...matter, facts }, 'handover_agreed', { ...said, to, set: { handover_to: to } });
  });
}
