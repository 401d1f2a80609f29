import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Facts } from '../../../shared/promises/report/lifecycle';
import { isDissatisfied, type Tally, tallyOf } from '../../../shared/promises/report/rules';
import type { Side } from '../../../shared/promises/report/states';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { lockReport, type ReceiptRow, type ReportRow, selectReceipts } from './queries';

/** A report as the lifecycle's table sees it; `receipts` are those of all rounds. */
export type Matter = {
  report: ReportRow;
  receipts: readonly ReceiptRow[];
  directory: CountyDirectory;
  facts: Facts;
  sides: readonly Side[];
};

/** What was on the screen: the report, or which time it was handed in. */
export type Seen = { version?: number; round?: number };

/** Locked until the transaction ends. @throws ProblemError `not_found` where it is not there, or none of the caller's */
export async function lockMatter(tx: Tx, call: Call, id: string, seen: Seen = {}): Promise<Matter> {
  const report = await lockReport(tx, call.jurisdiction, id);
  ensure(report, 'not_found');
  return matterOf(call, report, await selectReceipts(tx, call.jurisdiction, [id]), seen);
}

/** @throws ProblemError `not_found` where it is none of the caller's */
export async function matterOf(
  call: Call,
  report: ReportRow,
  all: readonly ReceiptRow[],
  seen: Seen = {},
): Promise<Matter> {
  const directory = await countyDirectoryOf(call);
  const receipts = all.filter(({ report_id }) => report_id === report.id);
  const sides = sidesOf(call, report, receipts);
  ensure(sides.length, 'not_found');
  const current = receipts.filter(({ round }) => round === report.round);
  const today = dayOf(call.now);
  const { state, due_on, rate_by, reminded, version, round } = report;
  return {
    report,
    receipts,
    directory,
    sides,
    facts: {
      state,
      seenOlder: (seen.version ?? version) !== version || (seen.round ?? round) !== round,
      // Who is asked is known once it is handed in: the verb says so.
      hasRaters: true,
      mine: current.find(({ deputy_id }) => deputy_id === call.caller?.deputyId)?.state ?? null,
      complete: current.every((one) => one.state !== 'asked') || (rate_by !== null && today > rate_by),
      overdue: today > due_on && reminded !== 'over',
      departmentEnded: directory.hasEndedDepartment(report.department_id),
      dissatisfied: isDissatisfied(tallyOfRound(report, receipts)),
      returned: round > 1,
    },
  };
}

/** What was said in the round in which it is. Whose term ended is asked no more, and counts nowhere. */
export function tallyOfRound({ id, round }: ReportRow, receipts: readonly ReceiptRow[]): Tally {
  const current = receipts.filter((one) => one.report_id === id && one.round === round && one.state !== 'left');
  return tallyOf(current.map(({ rating }) => rating));
}

/** Nobody is both sides: who is of the department rates nothing of it, and who is asked as a deputy does not send it back. */
function sidesOf({ caller }: Call, { department_id }: ReportRow, receipts: readonly ReceiptRow[]): Side[] {
  if (!caller) return ['clock'];
  if (caller.departmentIds.includes(department_id)) return ['department'];
  if (receipts.some(({ deputy_id }) => deputy_id === caller.deputyId)) return ['deputy'];
  return caller.admin ? ['office'] : [];
}
