import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { askAgain as contract } from '../../../shared/promises/contract';
import { isDayToPromise } from '../../../shared/promises/rules';
import type { Call, Person } from '../../platform/call';
import { happenToOpinion } from './happen';
import { workOpinion } from './show';

export async function askAgain(
  call: Call<Person>,
  { id, version, words, dueOn }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return call.write(async (tx) => {
    const opinion = await happenToOpinion(tx, call, { id, seen: version, event: 'asked_again', words, dueOn });
    ensure(isDayToPromise(dueOn, dayOf(call.now)), 'promise_day_bad');
    return workOpinion(tx, call, opinion);
  });
}
