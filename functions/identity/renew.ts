import type { renew as contract, Session } from '../../shared/identity/contract';
import { ensure } from '../../shared/kernel/problems';
import type { Input } from '../../shared/kernel/procedure';
import type { Call } from '../platform/call';
import { hashSecret } from '../platform/secrets';
import { extendSession, selectPerson } from './queries';
import { accessFor, sessionEnd } from './session';

/** A new access token for a session that is still good. The refresh token stays the same: a lost reply must not lock a phone out. */
export async function renew(call: Call, { refreshToken }: Input<typeof contract>): Promise<Session> {
  const { jurisdiction, now } = call;
  const refreshHash = hashSecret(refreshToken);
  const { session, person } = await call.write(async (tx) => {
    const session = await extendSession(tx, { jurisdiction, refreshHash, now, expiresAt: sessionEnd(now) });
    ensure(session, 'session_ended');
    return { session, person: await selectPerson(tx, jurisdiction, session.person_id) };
  });
  return { ...(await accessFor(call, person, session.id)), refreshToken };
}
