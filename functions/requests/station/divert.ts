import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { divert as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';

/** The office looked at it, and it is a report of wrongdoing: its resident is told where that is heard, and it ends here, read by nobody else. */
export async function divert(
  call: Call<Person>,
  { id, words, seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id, { event: seen, on: 'holder' });
    const { state } = await happen(tx, call, matter, 'diverted', { words });
    const entry = { personId: caller.personId, objectKind: 'request', objectId: id };
    await audit(tx, { jurisdiction, action: 'request_diverted', ...entry, now });
    return { state };
  });
}
