import type { Transitions } from '../kernel/lifecycle';

/** Why somebody thinks that a matter should not stand on the notice board (举报). */
export const REPORT_REASONS = ['personal', 'untrue', 'abusive', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

export const REPORT_REASON_NAMES: Record<ReportReason, string> = {
  personal: '写了谁家、谁的名字或电话',
  untrue: '说的不是真的',
  abusive: '骂人、吓人，或是广告',
  other: '别的',
};

/** open: the station has to answer; kept: it leaves the matter where it is; taken_down: it took it off the board; gone: the matter left the board otherwise. */
export const REPORT_STATES = ['open', 'kept', 'taken_down', 'gone'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
/** As the one who said it reads it. */
export const REPORT_STATE_NAMES: Record<ReportState, string> = {
  open: '小站还没答复',
  kept: '小站看过，留着',
  taken_down: '小站撤下来了',
  gone: '已经不在公开栏了',
};
/** The station has not answered them. */
export const WAITING_REPORTS: readonly ReportState[] = ['open'];
export type ReportEvent = 'kept' | 'taken_down' | 'left_board';

/** The whole life of a report: it is answered once, and nothing follows. */
export const REPORT: Transitions<ReportState, ReportEvent> = {
  kept: { open: 'kept' },
  taken_down: { open: 'taken_down' },
  left_board: { open: 'gone' },
};
