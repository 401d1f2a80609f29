import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { reopen as contract } from '../../../shared/promises/contract';
import { isDayToPromise } from '../../../shared/promises/rules';
import type { Call, Person } from '../../platform/call';
import { happen } from '../happen';
import { lockMatter } from '../matter';
import { workOne } from '../reading/show';

export async function reopen(
  call: Call<Person>,
  { id, version, dueOn, reason }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, id, version);
    ensure(isDayToPromise(dueOn, dayOf(call.now)), 'promise_day_bad');
    return workOne(tx, call, await happen(tx, call, matter, 'reopened', { dueOn, words: reason }));
  });
}
