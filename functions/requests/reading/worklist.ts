import { dayOf } from '../../../shared/kernel/days';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { worklist as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { pageOfRows, readCursor } from '../../platform/pages';
import { selectWorklist, sortOf } from '../queries/worklist';
import { chosenOf, scopeOf } from './scope';
import { worklistItem } from './worklist-item';

/** What a clerk's stations hold, or one of them; the office sees the county. */
export async function worklist(
  call: Call<Person>,
  { box, station, order, cursor, ...filter }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const sort = sortOf(box, order, filter);
  const after = sort === 'id' ? readCursor(cursor, 'id') : readCursor(cursor, 'day', 'id');
  const directory = await countyDirectoryOf(call);
  const today = dayOf(call.now);
  const stations = chosenOf(call.caller, station);
  const rows = await call.read(async (tx) => {
    const scope = await scopeOf(tx, call, directory, stations);
    return selectWorklist(tx, call.jurisdiction, box, scope, { today, order, filter, after });
  });
  const keys: Record<typeof sort, (row: (typeof rows)[number]) => string[]> = {
    due: (row) => [row.due_on, row.id],
    received: (row) => [row.submitted_on, row.id],
    id: (row) => [row.id],
  };
  const { page, next } = pageOfRows(rows, keys[sort]);
  return { items: page.map((row) => worklistItem(row, directory, today, call.caller)), next };
}
