import { mayTake } from '../../shared/identity/rules';
import type { CountyDirectory } from '../directory/public';
import { audit } from '../platform/audit';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { selectPerson } from './queries';
import { type HeldRole, withdrawDeputyRole } from './queries-memberships';
import { rolesNow } from './session';

/**
 * Whether a person may take a role. One deputy at the most; but a role whose deputy's terms have all ended (连任换了代表证号) gives way:
 * it is withdrawn and stays as history.
 */
export async function mayTakeNow(
  tx: Tx,
  { jurisdiction, now }: Call,
  names: CountyDirectory,
  { personId, role }: { personId: string; role: HeldRole },
): Promise<boolean> {
  const person = await selectPerson(tx, jurisdiction, personId);
  if (!mayTake(rolesNow(person, names), role)) return false;
  if (role.role !== 'deputy') return true;
  const ended = await withdrawDeputyRole(tx, jurisdiction, personId, now);
  if (!ended) return true;
  await audit(tx, {
    jurisdiction,
    personId,
    action: 'role_gave_way',
    objectKind: 'membership',
    objectId: ended,
    detail: { role: 'deputy' },
    now,
  });
  return true;
}
