import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { shared as contract } from '../../shared/requests/contract';
import { namesOf } from '../directory/public';
import type { Call, Person } from '../platform/call';
import { pageOfRows, readCursor } from '../platform/pages';
import { groupOf } from './access';
import { inboxItem } from './inbox-item';
import { selectShared } from './queries';

/** What any deputy of the villages may take: nobody's yet, or of one who can't answer today. */
export async function shared(call: Call<Person>, { cursor }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { deputyId } = call.caller;
  ensure(deputyId, 'not_allowed');
  const after = readCursor(cursor, 'day', 'id');
  const names = await namesOf(call);
  const group = groupOf(deputyId, names, dayOf(call.now));
  const rows = await call.read((tx) => selectShared(tx, call.jurisdiction, group, after));
  const { page, next } = pageOfRows(rows, (row) => [row.due_on, row.id]);
  return { items: page.map((row) => inboxItem(row, 'colleague', names)), next };
}
