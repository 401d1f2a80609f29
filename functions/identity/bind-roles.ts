import type { CountyDirectory } from '../directory/public';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { announceRole } from './announce-role';
import { mayTakeNow } from './give-way';
import { isOver } from './place';
import { lockWaiting, NO_INVITATION, updateMembership } from './queries-memberships';

/**
 * Gives a person every role that waits for their phone. A second deputy, and a role they hold already, go on waiting: the office
 * sees them unbound; so does the role of a deputy whose terms are over, or of a department that is. What an earlier phone brought stays.
 */
export async function bindRoles(
  tx: Tx,
  call: Call,
  names: CountyDirectory,
  { personId, hashes }: { personId: string; hashes: readonly Buffer[] },
): Promise<void> {
  const { jurisdiction } = call;
  const waiting = await lockWaiting(tx, jurisdiction, hashes);
  for (const { id, ...role } of waiting) {
    if (isOver(names, role)) continue;
    if (!(await mayTakeNow(tx, call, names, { personId, role }))) continue;
    // An invitation that was made meanwhile has done its work.
    await updateMembership(tx, jurisdiction, id, { person_id: personId, ...NO_INVITATION });
    await announceRole(tx, call, { membershipId: id, personId, by: 'phone' });
  }
}
