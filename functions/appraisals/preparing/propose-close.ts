import type { proposeClose as contract } from '../../../shared/appraisals/contract';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { happen, lockMatter, readMatter } from '../campaign';

export async function proposeClose(
  call: Call<Person>,
  { id, closesAt, reason }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return call.write(async (tx) => {
    await happen(tx, call, await lockMatter(tx, call, id, { closesAt }), 'close_proposed', { closesAt, reason });
    return { proposal: (await readMatter(tx, call, id)).proposal?.id ?? '' };
  });
}
