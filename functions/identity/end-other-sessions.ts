import type { endOtherSessions as contract } from '../../shared/identity/contract';
import type { Reply } from '../../shared/kernel/procedure';
import type { Call, Person } from '../platform/call';
import { revokeOwn } from './queries-sessions';

/** Ends every session of the person but the one that asks. */
export async function endOtherSessions(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { personId, sessionId: but } = caller;
  return { ended: await call.write((tx) => revokeOwn(tx, { jurisdiction, personId, but, now })) };
}
