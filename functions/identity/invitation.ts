import { randomInt, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { makeInvitationCode } from '../../shared/identity/rules';
import type { Call } from '../platform/call';

const derive = promisify<string, string, number, Buffer>(scrypt);

/**
 * What is kept of an invitation code. Slow on purpose (about 50 ms): eight characters could be found again from a plain hash.
 * The county is the salt, so that a row is found by its hash.
 */
export function hashInvitation(jurisdiction: string, code: string): Promise<Buffer> {
  return derive(code, `invitation/${jurisdiction}`, 32);
}

const INVITATION_DAYS = 7;

/** A code to be said within seven days, and what the role it is for keeps of it. */
export async function newInvitation({ jurisdiction, now }: Pick<Call, 'jurisdiction' | 'now'>) {
  const code = makeInvitationCode(randomInt);
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
  const kept = { invitation_hash: await hashInvitation(jurisdiction, code), invitation_expires_at: expiresAt };
  return { code, expiresAt, kept };
}
