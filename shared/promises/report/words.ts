import type { Figures, Tally } from './rules';
import type { Rating, Standing, State } from './states';

export const STANDING_WORDS: Record<Standing, string> = {
  kept: '按时做到',
  kept_late: '做到了，迟了',
  to_look: '说做好了，等人看',
  open: '还没到日子',
  due: '到日子了',
  broken: '没做到',
};

export const REPORT_STATE_WORDS: Record<State, string> = {
  open: '还没交',
  handed_in: '交了，等代表评',
  rated: '评过了',
  returned: '退回重报',
  closed: '部门没有了',
};

export const RATING_WORDS: Record<Rating, string> = {
  satisfied: '满意',
  basically: '基本满意',
  dissatisfied: '不满意',
};

const COUNTED: readonly Standing[] = ['kept', 'kept_late', 'to_look', 'open', 'due', 'broken'];

/** `答应 8 件：按时做到 5 件，没做到 3 件。` What there is none of is not said. */
export function sayFigures(figures: Figures): string {
  if (!figures.made) return '没有答应过什么。';
  const parts = COUNTED.filter((one) => figures[one]).map((one) => `${STANDING_WORDS[one]} ${figures[one]} 件`);
  const off = figures.putOff ? `其中改过日子的 ${figures.putOff} 件。` : '';
  return `答应 ${figures.made} 件：${parts.join('，')}。${off}`;
}

/** The same as everybody reads it, where how many stand how may be told; the number alone where not. */
export function sayPublicFigures({ made, figures }: { made: number; figures: Figures | null }): string {
  return figures ? sayFigures(figures) : `答应 ${made} 件。`;
}

/** `满意 2，基本满意 1，不满意 0；没评 1`. */
export function sayTally({ satisfied, basically, dissatisfied, given, none }: Tally): string {
  if (!given && !none) return '没有要评的代表';
  return `满意 ${satisfied}，基本满意 ${basically}，不满意 ${dissatisfied}${none ? `；没评 ${none}` : ''}`;
}

/** What happened to a report, by whom. */
export const REPORT_EVENT_WORDS: Record<string, string> = {
  opened: '要交这一年的报告了',
  overdue: '过了日子还没交',
  handed_in: '交了报告',
  deputy_left: '一位代表任期到了，不评了',
  rated: '代表评完了',
  returned: '退回，要重报',
  dissolved: '部门没有了，报告不用交了',
};
