import { v7 } from 'uuid';
import { audit } from '../platform/audit';
import type { Tx } from '../platform/database';
import { hashesOf, type Phones } from '../platform/phones';
import { announceRole } from './announce-role';
import { newInvitation } from './invitation';
import { lockPerson } from './queries';
import {
  insertMembership,
  NO_INVITATION,
  selectHolders,
  selectPersonByPhone,
  updateMembership,
} from './queries-memberships';
import { sealedPhone } from './sealed-phone';

const ADMIN = { role: 'admin', deputy_id: null, station_id: null, village: null, department_id: null } as const;

type Operator = { jurisdiction: string; phones: Phones; now: Date };

/** Whether somebody is of the county's office, or waits to be. */
export async function hasOffice(tx: Tx, jurisdiction: string): Promise<boolean> {
  return (await selectHolders(tx, jurisdiction, ADMIN)).length > 0;
}

/** How many wait for the office by a phone that nobody has confirmed yet. */
export async function countWaiting(tx: Tx, jurisdiction: string): Promise<number> {
  const holders = await selectHolders(tx, jurisdiction, ADMIN);
  return holders.filter(({ person_id, phone_hash }) => !person_id && phone_hash).length;
}

/** Takes the office from a phone that was typed wrong. `held`: somebody had confirmed it already. */
export async function takeOfficeBack(
  tx: Tx,
  { jurisdiction, phones, now }: Operator,
  phone: string,
): Promise<'nobody' | 'waited' | 'held'> {
  const { holders } = await lookFor(tx, jurisdiction, phones, phone);
  for (const { id } of holders) {
    await updateMembership(tx, jurisdiction, id, { withdrawn_at: now, ...NO_INVITATION });
    await writeDown(tx, jurisdiction, 'role_withdrawn_by_operator', id, now);
  }
  if (!holders.length) return 'nobody';
  return holders.some(({ person_id }) => person_id) ? 'held' : 'waited';
}

/** Who verified this phone, and who has the office by it. */
async function lookFor(tx: Tx, jurisdiction: string, phones: Phones, phone: string) {
  const hashes = hashesOf(phones, phone);
  const personId = await selectPersonByPhone(tx, jurisdiction, hashes);
  if (personId) await lockPerson(tx, jurisdiction, personId);
  const isOf = (hash: Buffer | null) => hash !== null && hashes.some((one) => one.equals(hash));
  const all = await selectHolders(tx, jurisdiction, ADMIN);
  const holders = all.filter(({ person_id, phone_hash }) => isOf(phone_hash) || (personId && person_id === personId));
  return { personId, holders };
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
  const { personId, holders } = await lookFor(tx, jurisdiction, phones, phone);
  if (holders.length) return 'already';
  const id = v7();
  const sealed = sealedPhone(phones, { jurisdiction, id }, phone);
  const membership = { ...ADMIN, ...sealed, jurisdiction, id, person_id: personId, name, granted_at: now };
  await insertMembership(tx, membership);
  await writeDown(tx, jurisdiction, 'role_granted_by_operator', id, now);
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
  await writeDown(tx, jurisdiction, 'role_granted_by_operator', id, now);
  return code;
}

type Action = 'role_granted_by_operator' | 'role_withdrawn_by_operator';

function writeDown(tx: Tx, jurisdiction: string, action: Action, id: string, now: Date): Promise<void> {
  const entry = { personId: null, objectKind: 'membership', objectId: id, detail: { role: ADMIN.role } };
  return audit(tx, { jurisdiction, action, ...entry, now });
}
