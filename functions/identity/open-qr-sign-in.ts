import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import type { openQrSignIn as contract } from '../../shared/identity/contract';
import { makeQrSignInCode } from '../../shared/identity/rules';
import type { Reply } from '../../shared/kernel/procedure';
import type { Call } from '../platform/call';
import { hashSecret, newSecret } from '../platform/secrets';
import { insertQrSignIn } from './queries-qr-sign-in';

const MINUTES = 5;

/** A code for a computer to show and a secret for it to keep. Nobody is behind either until a phone says so. */
export async function openQrSignIn(call: Call): Promise<Reply<typeof contract>> {
  const { jurisdiction, now } = call;
  const code = makeQrSignInCode(randomInt);
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + MINUTES * 60_000);
  const qrSignIn = {
    jurisdiction,
    id: v7(),
    codeHash: hashSecret(code),
    secretHash: hashSecret(secret),
    now,
    expiresAt,
  };
  await call.write((tx) => insertQrSignIn(tx, qrSignIn));
  return { code, secret, expiresAt: expiresAt.toISOString() };
}
