import { dayOf, dueOn } from '../../../shared/kernel/days';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { submit as contract } from '../../../shared/suggestions/contract';
import { INVITED } from '../../../shared/suggestions/states';
import { workingDays } from '../../platform/calendar';
import type { Call, Person } from '../../platform/call';
import { act } from '../act';
import { nextNumber, updateCosigners } from '../queries';
import { Settings } from '../settings';

/** Who has not signed is left off; it has a number from now on. */
export async function submit(call: Call<Person>, seen: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, now } = call;
  return act(call, seen, 'submitted', async (tx, { suggestion: { id, occasion }, directory }) => {
    const today = dayOf(now);
    const year = Number(today.slice(0, 4));
    await updateCosigners(tx, jurisdiction, { id, from: INVITED }, { state: 'dropped', changed_at: now });
    return {
      set: {
        year,
        number: await nextNumber(tx, jurisdiction, { year, occasion }),
        submitted_on: today,
        assign_by: dueOn(today, directory.settings(Settings).suggestionAssignTerm, workingDays(directory.calendar)),
      },
    };
  });
}
