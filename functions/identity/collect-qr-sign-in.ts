import { v7 } from 'uuid';
import type { collectQrSignIn as contract, Session } from '../../shared/identity/contract';
import { ensure } from '../../shared/kernel/problems';
import type { Input } from '../../shared/kernel/procedure';
import type { Call } from '../platform/call';
import { hashSecret, newSecret } from '../platform/secrets';
import { selectPerson } from './queries';
import { lockQrSignInBySecret, updateQrSignIn } from './queries-qr-sign-in';
import { insertSession } from './queries-sessions';
import { accessFor, computerSessionEnd } from './session';

/** The session of whoever said on their phone that they sit here; once. Should the reply be lost, the computer shows a new code. */
export async function collectQrSignIn(call: Call, { secret }: Input<typeof contract>): Promise<Session> {
  const { jurisdiction, now } = call;
  const refreshToken = newSecret();
  const id = v7();
  const person = await call.write(async (tx) => {
    const qrSignIn = await lockQrSignInBySecret(tx, jurisdiction, hashSecret(secret), now);
    ensure(qrSignIn, 'qr_code_bad');
    const personId = qrSignIn.person_id;
    ensure(personId, 'qr_waiting');
    await updateQrSignIn(tx, jurisdiction, qrSignIn.id, { collected_at: now });
    const refreshHash = hashSecret(refreshToken);
    const expiresAt = computerSessionEnd(now);
    await insertSession(tx, {
      jurisdiction,
      id,
      personId,
      refreshHash,
      now,
      expiresAt,
      device: call.device,
      desk: true,
    });
    return selectPerson(tx, jurisdiction, personId);
  });
  return { ...(await accessFor(call, person, { id, desk: true, given: false })), refreshToken };
}
