import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { inbox as contract } from '../../shared/requests/contract';
import { namesOf } from '../directory/public';
import type { Call, Person } from '../platform/call';
import { pageOfRows, readCursor } from '../platform/pages';
import { inboxItem } from './inbox-item';
import { selectInbox } from './queries';

/** What was sent to the deputy: what waits for an answer by its due day, the rest by what changed last. */
export async function inbox(
  call: Call<Person>,
  { state, cursor }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { deputyId } = call.caller;
  ensure(deputyId, 'not_allowed');
  const after = readCursor(cursor, state === 'with_deputy' ? 'day' : 'instant', 'id');
  const names = await namesOf(call);
  const rows = await call.read((tx) => selectInbox(tx, call.jurisdiction, deputyId, state, after));
  const { page, next } = pageOfRows(rows, (row) => [
    state === 'with_deputy' ? row.due_on : row.changed_at.toISOString(),
    row.id,
  ]);
  return { items: page.map((row) => inboxItem(row, 'deputy', names)), next };
}
