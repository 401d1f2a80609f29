import { dayOf } from '../../../shared/kernel/days';
import { ensure, ProblemError } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { assign as contract } from '../../../shared/suggestions/contract';
import { refusal } from '../../../shared/suggestions/lifecycle';
import { MOST_RETURNS } from '../../../shared/suggestions/states';
import { assign as assignTo } from '../../assignments/public';
import type { Call, Person } from '../../platform/call';
import { answerBy, ensureCommittee } from '../assigning';
import { subjectOf } from '../assignment';
import { happen } from '../happen';
import { lockMatter } from '../matter';
import { lockJoined } from '../queries';
import { showOne } from '../reading/show';
import { earliest, ownDue } from '../together';

/**
 * From the first assignment on the months run, whoever it goes to afterwards: three, or six where the office says why it is complex, and then
 * there are no more. After two returns it can't be given back.
 */
export async function assign(
  call: Call<Person>,
  { departmentId, words, together, complexReason, watcherId, id, version }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, id, { version });
    const { suggestion, directory, events, facts, sides } = matter;
    const problem = refusal('assigned', facts, sides);
    if (problem) throw new ProblemError(problem);
    ensure(directory.isDepartment(departmentId), 'suggestion_department_unknown');
    ensure(complexReason === undefined || suggestion.due_on === null, 'complex_at_first');
    const { watcher_id: before, complex_reason } = suggestion;
    if (watcherId !== undefined && watcherId !== before) ensureCommittee(watcherId, directory);
    const watcher = watcherId === undefined ? before : watcherId;
    const today = dayOf(call.now);
    const complex = complexReason !== undefined;
    const joined = await lockJoined(tx, call.jurisdiction, [id]);
    // Its own day, and, with what is handled with it, the earliest.
    const own = answerBy({ due_on: ownDue(suggestion) }, directory, today, { complex });
    const dueOn = earliest([own, ...joined.map(ownDue)]) ?? own;
    const after = await happen(tx, call, matter, 'assigned', {
      words: words ?? null,
      detail: watcher ? { watcher } : {},
      set: {
        department_id: departmentId,
        due_on: dueOn,
        own_due_on: joined.length ? own : null,
        first_assigned_on: suggestion.first_assigned_on ?? today,
        complex_reason: complexReason ?? complex_reason,
        watcher_id: watcher,
      },
    });
    const final = events.filter(({ kind }) => kind === 'returned').length >= MOST_RETURNS;
    const extended = after.extended || after.complex_reason !== null || after.round > 1;
    await assignTo(tx, call, subjectOf(after), { departmentId, dueOn, final, extended, together });
    return showOne(tx, call, after);
  });
}
