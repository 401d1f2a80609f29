import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { declineHandover as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { handOver } from '../lifecycle/hand-over';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';
import { detailOf } from '../queries/events';

/**
 * A deputy of another level does not take what was handed to them: whoever had it before has it again, or their successor; where nobody had, all of the
 * village's deputies. The station hears why, and can find another.
 */
export async function declineHandover(
  call: Call<Person>,
  { id, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id);
    const given = matter.past.find(({ kind }) => kind === 'handover_agreed');
    const to = (given && detailOf(given).from) ?? null;
    await happen(tx, call, matter, 'handover_declined', { words, to });
    await handOver(tx, call, directory, id);
    return { deputyName: directory.deputyName(to) };
  });
}
