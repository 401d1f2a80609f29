import { v7 } from 'uuid';
import type { grant as contract } from '../../shared/identity/contract';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { type CountyDirectory, countyDirectoryOf } from '../directory/public';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { hashesOf } from '../platform/phones';
import { announceRole } from './announce-role';
import { mayTakeNow } from './give-way';
import { membershipOf } from './membership';
import { placeOf } from './place';
import { lockPerson } from './queries';
import { type HeldRole, insertMembership, selectHolders, selectPersonByPhone } from './queries-memberships';
import { type MembershipRow, selectMembership } from './queries-shown-memberships';
import { sealedPhone } from './sealed-phone';

/**
 * Gives a role to somebody: to the person who verified this phone at once, else to whoever verifies it or is invited later.
 * @throws ProblemError `role_taken` when the deputy has an account, or this phone has this role here
 */
export async function grant(call: Call<Person>, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { role: name, deputyId = null, stationId = null, village = null, departmentId = null } = input;
  const names = await countyDirectoryOf(call);
  const role = {
    role: name,
    deputy_id: deputyId,
    station_id: stationId,
    village: village && names.currentVillage(village),
    department_id: departmentId,
  };
  const id = v7();
  return call.write(async (tx) => {
    ensure(isKnown(names, role), 'not_found');
    const personId = await takerOf(tx, call, names, { role, phone: input.phone });
    const phone = sealedPhone(call.services.phones, { jurisdiction, id }, input.phone);
    const membership = { ...role, ...phone, jurisdiction, id, person_id: personId, name: input.name, granted_at: now };
    ensure(await insertMembership(tx, membership), 'role_taken');
    await audit(tx, {
      jurisdiction,
      personId: caller.personId,
      action: 'role_granted',
      objectKind: 'membership',
      objectId: id,
      reason: input.reason,
      detail: { role: role.role },
      now,
    });
    if (personId) await announceRole(tx, call, { membershipId: id, personId, by: 'phone' });
    return membershipOf(call, names, (await selectMembership(tx, jurisdiction, id)) as MembershipRow);
  });
}

/** Only what is in this county's directory, and a department only while there is one. */
function isKnown(names: CountyDirectory, role: HeldRole): boolean {
  const { deputyName, stationName, villageName } = placeOf(names, role);
  const id = role.department_id;
  if (id !== null && (names.departmentName(id) === null || names.hasEndedDepartment(id))) return false;
  return deputyName !== '' && villageName !== '' && (role.station_id === null || stationName !== null);
}

/** Who holds it from now on: the person who verified the phone, unless they are another deputy already. Null: nobody yet. */
async function takerOf(
  tx: Tx,
  call: Call,
  names: CountyDirectory,
  { role, phone }: { role: HeldRole; phone: string | undefined },
): Promise<string | null> {
  const { jurisdiction, services } = call;
  const hashes = phone ? hashesOf(services.phones, phone) : [];
  const found = await selectPersonByPhone(tx, jurisdiction, hashes);
  // They may be using an invitation at this moment.
  if (found) await lockPerson(tx, jurisdiction, found);
  const holders = await selectHolders(tx, jurisdiction, role);
  ensure(role.role !== 'deputy' || holders.length === 0, 'role_taken');
  ensure(!holders.some(({ phone_hash }) => phone_hash && hashes.some((hash) => hash.equals(phone_hash))), 'role_taken');
  if (!found) return null;
  ensure(!holders.some(({ person_id }) => person_id === found), 'role_taken');
  return (await mayTakeNow(tx, call, names, { personId: found, role })) ? found : null;
}
