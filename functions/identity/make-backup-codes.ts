import type { makeBackupCodes as contract } from '../../shared/identity/contract';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { newBackups } from './backup-codes';
import { replaceBackups } from './queries-second-factor';
import { triedOf, tryCode } from './try-code';

/** Ten new ones in place of those there were: written down nowhere, lost, or few left. */
export async function makeBackupCodes(
  call: Call<Person>,
  { code }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { personId } = caller;
  const tried = await triedOf(call, code);
  const { backupCodes, hashes } = await newBackups({ jurisdiction, personId });
  const problem = await call.write(async (tx) => {
    const problem = await tryCode(tx, call, tried);
    if (problem) return problem;
    await replaceBackups(tx, jurisdiction, personId, hashes);
    const object = { objectKind: 'person', objectId: personId, now };
    await audit(tx, { jurisdiction, personId, action: 'backup_codes_made', ...object });
    return null;
  });
  if (problem) throw problem;
  return { backupCodes };
}
