import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { inbox as contract } from '../../../shared/requests/contract';
import { isIn, WAITING_FOR_DEPUTY } from '../../../shared/requests/states';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { pageOfRows, readCursor } from '../../platform/pages';
import { selectInbox } from '../queries/lists';
import { inboxItem } from './inbox-item';

/** What was sent to the deputy: what waits for an answer by its due day, the rest by what changed last. */
export async function inbox(
  call: Call<Person>,
  { state, cursor }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { deputyId } = call.caller;
  ensure(deputyId, 'not_allowed');
  const byDue = isIn(state, WAITING_FOR_DEPUTY);
  const after = readCursor(cursor, byDue ? 'day' : 'instant', 'id');
  const directory = await countyDirectoryOf(call);
  const rows = await call.read((tx) => selectInbox(tx, call.jurisdiction, deputyId, state, after));
  const { page, next } = pageOfRows(rows, (row) => [byDue ? row.due_on : row.changed_at.toISOString(), row.id]);
  return { items: page.map((row) => inboxItem(row, 'deputy', directory, dayOf(call.now))), next };
}
