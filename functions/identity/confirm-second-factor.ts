import type { confirmSecondFactor as contract } from '../../shared/identity/contract';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { newBackups } from './backup-codes';
import { selectPerson } from './queries';
import { insertSecondFactor, markGiven, replaceBackups, selectEnrolling } from './queries-second-factor';
import { seatOf } from './seat';
import { accessFor } from './session';
import { stepOf } from './totp';

/** The telephone makes the codes it should: it is the person's second factor from now on. The first of two sessions that do so has it. */
export async function confirmSecondFactor(
  call: Call<Person>,
  { code }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now, services } = call;
  const { personId, sessionId: id } = caller;
  const owner = { jurisdiction, personId };
  const cipher = await call.read((tx) => selectEnrolling(tx, jurisdiction, id));
  ensure(cipher, 'second_factor_none');
  const step = stepOf(services.phones.openSecret(cipher, owner), code, now);
  ensure(step !== null, 'second_factor_wrong');
  const { backupCodes, hashes } = await newBackups(owner);
  const { person, seat } = await call.write(async (tx) => {
    ensure(await insertSecondFactor(tx, { ...owner, cipher, step, now }), 'second_factor_there');
    await replaceBackups(tx, jurisdiction, personId, hashes);
    await markGiven(tx, jurisdiction, id, now);
    await audit(tx, { ...owner, action: 'second_factor_begun', objectKind: 'person', objectId: personId, now });
    const person = await selectPerson(tx, jurisdiction, personId);
    return { person, seat: await seatOf(tx, call, person) };
  });
  return { ...(await accessFor(call, person, { id, ...seat })), backupCodes };
}
