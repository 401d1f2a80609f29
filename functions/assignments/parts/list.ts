import type { parts as contract, part as oneContract } from '../../../shared/assignments/contract';
import { addDays, dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { pageOfRows, readCursor } from '../../platform/pages';
import { asideFrom } from '../recusal/aside';
import { selectOwedParts, selectPart, selectPartBox } from './queries';
import { partLines } from './show';

/** What the departments of the caller do for others, and how much of it they owe. */
export async function parts(
  call: Call<Person>,
  { box, cursor }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller } = call;
  const byDue = box === 'open';
  const after = readCursor(cursor, byDue ? 'day' : 'instant', 'id');
  const today = dayOf(call.now);
  return call.read(async (tx) => {
    const aside = await asideFrom(tx, call);
    const rows = await selectPartBox(tx, jurisdiction, caller.departmentIds, { box, aside }, after);
    const { page, next } = pageOfRows(rows, (row) => [byDue ? row.due_on : row.changed_at.toISOString(), row.id]);
    const owed = await selectOwedParts(tx, jurisdiction, caller.departmentIds, {
      today,
      soon: addDays(today, 1),
      aside,
    });
    const sum = (of: 'asked' | 'late') => owed.reduce((all, one) => all + one[of], 0);
    return { items: await partLines(tx, call, page), next, open: sum('asked'), late: sum('late') };
  });
}

/** One of them. */
export async function part(call: Call<Person>, { id }: Input<typeof oneContract>): Promise<Reply<typeof oneContract>> {
  return call.read(async (tx) => {
    const row = await selectPart(tx, call.jurisdiction, id);
    ensure(row && call.caller.departmentIds.includes(row.department_id), 'not_found');
    const [line] = await partLines(tx, call, [row]);
    ensure(line && !(await asideFrom(tx, call)).includes(line.subject.id), 'not_found');
    return line;
  });
}
