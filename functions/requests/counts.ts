import { dayOf } from '../../shared/kernel/days';
import type { Reply } from '../../shared/kernel/procedure';
import type { counts as contract } from '../../shared/requests/contract';
import type { Call, Person } from '../platform/call';
import { countDue, countStates } from './queries';

/** Numbers for the tabs and badges of a resident, and of a deputy if they are one. */
export async function counts(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction, now } = call;
  const { personId, deputyId } = call.caller;
  return call.read(async (tx) => {
    const mine = await countStates(tx, jurisdiction, { resident_id: personId });
    if (!deputyId) return { mine, inbox: null };
    const { with_deputy, answered } = await countStates(tx, jurisdiction, { deputy_id: deputyId });
    return { mine, inbox: { with_deputy, answered, ...(await countDue(tx, jurisdiction, deputyId, dayOf(now))) } };
  });
}
