import { dayOf } from '../../shared/kernel/days';
import { questionDay } from '../../shared/promises/rules';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { type PromiseRow, selectOfSubject } from './queries';

/**
 * What a promise was made for hears when its question is asked now: of what was promised at the same time, which is one answer. What was promised
 * before, in an answer that did not do, moves nothing. Here the promise is locked first and its subject after it; nobody who has a subject locked
 * waits for a promise that is there already.
 */
export async function tellSubject(tx: Tx, call: Call<Person>, promise: PromiseRow): Promise<void> {
  const { subject_context: context, subject_id: id, created_at } = promise;
  const subject = await call.subjects(context);
  if (!subject?.promised) return;
  // Of two promises that are kept at once the second sees the first.
  await subject.lock(tx, call, id);
  const all = await selectOfSubject(tx, call.jurisdiction, context, id);
  const madeAt = all.at(-1)?.created_at.getTime();
  if (created_at.getTime() !== madeAt) return;
  const together = all.filter((one) => one.created_at.getTime() === madeAt);
  const asksOn = questionDay(
    together.map(({ state, due_on }) => ({ state, dueOn: due_on })),
    dayOf(call.now),
  );
  await subject.promised(tx, call, id, { asksOn });
}
