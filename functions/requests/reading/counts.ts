import { dayOf } from '../../../shared/kernel/days';
import type { Reply } from '../../../shared/kernel/procedure';
import type { counts as contract } from '../../../shared/requests/contract';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { COUNT_LIMIT, countDue, countStates, selectUnassigned } from '../queries/lists';
import { countWorklist } from '../queries/worklist';
import { groupOf, scopeOf, stationsOf } from './scope';

/** Numbers for the tabs and badges of a resident, and of a deputy or clerk if they are one. */
export async function counts(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const directory = await countyDirectoryOf(call);
  const today = dayOf(now);
  const own = stationsOf(caller);
  return call.read(async (tx) => ({
    mine: await countStates(tx, jurisdiction, { resident_id: caller.personId }),
    inbox: await inboxCounts(tx, call, directory),
    worklist: own && (await countWorklist(tx, jurisdiction, await scopeOf(tx, call, directory, own.stations), today)),
  }));
}

async function inboxCounts(
  tx: Tx,
  { jurisdiction, caller, now }: Call<Person>,
  directory: CountyDirectory,
): Promise<Reply<typeof contract>['inbox']> {
  const { deputyId } = caller;
  if (!deputyId) return null;
  const group = groupOf(caller, deputyId, directory, dayOf(now));
  return {
    states: await countStates(tx, jurisdiction, { deputy_id: deputyId }),
    ...(await countDue(tx, jurisdiction, deputyId, dayOf(now))),
    unassigned: (await selectUnassigned(tx, jurisdiction, group, null, COUNT_LIMIT)).length,
  };
}
