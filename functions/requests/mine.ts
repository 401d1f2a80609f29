import type { Input, Reply } from '../../shared/kernel/procedure';
import type { mine as contract } from '../../shared/requests/contract';
import { namesOf } from '../directory/public';
import type { Call, Person } from '../platform/call';
import { pageOfRows, readCursor } from '../platform/pages';
import { selectMine } from './queries';

/** A resident's own requests in one state, newest first. */
export async function mine(
  call: Call<Person>,
  { state, cursor }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const after = readCursor(cursor, 'id');
  const names = await namesOf(call);
  const rows = await call.read((tx) => selectMine(tx, call.jurisdiction, call.caller.personId, state, after));
  const { page, next } = pageOfRows(rows, (row) => [row.id]);
  return {
    items: page.map((row) => ({
      id: row.id,
      trackingNumber: row.tracking_number,
      title: row.title,
      state: row.state,
      outcome: row.outcome,
      round: row.round,
      deputyName: names.deputyName(row.deputy_id),
      submittedOn: row.submitted_on,
      dueOn: row.due_on,
      answeredOn: row.answered_on,
      closedOn: row.closed_on,
    })),
    next,
  };
}
