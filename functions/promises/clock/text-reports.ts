import { dayOf, reminderOn } from '../../../shared/kernel/days';
import { countyDirectoryOf } from '../../directory/public';
import { waitingOfDepartments } from '../../identity/public';
import { isDaytime, membershipsTextedToday, sendsTexts, textOnceADay } from '../../notifications/public';
import type { Call } from '../../platform/call';
import { type ReportRow, selectOwed, updateTexted } from '../report/queries';
import { Settings } from '../settings';

type Step = NonNullable<ReportRow['texted']>;

/** In the order in which they come; sent back, they begin anew. */
const STEPS: readonly Step[] = ['returned', 'before', 'at'];

/**
 * By day, each hour: who is of a department and has no account yet is told by a short message (短信) that its year-end report was sent back, that the
 * day comes, and that it is there: each once, and what is new on a day on which they were told already on the next.
 */
export async function textReports(call: Call<null>): Promise<void> {
  const { jurisdiction, now } = call;
  const directory = await countyDirectoryOf(call);
  if (!isDaytime(now) || !sendsTexts(directory)) return;
  const { remindDays } = directory.settings(Settings);
  const departments = directory.departments().map(({ id }) => id);
  await call.write(async (tx) => {
    const owed = await selectOwed(tx, jurisdiction, departments);
    const of = (roles: readonly { department_id: string | null }[]) =>
      owed.filter(({ department_id }) => roles.some((one) => one.department_id === department_id));
    const numbers = await waitingOfDepartments(tx, jurisdiction, departments);
    const texted = await membershipsTextedToday(tx, { jurisdiction, kind: 'report', now });
    const later = new Set(numbers.filter((roles) => roles.some(({ id }) => texted.has(id))).flatMap(of));
    const told = new Set<string>();
    for (const report of new Set(numbers.flatMap(of))) {
      const step = stepOf(report, dayOf(now), remindDays);
      if (!step || later.has(report)) continue;
      if (await updateTexted(tx, jurisdiction, report, step)) told.add(report.id);
    }
    for (const roles of numbers) {
      const own = of(roles);
      if (!own.some(({ id }) => told.has(id))) continue;
      const membershipIds = roles.map(({ id }) => id);
      await textOnceADay(tx, { jurisdiction, membershipIds, kind: 'report', params: paramsOf(own), now });
    }
  });
}

/** What is new since they were told last; null: nothing. */
function stepOf({ state, due_on, texted }: Owed, today: string, remindDays: number): Step | null {
  const step = reminderOn(due_on, today, remindDays) ?? (state === 'returned' ? 'returned' : null);
  return step && (texted === null || STEPS.indexOf(step) > STEPS.indexOf(texted)) ? step : null;
}

type Owed = Pick<ReportRow, 'state' | 'due_on' | 'texted'>;

/** In the order of the template (docs/deploy.md): how many were not handed in yet, how many were sent back, month and day of what is due first. */
function paramsOf(owed: readonly Owed[]): string[] {
  const returned = owed.filter(({ state }) => state === 'returned').length;
  const [first = ''] = owed.map(({ due_on }) => due_on).sort();
  return [owed.length - returned, returned, Number(first.slice(5, 7)), Number(first.slice(8, 10))].map(String);
}
