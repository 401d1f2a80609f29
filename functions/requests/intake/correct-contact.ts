import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { correctContact as contract } from '../../../shared/requests/contract';
import { refusal } from '../../../shared/requests/lifecycle';
import { countyDirectoryOf } from '../../directory/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { hashesOf } from '../../platform/phones';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';
import { hasContact } from '../queries/contacts';
import { offerToKnown, sealedContact } from './contact';

/** Who entered it, or its station, puts the phone right until somebody confirmed it: another one, or none. The same again changes nothing. */
export async function correctContact(
  call: Call<Person>,
  { id, phone }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now, services } = call;
  const directory = await countyDirectoryOf(call);
  const hashes = phone === undefined ? null : hashesOf(services.phones, phone);
  return call.write(async (tx) => {
    const reply = { left: phone !== undefined };
    const matter = await lockMatter(tx, call, directory, id);
    const { facts, sides, request } = matter;
    const problem = refusal('contact_corrected', facts, sides);
    if (!problem && (await hasContact(tx, jurisdiction, id, hashes))) return reply;
    const set = { ...sealedContact(call, id, phone), contact_corrected_at: phone === undefined ? null : now };
    await happen(tx, call, matter, 'contact_corrected', { set });
    const entry = { personId: caller.personId, objectKind: 'request', objectId: id, detail: reply };
    await audit(tx, { jurisdiction, action: 'contact_corrected', ...entry, now });
    if (hashes) await offerToKnown(tx, call, directory, request.id, hashes);
    return reply;
  });
}
