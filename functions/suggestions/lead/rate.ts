import { dayOf } from '../../../shared/kernel/days';
import { addMonths } from '../../../shared/kernel/months';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { rate as contract } from '../../../shared/suggestions/contract';
import { isDoneAgain } from '../../../shared/suggestions/rules';
import type { Call, Person } from '../../platform/call';
import { act } from '../act';
import { Settings } from '../settings';

/** Final at once; the department reads it from then on. */
export function rate(
  call: Call<Person>,
  { id, version, attitude, result, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const today = dayOf(call.now);
  const again = isDoneAgain(result);
  return act(call, { id, version }, again ? 'dissatisfied' : 'rated', (_, { suggestion, directory, facts }) => {
    ensure(words || (attitude !== 'dissatisfied' && !again), 'dissatisfied_why');
    const rated = { attitude, result, comment_by: null, rate_by: null, rating_reminded: false };
    const detail = { attitude, result };
    if (!again) return { words: words ?? null, detail, set: { ...rated, outcome: 'rated', closed_on: today } };
    if (suggestion.round > 1) return { words: words ?? null, detail, set: rated };
    const { suggestionAgainMonths } = directory.settings(Settings);
    const due_on = addMonths(today, suggestionAgainMonths);
    const department_id = facts.departmentServes ? suggestion.department_id : null;
    const next = { round: 2, due_on, department_id, reminded: null, answered_on: null };
    return { words: words ?? null, detail, set: { ...rated, ...next } };
  });
}
