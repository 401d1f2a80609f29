import { dayOf } from '../../../shared/kernel/days';
import { countyDirectoryOf } from '../../directory/public';
import type { Call } from '../../platform/call';
import { lockMatter } from '../lifecycle/matter';
import { askNow } from '../lifecycle/question';
import { selectToAsk } from '../queries/due';

const BATCH = 200;

/**
 * Once a day: whoever an answer is for that promised something is asked whether it is solved, on the day of the promise. Each in a transaction of its
 * own; whoever acts in the meantime is first, and a run more says nothing twice.
 */
export async function askWhenDue(call: Call<null>): Promise<void> {
  const { jurisdiction, now } = call;
  const directory = await countyDirectoryOf(call);
  const today = dayOf(now);
  for (;;) {
    const found = await call.read((tx) => selectToAsk(tx, jurisdiction, today, BATCH));
    for (const id of found)
      await call.write(async (tx) => {
        const matter = await lockMatter(tx, call, directory, id);
        const { question_on: questionOn } = matter.request;
        if (questionOn !== null && questionOn <= today) await askNow(tx, call, matter);
      });
    if (found.length < BATCH) return;
  }
}
