import type { endSession as contract } from '../../shared/identity/contract';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { Call, Person } from '../platform/call';
import { revokeOwn } from './queries-sessions';

/** Ends one of the person's own sessions, as when a telephone was lost. */
export async function endSession(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const ended = await call.write((tx) => revokeOwn(tx, { jurisdiction, personId: caller.personId, id, now }));
  ensure(ended, 'not_found');
  return { ended: true };
}
