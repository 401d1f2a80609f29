import type { withdraw as contract } from '../../shared/identity/contract';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { lockMembership, lockOffice, NO_INVITATION, updateMembership } from './queries-memberships';

/** Ends a role now; the row stays as history. The office keeps at least one person who can sign in. */
export async function withdraw(
  call: Call<Person>,
  { id, reason }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  return call.write(async (tx) => {
    const membership = await lockMembership(tx, jurisdiction, id);
    ensure(membership, 'not_found');
    if (membership.role === 'admin')
      ensure(
        (await lockOffice(tx, jurisdiction)).some((other) => other.id !== id),
        'last_admin',
      );
    await updateMembership(tx, jurisdiction, id, { withdrawn_at: now, ...NO_INVITATION });
    await audit(tx, {
      jurisdiction,
      personId: caller.personId,
      action: 'role_withdrawn',
      objectKind: 'membership',
      objectId: id,
      reason,
      detail: { role: membership.role },
      now,
    });
    return { withdrawn: true };
  });
}
