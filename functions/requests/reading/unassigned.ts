import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { unassigned as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { pageOfRows, readCursor } from '../../platform/pages';
import { selectUnassigned } from '../queries/lists';
import { inboxItem } from './inbox-item';
import { groupOf } from './scope';

/** What any deputy of the villages may take: nobody's yet, or of one who can't answer today. */
export async function unassigned(
  call: Call<Person>,
  { cursor }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { deputyId } = call.caller;
  ensure(deputyId, 'not_allowed');
  const after = readCursor(cursor, 'day', 'id');
  const directory = await countyDirectoryOf(call);
  const group = groupOf(call.caller, deputyId, directory, dayOf(call.now));
  const rows = await call.read((tx) => selectUnassigned(tx, call.jurisdiction, group, after));
  const { page, next } = pageOfRows(rows, (row) => [row.due_on, row.id]);
  return { items: page.map((row) => inboxItem(row, 'colleague', directory, dayOf(call.now))), next };
}
