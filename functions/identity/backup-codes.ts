import { randomInt } from 'node:crypto';
import { makeBackupCode } from '../../shared/identity/rules';
import { slowHash } from './slow-hash';

const MANY = 10;

type Owner = { jurisdiction: string; personId: string };

/** What is kept of a backup code (备用码): its owner is the salt. */
export function hashBackup({ jurisdiction, personId }: Owner, code: string): Promise<Buffer> {
  return slowHash(`backup/${jurisdiction}/${personId}`, code);
}

/** Ten codes to be shown once, and what is kept of them. Takes about half a second. */
export async function newBackups(owner: Owner): Promise<{ backupCodes: string[]; hashes: Buffer[] }> {
  const backupCodes = Array.from({ length: MANY }, () => makeBackupCode(randomInt));
  return { backupCodes, hashes: await Promise.all(backupCodes.map((code) => hashBackup(owner, code))) };
}
