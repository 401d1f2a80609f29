import type { ReportLine } from '../../../../shared/promises/report/shown';
import { RATING, RUNNING, type Standing, type State } from '../../../../shared/promises/report/states';
import { sayDay } from '../../platform/say';
import type { IconName } from '../../ui/Icon';

type Look = { icon: IconName; tone: 'ok' | 'wait' | 'late' | 'accent' | 'plain' };

/** How a promise stands, and how far a report is: colour is never the only cue. */
export const STANDING_LOOKS: Record<Standing, Look> = {
  kept: { icon: 'check-circle', tone: 'ok' },
  kept_late: { icon: 'check-circle', tone: 'wait' },
  to_look: { icon: 'half-circle', tone: 'wait' },
  open: { icon: 'clock', tone: 'accent' },
  due: { icon: 'clock', tone: 'wait' },
  broken: { icon: 'alert', tone: 'late' },
};

export const REPORT_LOOKS: Record<State, Look> = {
  open: { icon: 'clock', tone: 'wait' },
  handed_in: { icon: 'half-circle', tone: 'accent' },
  rated: { icon: 'check-circle', tone: 'ok' },
  returned: { icon: 'alert', tone: 'late' },
  closed: { icon: 'info', tone: 'plain' },
};

/** Until when somebody has to do something, or when it was done. */
export function sayDays({ state, dueOn, rateBy, handedInOn, late }: ReportLine): string {
  const missed = late ? `，迟了 ${late} 天` : '';
  if (!handedInOn && !RUNNING.includes(state)) return '没有交';
  if (!handedInOn) return `${sayDay(dueOn)}前交${missed}`;
  const rates = RATING.includes(state) && rateBy ? `，代表 ${sayDay(rateBy)}前评` : '';
  return `${sayDay(handedInOn)}交的${missed}${rates}`;
}
