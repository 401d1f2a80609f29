import type { signOut as contract } from '../../shared/identity/contract';
import type { Reply } from '../../shared/kernel/procedure';
import type { Call, Person } from '../platform/call';
import { revokeSession } from './queries-sessions';

/** Ends this phone's session. Its access token dies by itself within fifteen minutes. */
export async function signOut(call: Call<Person>): Promise<Reply<typeof contract>> {
  await call.write((tx) => revokeSession(tx, call.jurisdiction, call.caller.sessionId, call.now));
  return { ended: true };
}
