import { dayOf } from '../../shared/kernel/days';
import type { Reply } from '../../shared/kernel/procedure';
import type { counts as contract } from '../../shared/requests/contract';
import { type Names, namesOf } from '../directory/public';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { deskOf, groupOf } from './access';
import { COUNT_LIMIT, countDue, countStates, selectShared } from './queries';
import { countDesk } from './queries-desk';

/** Numbers for the tabs and badges of a resident, and of a deputy or clerk if they are one. */
export async function counts(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const names = await namesOf(call);
  const desk = deskOf(caller);
  return call.read(async (tx) => ({
    mine: await countStates(tx, jurisdiction, { resident_id: caller.personId }),
    inbox: await inboxCounts(tx, call, names),
    desk: desk && (await countDesk(tx, jurisdiction, { ...desk, covered: names.awayDeputies(dayOf(now)) }, dayOf(now))),
  }));
}

async function inboxCounts(tx: Tx, call: Call<Person>, names: Names): Promise<Reply<typeof contract>['inbox']> {
  const { jurisdiction, now } = call;
  const { deputyId } = call.caller;
  if (!deputyId) return null;
  const { with_deputy, asked, answered } = await countStates(tx, jurisdiction, { deputy_id: deputyId });
  const due = await countDue(tx, jurisdiction, deputyId, dayOf(now));
  const group = groupOf(deputyId, names, dayOf(now));
  const shared = (await selectShared(tx, jurisdiction, group, null, COUNT_LIMIT)).length;
  return { with_deputy, asked, answered, shared, ...due };
}
