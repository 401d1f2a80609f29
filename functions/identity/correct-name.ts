import type { correctName as contract, Me } from '../../shared/identity/contract';
import type { Input } from '../../shared/kernel/procedure';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { selectPerson, updateName } from './queries';
import { seatOf } from './seat';
import { meOf } from './session';

/** What somebody is called from now on. What they said under another name keeps it: the history is not written anew. */
export async function correctName(call: Call<Person>, { name }: Input<typeof contract>): Promise<Me> {
  const { jurisdiction, caller, now } = call;
  const { personId } = caller;
  const { person, seat } = await call.write(async (tx) => {
    await updateName(tx, jurisdiction, personId, name);
    await audit(tx, {
      jurisdiction,
      personId,
      action: 'name_corrected',
      objectKind: 'person',
      objectId: personId,
      now,
    });
    const person = await selectPerson(tx, jurisdiction, personId);
    return { person, seat: await seatOf(tx, call, person) };
  });
  return meOf(call, person, seat);
}
