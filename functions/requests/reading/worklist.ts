import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { worklist as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { pageOfRows, readCursor } from '../../platform/pages';
import { isByDue, selectWorklist } from '../queries/worklist';
import { stationsOf } from './scope';
import { worklistItem } from './worklist-item';

/** What a clerk's stations hold, or one of them; the office sees the county. */
export async function worklist(
  call: Call<Person>,
  { box, station, order, cursor }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const own = stationsOf(call.caller);
  ensure(own, 'not_allowed');
  ensure(!station || !own.stations || own.stations.includes(station), 'not_found');
  const byDue = isByDue(box, order);
  const after = byDue ? readCursor(cursor, 'day', 'id') : readCursor(cursor, 'id');
  const directory = await countyDirectoryOf(call);
  const today = dayOf(call.now);
  const scope = { stations: station ? [station] : own.stations, covered: directory.deputiesToCover(today) };
  const rows = await call.read((tx) => selectWorklist(tx, call.jurisdiction, box, scope, { today, order, after }));
  const { page, next } = pageOfRows(rows, (row) => (byDue ? [row.due_on, row.id] : [row.id]));
  return { items: page.map((row) => worklistItem(row, directory, today, call.caller)), next };
}
