import { audit } from '../platform/audit';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { enqueue } from '../platform/outbox';

/** What the outbox calls a role that somebody holds from now on; its payload is `{ membershipId }`. */
export const ROLE_GRANTED = 'identity.role-granted';

type Bound = { membershipId: string; personId: string; by: 'phone' | 'invitation' };

/** Writes down that a person holds a role from now on, and leaves it to be told to them. */
export async function announceRole(
  tx: Tx,
  { jurisdiction, now }: Pick<Call, 'jurisdiction' | 'now'>,
  { membershipId, personId, by }: Bound,
): Promise<void> {
  await audit(tx, {
    jurisdiction,
    personId,
    action: 'role_bound',
    objectKind: 'membership',
    objectId: membershipId,
    detail: { by },
    now,
  });
  await enqueue(tx, { jurisdiction, topic: ROLE_GRANTED, payload: { membershipId }, runAt: now, now });
}
