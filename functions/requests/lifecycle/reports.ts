import { following } from '../../../shared/kernel/lifecycle';
import type { EventKind } from '../../../shared/requests/lifecycle';
import { publicOf } from '../../../shared/requests/public-form';
import { REPORT, type ReportEvent } from '../../../shared/requests/reports';
import { notify } from '../../notifications/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { KINDS } from '../notifications';
import { closeReports } from '../queries/reports';
import type { RequestRow } from '../queries/requests';

type Answer = { event: ReportEvent; words: string | null; seen: string | null };

const SAYS: Record<ReportEvent, (words: string | null) => string> = {
  kept: (words) => `联络站看过了，还登着：${words}`,
  taken_down: (words) => `从公开栏撤下来了：${words}`,
  left_board: () => '这件事已经不在公开栏上了',
};

/** Answers what was said against a matter, and tells whoever said it. @returns how many */
export async function answerOpen(
  tx: Tx,
  { jurisdiction, caller, now }: Call,
  request: RequestRow,
  { event, words, seen }: Answer,
): Promise<number> {
  const state = following(REPORT, event, 'open');
  const by = caller?.personId ?? null;
  const answered = { state, answer: words, answered_by: event === 'left_board' ? null : by, answered_at: now };
  const reporters = await closeReports(tx, jurisdiction, request.id, answered, seen);
  for (const personId of reporters)
    await notify(tx, {
      jurisdiction,
      personId,
      kind: KINDS.report_answered,
      subject: { context: 'requests', id: request.id },
      // What was on the board by mistake does not live on in a list.
      title: (event === 'kept' && publicOf(request).title) || '您举报的那件事',
      body: SAYS[event](words),
      now,
    });
  return reporters.length;
}

/** By which the station itself takes a matter off the board. */
const TAKEN_DOWN: readonly EventKind[] = ['declined', 'withheld'];

/** A matter left the board: nothing said against it waits any longer. `happen` alone calls it. */
export async function closeWithMatter(
  tx: Tx,
  call: Call,
  kind: EventKind,
  { before, after, words }: { before: RequestRow; after: RequestRow; words: string | null },
): Promise<void> {
  if (before.published_at === null || after.published_at !== null) return;
  const byStation = TAKEN_DOWN.includes(kind) && words !== null;
  const answer = byStation ? { event: 'taken_down' as const, words } : { event: 'left_board' as const, words: null };
  await answerOpen(tx, call, before, { ...answer, seen: null });
}
