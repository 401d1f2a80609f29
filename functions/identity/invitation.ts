import { randomInt } from 'node:crypto';
import { makeInvitationCode } from '../../shared/identity/rules';
import type { Call } from '../platform/call';
import { slowHash } from './slow-hash';

/** What is kept of an invitation code. The county is the salt, so that a row is found by its hash. */
export function hashInvitation(jurisdiction: string, code: string): Promise<Buffer> {
  return slowHash(`invitation/${jurisdiction}`, code);
}

const INVITATION_DAYS = 7;

/** A code to be said within seven days, and what the role it is for keeps of it. */
export async function newInvitation({ jurisdiction, now }: Pick<Call, 'jurisdiction' | 'now'>) {
  const code = makeInvitationCode(randomInt);
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
  const kept = { invitation_hash: await hashInvitation(jurisdiction, code), invitation_expires_at: expiresAt };
  return { code, expiresAt, kept };
}
