import type { renewSecondFactor as contract } from '../../shared/identity/contract';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { announceSecondFactor } from './announce-second-factor';
import { selectPerson } from './queries';
import { deleteSecondFactor } from './queries-second-factor';
import { seatOf } from './seat';
import { accessFor } from './session';
import { triedOf, tryCode } from './try-code';

/** Who has another telephone, and a backup code, needs nobody else to begin anew. */
export async function renewSecondFactor(
  call: Call<Person>,
  { code }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { personId, sessionId: id } = caller;
  const tried = await triedOf(call, code);
  const { problem, person, seat } = await call.write(async (tx) => {
    const problem = await tryCode(tx, call, tried);
    if (!problem) {
      await deleteSecondFactor(tx, jurisdiction, personId);
      const object = { objectKind: 'person', objectId: personId, now };
      await audit(tx, { jurisdiction, personId, action: 'second_factor_renewed', ...object });
      await announceSecondFactor(tx, call, { personId, what: 'reset' });
    }
    const person = await selectPerson(tx, jurisdiction, personId);
    return { problem, person, seat: await seatOf(tx, call, person) };
  });
  if (problem) throw problem;
  return accessFor(call, person, { id, ...seat });
}
