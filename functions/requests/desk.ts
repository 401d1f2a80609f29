import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { desk as contract } from '../../shared/requests/contract';
import { namesOf } from '../directory/public';
import type { Call, Person } from '../platform/call';
import { pageOfRows, readCursor } from '../platform/pages';
import { deskOf } from './access';
import { deskItem } from './desk-item';
import { isByDue, selectDesk } from './queries-desk';

/** What a clerk's stations hold, or one of them; the office sees the county. */
export async function desk(
  call: Call<Person>,
  { box, station, cursor }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const own = deskOf(call.caller);
  ensure(own, 'not_allowed');
  ensure(!station || !own.stations || own.stations.includes(station), 'not_found');
  const after = isByDue(box) ? readCursor(cursor, 'day', 'id') : readCursor(cursor, 'id');
  const names = await namesOf(call);
  const today = dayOf(call.now);
  const scope = { stations: station ? [station] : own.stations, covered: names.awayDeputies(today) };
  const rows = await call.read((tx) => selectDesk(tx, call.jurisdiction, box, scope, today, after));
  const { page, next } = pageOfRows(rows, (row) => (isByDue(box) ? [row.due_on, row.id] : [row.id]));
  // A clerk may be a deputy too: of what was sent to them they know the name as the resident chose, on its page.
  const { deputyId } = call.caller;
  const isOwn = (row: { deputy_id: string | null }) => deputyId !== null && row.deputy_id === deputyId;
  return { items: page.map((row) => deskItem(row, names, today, !isOwn(row))), next };
}
