import type { invite as contract } from '../../shared/identity/contract';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { newInvitation } from './invitation';
import { lockMembership, updateMembership } from './queries-memberships';

/** A code for whoever is to hold a role nobody holds yet. An older code of it ends; the new one is shown once and never again. */
export async function invite(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { code, expiresAt, kept } = await newInvitation(call);
  return call.write(async (tx) => {
    const membership = await lockMembership(tx, jurisdiction, id);
    ensure(membership, 'not_found');
    ensure(membership.person_id === null, 'role_taken');
    await updateMembership(tx, jurisdiction, id, kept);
    await audit(tx, {
      jurisdiction,
      personId: caller.personId,
      action: 'role_invited',
      objectKind: 'membership',
      objectId: id,
      now,
    });
    return { code, expiresAt: expiresAt.toISOString() };
  });
}
