import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { unmerge as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';
import { leave } from '../lifecycle/merged';

/** Taken out again (拆开): it is where it was, with its own days, and the other is due as if it had never been there. */
export async function unmerge(
  call: Call<Person>,
  { id, seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id, { event: seen, on: 'holder' });
    const { state, due_on: dueOn } = await happen(tx, call, matter, 'unmerged');
    await leave(tx, call, directory, matter.request);
    const entry = { personId: caller.personId, objectKind: 'request', objectId: id };
    const detail = { from: matter.request.merged_into ?? '' };
    await audit(tx, { jurisdiction, action: 'request_unmerged', ...entry, detail, now });
    return { state, dueOn };
  });
}
