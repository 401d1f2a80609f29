import { addDays, dayOf, reminderOn } from '../../../shared/kernel/days';
import { WAITING } from '../../../shared/promises/opinion/states';
import { countyDirectoryOf } from '../../directory/public';
import type { Call } from '../../platform/call';
import { lockOpinion, selectUnanswered, updateOpinion } from '../opinions/queries';
import { remindOfOpinion } from '../opinions/tell';
import { Settings } from '../settings';

/** Once a day: reminds departments of what they have to answer; once its day is over the office hears it too, once. */
export async function remindOpinions(call: Call<null>): Promise<void> {
  const { jurisdiction, now } = call;
  const { remindDays } = (await countyDirectoryOf(call)).settings(Settings);
  const today = dayOf(now);
  const waiting = await call.read((tx) => selectUnanswered(tx, jurisdiction, addDays(today, remindDays)));
  for (const { id } of waiting)
    await call.write(async (tx) => {
      const opinion = await lockOpinion(tx, jurisdiction, id);
      if (!opinion || !WAITING.includes(opinion.state)) return;
      const when = opinion.due_on < today ? 'over' : reminderOn(opinion.due_on, today, remindDays);
      if (!when || when === opinion.reminded) return;
      await updateOpinion(tx, jurisdiction, id, { reminded: when });
      await remindOfOpinion(tx, call, opinion, when);
    });
}
