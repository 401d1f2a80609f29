import { type checkAudit as contract, MOST_CHECKED } from '../../shared/identity/contract';
import { ensure } from '../../shared/kernel/problems';
import type { Reply } from '../../shared/kernel/procedure';
import { checkChain } from '../platform/audit-chain';
import type { Call, Person } from '../platform/call';
import { selectLinks } from './queries-audit';

/** Whether the audit log is as it was written: nothing changed, nothing left out. */
export async function checkAudit({ jurisdiction, read }: Call<Person>): Promise<Reply<typeof contract>> {
  return read(async (tx) => {
    ensure((await selectLinks(tx, jurisdiction)) <= MOST_CHECKED, 'audit_long');
    return checkChain(tx, jurisdiction);
  });
}
