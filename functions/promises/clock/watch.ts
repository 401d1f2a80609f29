import { addDays, dayOf, reminderOn } from '../../../shared/kernel/days';
import { refusal } from '../../../shared/promises/lifecycle';
import { RUNNING } from '../../../shared/promises/states';
import { countyDirectoryOf } from '../../directory/public';
import type { Call } from '../../platform/call';
import { happen } from '../happen';
import { lockMatter } from '../matter';
import { selectRunning, updatePromise } from '../queries';
import { Settings } from '../settings';
import { remind } from '../tell';

const BATCH = 200;

/**
 * Once a day: reminds of days that come, and writes down what is overdue (逾期). What was said of a day is kept with the promise, so that a run
 * more says nothing twice, and a run that was missed is made up for by the next.
 */
export async function watch(call: Call<null>): Promise<void> {
  const { remindDays } = (await countyDirectoryOf(call)).settings(Settings);
  const through = addDays(dayOf(call.now), remindDays);
  for (let after: string | null = null; ; ) {
    const found = await call.read((tx) => selectRunning(tx, call.jurisdiction, { through, after, limit: BATCH }));
    for (const { id } of found) await step(call, id, remindDays);
    if (found.length < BATCH) return;
    after = found.at(-1)?.id ?? null;
  }
}

/** Each in a transaction of its own; whoever acts in the meantime is first. */
async function step(call: Call<null>, id: string, remindDays: number): Promise<void> {
  await call.write(async (tx) => {
    const matter = await lockMatter(tx, call, id);
    const { promise, facts, sides } = matter;
    if (refusal('overdue', facts, sides) === null) return void (await happen(tx, call, matter, 'overdue'));
    const when = reminderOn(promise.due_on, dayOf(call.now), remindDays);
    if (!RUNNING.includes(facts.state) || !when || when === promise.reminded) return;
    await updatePromise(tx, call.jurisdiction, id, { reminded: when });
    await remind(tx, call, promise, when);
  });
}
