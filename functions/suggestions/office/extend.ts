import { isRealDay } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { extend as contract } from '../../../shared/suggestions/contract';
import { lastExtension } from '../../../shared/suggestions/rules';
import type { Call, Person } from '../../platform/call';
import { act } from '../act';

export function extend(
  call: Call<Person>,
  { dueOn, reason, ...seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return act(call, seen, 'extended', (_, { suggestion }) => {
    const { due_on, first_assigned_on: since } = suggestion;
    const isLater = since !== null && due_on !== null && dueOn > due_on && dueOn <= lastExtension(since);
    ensure(isLater && isRealDay(dueOn), 'extension_too_far');
    return { words: reason, detail: { until: dueOn }, set: { due_on: dueOn, extended: true, reminded: null } };
  });
}
