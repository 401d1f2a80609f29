import type { signOut as contract } from '../../shared/identity/contract';
import type { Reply } from '../../shared/kernel/procedure';
import type { Call, Person } from '../platform/call';
import { revokeOwn } from './queries-sessions';

/** Ends this phone's session. It writes nothing from then on; what it can still read ends with its access token. */
export async function signOut(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { personId, sessionId: id } = caller;
  await call.write((tx) => revokeOwn(tx, { jurisdiction, personId, id, now }));
  return { ended: true };
}
