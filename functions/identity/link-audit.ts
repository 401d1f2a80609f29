import { linkEntries } from '../platform/audit-chain';
import type { Call } from '../platform/call';

/** Puts what was logged since into the county's chain of hashes. */
export async function linkAudit(call: Call<null>): Promise<void> {
  while (await call.write((tx) => linkEntries(tx, call.jurisdiction, call.now)));
}
