import { v7 } from 'uuid';
import { ProblemError } from '../../../shared/kernel/problems';
import { EVENTS, type EventKind, refusal, stateAfter } from '../../../shared/promises/report/lifecycle';
import type { Side } from '../../../shared/promises/report/states';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import type { Matter } from './matter';
import { insertReportEvent, type ReportRow, updateReport } from './queries';
import { tellOfReport } from './tell';

type Set = Partial<Pick<ReportRow, 'round' | 'due_on' | 'rate_by' | 'handed_in_on' | 'reminded' | 'texted'>>;

/**
 * Something happens to a report: the only way in which its state changes and its history grows, both in the caller's transaction, and whoever
 * the table names is told.
 * @returns it as it is now. @throws ProblemError what `refusal` says
 */
export async function happenToReport(
  tx: Tx,
  call: Call,
  { report, facts, sides }: Pick<Matter, 'report' | 'facts' | 'sides'>,
  event: EventKind,
  { words, set = {} }: { words?: string; set?: Set } = {},
): Promise<ReportRow> {
  const problem = refusal(event, facts, sides);
  if (problem) throw new ProblemError(problem);
  const { jurisdiction, now, caller } = call;
  const changes = { ...set, state: stateAfter(event, facts), version: report.version + 1, changed_at: now };
  await updateReport(tx, jurisdiction, report.id, changes);
  await insertReportEvent(tx, {
    jurisdiction,
    report_id: report.id,
    id: v7(),
    kind: event,
    side: EVENTS[event].by.find((one) => (sides as readonly Side[]).includes(one)) as Side,
    person_id: caller?.personId ?? null,
    words: words ?? null,
    due_on: set.due_on ?? set.rate_by ?? null,
    at: now,
  });
  const changed = { ...report, ...changes };
  await tellOfReport(tx, call, changed, event);
  return changed;
}
