import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { confirmContact as contract } from '../../../shared/requests/contract';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import { personOfDeputy } from '../../identity/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { happen } from '../lifecycle/happen';
import { lockMatter, type Matter } from '../lifecycle/matter';
import { recuse } from '../lifecycle/recuse';
import { NO_CONTACT } from '../queries/contacts';
import { offeredTo } from './offer-contacts';

/**
 * Whoever has the phone says whether it is theirs (这是您的事吗). A yes makes it theirs; a no takes the number out, and who entered it hears that
 * it is wrong. What they said already may be said again: the reply got lost.
 */
export async function confirmContact(
  call: Call<Person>,
  { id, mine }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { personId } = caller;
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id);
    if (hasSaid(matter, personId, mine)) return { mine };
    ensure((await offeredTo(tx, call, personId, id)).length, 'not_found');
    const asked: Matter = { ...matter, sides: [...matter.sides, 'contact'] };
    if (mine) await link(tx, call, directory, asked);
    else await happen(tx, call, asked, 'contact_declined', { set: NO_CONTACT });
    const action = mine ? 'contact_linked' : 'contact_declined';
    await audit(tx, { jurisdiction, action, personId, objectKind: 'request', objectId: id, now });
    return { mine };
  });
}

/** The number is the resident's own from now on, which they verified; beside the request nobody needs it. */
async function link(tx: Tx, call: Call<Person>, directory: CountyDirectory, matter: Matter): Promise<void> {
  const { jurisdiction, caller } = call;
  const { personId } = caller;
  const set = { resident_id: personId, ...NO_CONTACT };
  const { id, deputy_id } = await happen(tx, call, matter, 'contact_linked', { set });
  const deputy = deputy_id && (await personOfDeputy(tx, jurisdiction, deputy_id));
  if (deputy === personId) await recuse(tx, { ...call, caller: null }, directory, { id, personId });
}

function hasSaid({ request, past }: Matter, personId: string, mine: boolean): boolean {
  const said = (kind: 'contact_linked' | 'contact_declined') =>
    past.some((event) => event.kind === kind && event.person_id === personId);
  return mine ? request.resident_id === personId && said('contact_linked') : said('contact_declined');
}
