import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { take as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';

/**
 * The first to take it has it (谁先接就归谁): nobody's request of the deputy's villages, or one of a colleague who can't answer today.
 * The clock goes on. The row is locked, so of two at the same moment the second hears that it is taken; any deputy of the village hears
 * that, since all of them could see it in their list until then.
 */
export async function take(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { deputyId } = call.caller;
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id);
    // What another level was handed has its deputy, who takes it now.
    if (matter.facts.handover === 'given' && matter.sides.includes('deputy'))
      await happen(tx, call, matter, 'handover_taken', { set: { handover_to: null } });
    // They have it already: a second tap is no fault.
    else if (!matter.sides.includes('deputy'))
      await happen(tx, call, matter, 'taken', { to: deputyId, set: { opened_at: call.now } });
    return { taken: true };
  });
}
