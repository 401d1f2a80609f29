import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { reassign as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { assign } from '../lifecycle/assign';
import { lockMatter } from '../lifecycle/matter';

/** The station gives it to another deputy, or to all of the village's (改派). Of two at the desk the second hears what the first did. */
export async function reassign(
  call: Call<Person>,
  { id, deputyId, words, seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const to = deputyId ?? null;
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id, { event: seen, on: 'holder' });
    await assign(tx, call, matter, 'reassigned', { to, words });
    const entry = { personId: caller.personId, objectKind: 'request', objectId: id, reason: words };
    await audit(tx, { jurisdiction, action: 'request_reassigned', ...entry, now });
    return { deputyName: directory.deputyName(to) };
  });
}
