import { isRealDay } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { extend as contract } from '../../../shared/suggestions/contract';
import type { Call, Person } from '../../platform/call';
import { act } from '../act';
import { selectBeside } from '../queries';
import { lastOfAll, latest } from '../together';

export function extend(
  call: Call<Person>,
  { dueOn, reason, ...seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return act(call, seen, 'extended', async (tx, { suggestion }) => {
    const { due_on, own_due_on } = suggestion;
    const last = lastOfAll([suggestion, ...(await selectBeside(tx, call.jurisdiction, suggestion))]);
    const isLater = last !== null && due_on !== null && dueOn > due_on && dueOn <= last;
    ensure(isLater && isRealDay(dueOn), 'extension_too_far');
    const own = own_due_on === null ? {} : { own_due_on: latest([own_due_on, dueOn]) };
    return { words: reason, detail: { until: dueOn }, set: { due_on: dueOn, ...own, extended: true, reminded: null } };
  });
}
