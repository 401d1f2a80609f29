import type { sessions as contract } from '../../shared/identity/contract';
import type { Reply } from '../../shared/kernel/procedure';
import type { Call, Person } from '../platform/call';
import { selectSessions } from './queries-sessions';

/** Where the person is signed in. */
export async function sessions(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const rows = await call.read((tx) => selectSessions(tx, jurisdiction, caller.personId, now));
  return {
    sessions: rows.map(({ id, device, desk, created_at, used_at }) => ({
      id,
      device,
      desk,
      since: created_at.toISOString(),
      usedAt: used_at.toISOString(),
      current: id === caller.sessionId,
    })),
  };
}
