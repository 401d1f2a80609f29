import type { ReportLine } from '../../../../../shared/promises/report/shown';
import { STATE_NAMES } from '../../../../../shared/promises/report/states';
import { REPORT_STATE_WORDS } from '../../../../../shared/promises/report/words';

/** `3 份：还没交 1，评过了 2；迟了的 1。` */
export function sayYear(reports: readonly ReportLine[]): string {
  const of = STATE_NAMES.map((state) => [state, reports.filter((one) => one.state === state).length] as const);
  const parts = of.flatMap(([state, count]) => (count ? `${REPORT_STATE_WORDS[state]} ${count}` : []));
  const late = reports.filter((one) => one.late > 0).length;
  return `${reports.length} 份：${parts.join('，')}${late ? `；迟了的 ${late}` : ''}。`;
}
