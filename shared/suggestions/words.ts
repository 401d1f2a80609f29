import type { Outcome, State } from './states';
import type { Disclosure, Elsewhere, Occasion, Origin, Rating, Unsolved, Way } from './values';

export const OCCASION_WORDS: Record<Occasion, string> = { session: '大会', between: '闭会' };
export const DISCLOSURE_WORDS: Record<Disclosure, string> = { full: '全文都登', title: '只登题目' };
export const ORIGIN_WORDS: Record<Origin, string> = {
  research: '专题调研',
  forum: '座谈',
  visit: '走访',
  other: '其他',
};
export const UNSOLVED_WORDS: Record<Unsolved, string> = { two: '两年', three: '三年', more: '三年以上' };
export const RATING_WORDS: Record<Rating, string> = {
  satisfied: '满意',
  basically: '基本满意',
  dissatisfied: '不满意',
};
export const ELSEWHERE_WORDS: Record<Elsewhere, string> = {
  request: '当居民的事，交联络站转',
  petition: '信访局',
  hotline: '12345',
  court: '法院、检察院',
  arbitration: '仲裁、行政复议',
  other: '别的地方',
};
export const WAY_WORDS: Record<Way, string> = { visit: '到现场', meeting: '开会', phone: '电话', writing: '写信' };

/** `闭会建议 2026-20 号`. */
export function sayNumber(occasion: Occasion, number: string): string {
  return `${OCCASION_WORDS[occasion]}建议 ${number} 号`;
}

/** Where one is, in a word. */
export const STATE_WORDS: Record<State, string> = {
  draft: '草稿',
  submitted: '等交办',
  to_assign: '等交办',
  with_department: '在办',
  answered: '答了，等评',
  to_meet: '要坐到一起定',
  closed: '结束了',
  redirected: '不算建议',
  withdrawn: '撤回了',
};

export const OUTCOME_WORDS: Record<Outcome, string> = { rated: '评过了', unrated: '没评', met: '坐到一起定了' };
