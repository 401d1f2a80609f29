import { v7 } from 'uuid';
import { addDays, dayOf, dueOn, reminderOn, startOf } from '../../../shared/kernel/days';
import { refusal } from '../../../shared/promises/report/lifecycle';
import { REPORT_FROM } from '../../../shared/promises/report/limits';
import { madeBetween } from '../../../shared/promises/report/rules';
import { RATING } from '../../../shared/promises/report/states';
import { countyDirectoryOf } from '../../directory/public';
import { workingDays } from '../../platform/calendar';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { happenToReport } from '../report/happen';
import { lockMatter, type Matter } from '../report/matter';
import {
  insertReport,
  insertReportEvent,
  selectRunning,
  selectWithoutReport,
  updateReceipt,
  updateReport,
} from '../report/queries';
import { remindOfReport, tellOfReport } from '../report/tell';
import { Settings } from '../settings';

const BATCH = 200;

/**
 * Once a day: opens what departments owe of the year, from the county's day on; reminds of days that come, writes down what is over, and ends what
 * has nobody any more. A run more does nothing twice; one that was missed is made up for by the next.
 */
export async function watchReports(call: Call<null>): Promise<void> {
  await openReports(call);
  const directory = await countyDirectoryOf(call);
  const { remindDays } = directory.settings(Settings);
  const through = addDays(dayOf(call.now), remindDays);
  const ended = directory.endedDepartments();
  for (let after: string | null = null; ; ) {
    const found = await call.read((tx) =>
      selectRunning(tx, call.jurisdiction, { through, ended, after, limit: BATCH }),
    );
    // One thing at a time, each in a transaction of its own, until nothing is left to do; whoever acts in the meantime is first.
    for (const { id } of found) while (await call.write((tx) => step(tx, call, id, remindDays)));
    if (found.length < BATCH) return;
    after = found.at(-1)?.id ?? null;
  }
}

/**
 * One report for each department that had promised something by the day from which the year is reported. What it promises later is in it too, but
 * opens none: nobody is asked in December for what was promised in November. The days count from when it is opened, also where that is late.
 */
async function openReports(call: Call<null>): Promise<void> {
  const { jurisdiction, now } = call;
  const directory = await countyDirectoryOf(call);
  const { reportTerm } = directory.settings(Settings);
  const today = dayOf(now);
  const year = Number(today.slice(0, 4));
  const begins = `${year}-${REPORT_FROM}`;
  if (today < begins) return;
  const made = { from: startOf(madeBetween(year).first), to: startOf(begins) };
  const departments = await call.read((tx) => selectWithoutReport(tx, jurisdiction, { year, ...made }));
  const due_on = dueOn(today, reportTerm, workingDays(directory.calendar));
  for (const department_id of departments)
    if (directory.isDepartment(department_id))
      await call.write(async (tx) => {
        const report = {
          jurisdiction,
          id: v7(),
          department_id,
          year,
          state: 'open' as const,
          round: 0,
          due_on,
          rate_by: null,
          handed_in_on: null,
          reminded: null,
          texted: null,
          version: 1,
          created_at: now,
          changed_at: now,
        };
        if (!(await insertReport(tx, report))) return;
        const opened = {
          jurisdiction,
          report_id: report.id,
          id: v7(),
          kind: 'opened' as const,
          side: 'clock' as const,
        };
        await insertReportEvent(tx, { ...opened, person_id: null, words: null, due_on, at: now });
        await tellOfReport(tx, call, report, 'opened');
      });
}

/** @returns whether anything was left to do */
async function step(tx: Tx, call: Call<null>, id: string, remindDays: number): Promise<boolean> {
  const matter = await lockMatter(tx, call, id);
  const { facts, sides } = matter;
  if (await leave(tx, call, matter)) return true;
  for (const event of ['dissolved', 'rated'] as const)
    if (refusal(event, facts, sides) === null) {
      await happenToReport(tx, call, matter, event);
      return false;
    }
  if (refusal('overdue', facts, sides) === null) {
    await happenToReport(tx, call, matter, 'overdue', { set: { reminded: 'over' } });
    return false;
  }
  await remind(tx, call, matter, remindDays);
  return false;
}

/** A deputy whose term ended before they rated is asked no more; whoever comes after them is not asked either. */
async function leave(tx: Tx, call: Call<null>, matter: Matter): Promise<boolean> {
  const { report, receipts, directory } = matter;
  if (!RATING.includes(report.state)) return false;
  const gone = receipts.find(
    ({ round, state, deputy_id }) => round === report.round && state === 'asked' && directory.hasEnded(deputy_id),
  );
  if (!gone) return false;
  await updateReceipt(tx, gone, { state: 'left', changed_at: call.now });
  await happenToReport(tx, call, matter, 'deputy_left');
  return true;
}

async function remind(tx: Tx, call: Call<null>, { report }: Matter, remindDays: number): Promise<void> {
  const { id, state, due_on, rate_by, reminded } = report;
  const day = RATING.includes(state) ? (rate_by ?? '') : due_on;
  const when = reminderOn(day, dayOf(call.now), remindDays);
  if (!when || when === reminded || reminded === 'over') return;
  await updateReport(tx, call.jurisdiction, id, { reminded: when });
  await remindOfReport(tx, call, report, when);
}
