import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { shorten } from '../../shared/kernel/text';
import type { inbox as contract } from '../../shared/requests/contract';
import { namesOf } from '../directory/public';
import type { Call, Person } from '../platform/call';
import { pageOfRows, readCursor } from '../platform/pages';
import { nameFor } from './access';
import { selectInbox } from './queries';

const EXCERPT = 60;

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
  return {
    items: page.map((row) => ({
      id: row.id,
      title: row.title,
      excerpt: shorten(row.excerpt, EXCERPT),
      state: row.state,
      outcome: row.outcome,
      round: row.round,
      opened: row.opened_at !== null,
      name: nameFor('deputy', row),
      villageName: names.villageName(row.village),
      submittedOn: row.submitted_on,
      dueOn: row.due_on,
      closedOn: row.closed_on,
    })),
    next,
  };
}
