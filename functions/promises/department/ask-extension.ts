import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { askExtension as contract } from '../../../shared/promises/contract';
import { isDayToPromise } from '../../../shared/promises/rules';
import type { Call, Person } from '../../platform/call';
import { happen } from '../happen';
import { lockMatter } from '../matter';
import { workOne } from '../reading/show';

export async function askExtension(
  call: Call<Person>,
  { id, version, dueOn, reason }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, id, version);
    const isLater = isDayToPromise(dueOn, dayOf(call.now)) && dueOn > matter.promise.due_on;
    ensure(isLater, 'promise_day_bad');
    return workOne(tx, call, await happen(tx, call, matter, 'extension_asked', { dueOn, words: reason }));
  });
}
