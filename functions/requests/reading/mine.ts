import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { mine as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { pageOfRows, readCursor } from '../../platform/pages';
import { selectMine } from '../queries/lists';
import { leadsOf, myLine } from './my-line';

/** A resident's own requests in one state, newest first. */
export async function mine(
  call: Call<Person>,
  { state, cursor }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const after = readCursor(cursor, 'id');
  const directory = await countyDirectoryOf(call);
  const whose = { resident_id: call.caller.personId };
  return call.read(async (tx) => {
    const rows = await selectMine(tx, call.jurisdiction, whose, state, after);
    const { page, next } = pageOfRows(rows, (row) => [row.id]);
    const leads = await leadsOf(tx, call, page);
    return { items: page.map((row) => myLine(row, directory, leads)), next };
  });
}
