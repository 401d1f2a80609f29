import { addDays, dayOf } from '../../../shared/kernel/days';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { desk as contract } from '../../../shared/suggestions/contract';
import { asideFrom } from '../../assignments/public';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { pageOfRows, readCursor } from '../../platform/pages';
import { isByDue, selectBox } from '../queries';
import { Settings } from '../settings';
import { linesOf } from './lines';

export async function desk(
  call: Call<Person>,
  { box, watcher, cursor }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const byDue = isByDue(box);
  const after = readCursor(cursor, byDue ? 'day' : 'instant', 'id');
  const days = await daysOf(call);
  return call.read(async (tx) => {
    const looked = { ...days, watcher, aside: await asideFrom(tx, call) };
    const rows = await selectBox(tx, call.jurisdiction, box, looked, after);
    const { page, next } = pageOfRows(rows, (row) => [
      byDue ? (row.due_on as string) : row.changed_at.toISOString(),
      row.id,
    ]);
    return { items: await linesOf(tx, call, page), next };
  });
}

/** Today, and until when a day is near. */
export async function daysOf(call: Call<Person>): Promise<{ today: string; soon: string }> {
  const { suggestionRemindDays } = (await countyDirectoryOf(call)).settings(Settings);
  const today = dayOf(call.now);
  return { today, soon: addDays(today, suggestionRemindDays) };
}
