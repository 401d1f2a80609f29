import type { withdrawClose as contract } from '../../../shared/appraisals/contract';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { happen, lockMatter } from '../campaign';

/**
 * Who proposed it, or another of the office, takes the proposal back (撤回). Agreeing and taking back wait for the appraisal's row, so one of
 * the two is first and the other hears of it. The box shuts when it did.
 */
export async function withdrawClose(
  call: Call<Person>,
  { id, proposal }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, id, { proposal });
    await happen(tx, call, matter, 'close_withdrawn', { proposal });
    return { closesAt: matter.campaign.draft.closesAt };
  });
}
