import { createHmac, randomBytes } from 'node:crypto';
import type { renew as contract, Session } from '../../shared/identity/contract';
import { ensure } from '../../shared/kernel/problems';
import type { Input } from '../../shared/kernel/procedure';
import { audit } from '../platform/audit';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { hashSecret } from '../platform/secrets';
import { selectPerson } from './queries';
import { insertReplaced, lockSession, renewSession, revokeOwn, selectReplaced } from './queries-sessions';
import type { Seat } from './second-factor-rule';
import { accessFor, sessionEnd } from './session';

// A reply that was lost is asked for again, and two tabs ask at once: so long the token before gives its successor once more.
const GRACE_MS = 60_000;

/** A new access token for a session that is still good, and the refresh token that follows. One that was replaced before ends the session. */
export async function renew(call: Call, { refreshToken }: Input<typeof contract>): Promise<Session> {
  // That a session was ended here must stay, so the problem comes after the transaction.
  const renewed = await call.write(async (tx) => {
    const next = await nextToken(tx, call, refreshToken);
    return next && { ...next, person: await selectPerson(tx, call.jurisdiction, next.personId) };
  });
  ensure(renewed, 'session_ended');
  return { ...(await accessFor(call, renewed.person, renewed.session)), refreshToken: renewed.refreshToken };
}

type Next = { session: Seat & { id: string }; personId: string; refreshToken: string };

type Row = { id: string; desk: boolean; second_factor_at: Date | null };
const asSession = ({ id, desk, second_factor_at }: Row) => ({ id, desk, given: second_factor_at !== null });

async function nextToken(tx: Tx, call: Call, token: string): Promise<Next | null> {
  const { jurisdiction, now } = call;
  const hash = hashSecret(token);
  const session = await lockSession(tx, jurisdiction, hash, now);
  if (!session) return replacedBefore(tx, call, token);
  const { id, person_id: personId } = session;
  const salt = randomBytes(32);
  const refreshToken = successorOf(token, salt);
  const refreshHash = hashSecret(refreshToken);
  await renewSession(tx, { jurisdiction, id, refreshHash, now, expiresAt: sessionEnd(now) });
  await insertReplaced(tx, { jurisdiction, hash, sessionId: id, salt, now });
  return { session: asSession(session), personId, refreshToken };
}

/** The token that is good now, where this one was replaced just so; later somebody else has one of the two, and the session ends for both. */
async function replacedBefore(tx: Tx, call: Call, token: string): Promise<Next | null> {
  const { jurisdiction, now } = call;
  const replaced = await selectReplaced(tx, jurisdiction, hashSecret(token), now);
  if (!replaced) return null;
  const { id, person_id: personId, salt, replaced_at } = replaced;
  if (now.getTime() - replaced_at.getTime() <= GRACE_MS) {
    const next = successorOf(token, salt);
    // It may have been renewed since, by another tab.
    return (await replacedBefore(tx, call, next)) ?? { session: asSession(replaced), personId, refreshToken: next };
  }
  await revokeOwn(tx, { jurisdiction, personId, id, now });
  await audit(tx, { jurisdiction, personId, action: 'session_reused', objectKind: 'session', objectId: id, now });
  return null;
}

/** Made of the token before, so that it can be said again though nobody kept it: who has the row alone, or the token alone, can't make it. */
function successorOf(token: string, salt: Buffer): string {
  return createHmac('sha256', salt).update(token).digest('base64url');
}
