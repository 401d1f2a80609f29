import { refusal } from '../../../shared/assignments/part/lifecycle';
import { OWED } from '../../../shared/assignments/part/states';
import { addDays, dayOf, reminderOn, SOON_DAYS } from '../../../shared/kernel/days';
import { countyDirectoryOf } from '../../directory/public';
import type { Call } from '../../platform/call';
import { factsOf, happenToPart } from '../parts/happen';
import { lockPart, selectToWatch, updatePart } from '../parts/queries';
import { remind } from '../parts/tell';
import { lockAssignment } from '../queries';

const BATCH = 200;

/**
 * Once an hour: reminds of days that come, writes down what is over, and ends what a department that is no more was asked. What was said of a
 * day is kept with the part, so that a run more says nothing twice, and a run that was missed is made up for by the next.
 */
export async function watchParts(call: Call<null>): Promise<void> {
  const ended = (await countyDirectoryOf(call)).endedDepartments();
  const through = addDays(dayOf(call.now), SOON_DAYS);
  for (let after: string | null = null; ; ) {
    const found = await call.read((tx) =>
      selectToWatch(tx, call.jurisdiction, { through, ended, after, limit: BATCH }),
    );
    for (const one of found) await step(call, one);
    if (found.length < BATCH) return;
    after = found.at(-1)?.id ?? null;
  }
}

/** Each in a transaction of its own; whoever acts in the meantime is first. */
async function step(call: Call<null>, { id, assignment_id }: { id: string; assignment_id: string }): Promise<void> {
  const { jurisdiction, now } = call;
  const directory = await countyDirectoryOf(call);
  await call.write(async (tx) => {
    const assignment = await lockAssignment(tx, jurisdiction, assignment_id);
    const part = await lockPart(tx, jurisdiction, id);
    if (!assignment || !part || !OWED.includes(part.state)) return;
    const matter = { part, assignment, facts: factsOf(call, part, directory), sides: ['clock'] as const };
    if (refusal('dissolved', matter.facts, matter.sides) === null)
      return void (await happenToPart(tx, call, matter, 'dissolved'));
    if (refusal('overdue', matter.facts, matter.sides) === null)
      return void (await happenToPart(tx, call, matter, 'overdue', { reminded: 'over' }));
    const when = reminderOn(part.due_on, dayOf(now), SOON_DAYS);
    if (!when || part.reminded === 'over' || when === part.reminded) return;
    await updatePart(tx, jurisdiction, id, { reminded: when });
    await remind(tx, call, { part, assignment });
  });
}
