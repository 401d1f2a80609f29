import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { selectWaitingPhone } from './queries-departments';

/** The number (`+86…`) of whoever is to be of a department: it stays in the process. Null once they have an account, or nobody is to be any more. */
export async function phoneOfWaiting(
  tx: Tx,
  { jurisdiction, services }: Call,
  membershipId: string,
): Promise<{ phone: string; departmentId: string } | null> {
  const row = await selectWaitingPhone(tx, jurisdiction, membershipId);
  if (!row?.phone_cipher || !row.department_id) return null;
  const phone = services.phones.decrypt(row.phone_cipher, { jurisdiction, personId: membershipId });
  return { phone, departmentId: row.department_id };
}
