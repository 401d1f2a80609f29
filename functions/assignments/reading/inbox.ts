import type { AssignmentLine, inbox as contract } from '../../../shared/assignments/contract';
import { CURRENT } from '../../../shared/assignments/states';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { groupBy } from '../../platform/group-by';
import { pageOfRows, readCursor } from '../../platform/pages';
import { selectCurrentParts } from '../parts/queries';
import { aboutOf } from '../parts/show';
import { type AssignmentRow, isByDue, selectBox } from '../queries';
import { asideFrom } from '../recusal/aside';
import { shown } from './show';

export async function inbox(
  call: Call<Person>,
  { box, cursor }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const byDue = isByDue(box);
  const after = readCursor(cursor, byDue ? 'day' : 'instant', 'id');
  return call.read(async (tx) => {
    const of = { departments: call.caller.departmentIds, aside: await asideFrom(tx, call) };
    const rows = await selectBox(tx, call.jurisdiction, of, box, after);
    const { page, next } = pageOfRows(rows, (row) => [byDue ? row.due_on : row.changed_at.toISOString(), row.id]);
    return { items: await linesOf(tx, call, page), next };
  });
}

/** Each with what it is about, asked of the context that it belongs to. */
async function linesOf(tx: Tx, call: Call<Person>, rows: readonly AssignmentRow[]): Promise<AssignmentLine[]> {
  const directory = await countyDirectoryOf(call);
  const about = await aboutOf(tx, call, rows);
  const parts = groupBy(
    await selectCurrentParts(
      tx,
      call.jurisdiction,
      rows.flatMap(({ id, state }) => (CURRENT.includes(state) ? id : [])),
    ),
    ({ assignment_id }) => assignment_id,
  );
  return rows.flatMap((row) => {
    const line = about.get(row.id);
    if (!line) return [];
    const { hide, ...said } = line;
    return { ...shown(call, row, directory, parts.get(row.id), hide), ...said };
  });
}
