import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { assign as contract } from '../../../shared/requests/contract';
import { MOST_RETURNS } from '../../../shared/requests/states';
import { assign as assignTo } from '../../assignments/public';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { subjectOf } from '../lifecycle/assignment';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';

/** Gives it to a department, which hears of it. After two returns the office does, for good. */
export async function assign(
  call: Call<Person>,
  { id, seen, departmentId, words, together }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id, { event: seen, on: 'holder' });
    ensure(directory.isDepartment(departmentId), 'no_such_department');
    const request = await happen(tx, call, matter, 'assigned', {
      words: words || null,
      detail: { department: departmentId },
      set: { department_id: departmentId },
    });
    const final = matter.facts.returns >= MOST_RETURNS;
    const extended = matter.past.some(({ kind, round }) => kind === 'extension_granted' && round === request.round);
    await assignTo(tx, call, subjectOf(request), { departmentId, dueOn: request.due_on, final, extended, together });
    return { state: request.state, departmentName: directory.departmentName(departmentId) ?? '' };
  });
}
