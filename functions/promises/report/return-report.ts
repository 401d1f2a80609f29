import { dayOf, dueOn } from '../../../shared/kernel/days';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { returnReport as contract } from '../../../shared/promises/report/contract';
import { workingDays } from '../../platform/calendar';
import type { Call, Person } from '../../platform/call';
import { Settings } from '../settings';
import { happenToReport } from './happen';
import { lockMatter } from './matter';
import { showReport } from './show';

export async function returnReport(
  call: Call<Person>,
  { id, version, reason }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, id, { version });
    const { reportAgainTerm } = matter.directory.settings(Settings);
    const due_on = dueOn(dayOf(call.now), reportAgainTerm, workingDays(matter.directory.calendar));
    const set = { due_on, rate_by: null, handed_in_on: null, reminded: null, texted: null };
    return showReport(tx, call, await happenToReport(tx, call, matter, 'returned', { words: reason, set }));
  });
}
