import { v7 } from 'uuid';
import { audit } from '../platform/audit';
import type { Tx } from '../platform/database';
import type { Phones } from '../platform/phones';
import { announceRole } from './announce-role';
import { newInvitation } from './invitation';
import { lockPerson } from './queries';
import { insertMembership, selectHolders, selectPersonByPhone, updateMembership } from './queries-memberships';
import { sealedPhone } from './sealed-phone';

const ADMIN = { role: 'admin', deputy_id: null, station_id: null, village: null } as const;

type Operator = { jurisdiction: string; phones: Phones; now: Date };

/** Whether somebody is of the county's office, or waits to be. */
export async function hasOffice(tx: Tx, jurisdiction: string): Promise<boolean> {
  return (await selectHolders(tx, jurisdiction, ADMIN)).length > 0;
}

/**
 * Makes whoever has this phone one of the county's office, by whoever runs the installation: at once where the phone was verified
 * before, else when it is. `already`: this phone has or waits for the role.
 */
export async function giveOffice(
  tx: Tx,
  { jurisdiction, phones, now }: Operator,
  { phone, name }: { phone: string; name: string },
): Promise<'already' | 'waits' | 'holds'> {
  const hashes = phones.phoneHashes(phone).map(({ hash }) => hash);
  const personId = await selectPersonByPhone(tx, jurisdiction, hashes);
  if (personId) await lockPerson(tx, jurisdiction, personId);
  const holders = await selectHolders(tx, jurisdiction, ADMIN);
  const isOf = (hash: Buffer | null) => hash !== null && hashes.some((one) => one.equals(hash));
  if (holders.some(({ person_id, phone_hash }) => isOf(phone_hash) || (personId && person_id === personId)))
    return 'already';
  const id = v7();
  const sealed = sealedPhone(phones, { jurisdiction, id }, phone);
  const membership = { ...ADMIN, ...sealed, jurisdiction, id, person_id: personId, name, granted_at: now };
  await insertMembership(tx, membership);
  await writeDown(tx, jurisdiction, id, now);
  if (personId) await announceRole(tx, { jurisdiction, now }, { membershipId: id, personId, by: 'phone' });
  return personId ? 'holds' : 'waits';
}

/** A role of the office for whoever says the code within seven days. The code is shown once and never again. */
export async function inviteOffice(tx: Tx, { jurisdiction, phones, now }: Operator, name: string): Promise<string> {
  const id = v7();
  const { code, kept } = await newInvitation({ jurisdiction, now });
  const sealed = sealedPhone(phones, { jurisdiction, id }, undefined);
  await insertMembership(tx, { ...ADMIN, ...sealed, jurisdiction, id, person_id: null, name, granted_at: now });
  await updateMembership(tx, jurisdiction, id, kept);
  await writeDown(tx, jurisdiction, id, now);
  return code;
}

function writeDown(tx: Tx, jurisdiction: string, id: string, now: Date): Promise<void> {
  const entry = { personId: null, objectKind: 'membership', objectId: id, detail: { role: ADMIN.role } };
  return audit(tx, { jurisdiction, action: 'role_granted_by_operator', ...entry, now });
}
