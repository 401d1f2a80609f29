import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { assign as contract } from '../../../shared/suggestions/contract';
import { MOST_RETURNS } from '../../../shared/suggestions/states';
import { assign as assignTo } from '../../assignments/public';
import type { Call, Person } from '../../platform/call';
import { answerBy } from '../assigning';
import { subjectOf } from '../assignment';
import { happen } from '../happen';
import { lockMatter } from '../matter';
import { showOne } from '../reading/show';

/** From the first assignment on the months run, whoever it goes to afterwards. After two returns it can't be given back. */
export async function assign(
  call: Call<Person>,
  { departmentId, words, together, id, version }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, id, { version });
    const { suggestion, directory, events, sides } = matter;
    if (sides.includes('office')) ensure(directory.isDepartment(departmentId), 'suggestion_department_unknown');
    const today = dayOf(call.now);
    const dueOn = answerBy(suggestion, directory, today);
    const after = await happen(tx, call, matter, 'assigned', {
      words: words ?? null,
      set: {
        department_id: departmentId,
        due_on: dueOn,
        first_assigned_on: suggestion.first_assigned_on ?? today,
      },
    });
    const final = events.filter(({ kind }) => kind === 'returned').length >= MOST_RETURNS;
    const extended = after.extended || after.round > 1;
    await assignTo(tx, call, subjectOf(after), { departmentId, dueOn, final, extended, together });
    return showOne(tx, call, after);
  });
}
