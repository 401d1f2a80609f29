import { mayTake } from '../../shared/identity/rules';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { announceRole } from './announce-role';
import { selectPerson } from './queries';
import { lockWaiting, updateMembership } from './queries-memberships';

/**
 * Gives a person every role that waits for their phone. A second deputy, and a role they hold already, go on waiting: the office
 * sees them unbound. What an earlier phone brought stays.
 */
export async function bindRoles(tx: Tx, call: Call, personId: string, hashes: readonly Buffer[]): Promise<void> {
  const { jurisdiction } = call;
  const waiting = await lockWaiting(tx, jurisdiction, hashes);
  const { memberships: held } = await selectPerson(tx, jurisdiction, personId);
  for (const { id, ...role } of waiting) {
    if (!mayTake(held, role)) continue;
    held.push(role);
    // An invitation that was made meanwhile has done its work.
    await updateMembership(tx, jurisdiction, id, {
      person_id: personId,
      invitation_hash: null,
      invitation_expires_at: null,
    });
    await announceRole(tx, call, { membershipId: id, personId, by: 'phone' });
  }
}
