import { type Day, SOON_DAYS } from '../../../../../shared/kernel/days';
import type { BOXES, RequestPage, WorklistItem } from '../../../../../shared/requests/contract';
import { isLate } from '../../../../../shared/requests/rules';
import { isIn, WAITING_FOR_RESIDENT } from '../../../../../shared/requests/states';
import { ENDED_LIST, SHORT_END_WORDS, sayDaysLeft } from '../../../../../shared/requests/words';
import { sayDay } from '../../../platform/say';
import type { IconName } from '../../../ui/Icon';

export type Box = (typeof BOXES)[number];

export const BOX_WORDS: Record<Box, string> = {
  late: '超时',
  due_soon: '快到期',
  with_office: '像检举',
  to_assign: '待分办',
  unplaced: '要安排',
  to_moderate: '要审公开',
  to_review: '要人定',
  reported: '被举报',
  said_same: '说是同一件',
  at_hotline: '12345 在办',
  with_higher: '上级代表那里',
  open: '在办',
  waiting: '等居民',
  closed: ENDED_LIST,
  all: '全部',
  claimed: '说办完了',
  confirmed: '居民说解决了',
};

export const BOX_EMPTY: Record<Box, string> = {
  late: '没有超时的。',
  due_soon: '没有快到期的。',
  with_office: '没有像检举、控告的。',
  to_assign: '没有要分的，部门也没有等着的。',
  unplaced: '没有要安排的。',
  to_moderate: '没有等着上公开栏的。',
  to_review: '没有微信拿不准的。',
  reported: '没有等着答复的举报。',
  said_same: '没有等您定的。',
  at_hotline: '没有在等 12345 的。',
  with_higher: '没有在市、省、全国人大代表那里的。',
  open: '没有在办的。',
  waiting: '没有等居民说的。',
  closed: '还没有收起的。',
  all: '还没有收到。',
  claimed: '没有说办完了的。',
  confirmed: '没有居民说解决了的。',
};

/** What comes into a box, where its name does not say all of it. */
export const BOX_HINT: Partial<Record<Box, string>> = {
  said_same: '居民说跟公开栏上的是同一件，\n是不是由您定。',
  with_office: '像检举、控告的，只有您这里看得到，\n是不是由您定。',
  unplaced: '日子过了一半还没人接的、\n代表外出或还没用上的，会排在这里。',
};

type Tone = 'wait' | 'late' | 'accent' | 'plain';

export const REASONS: Record<WorklistItem['reasons'][number], { words: string; icon: IconName; tone: Tone }> = {
  late: { words: '超时了', icon: 'alert', tone: 'late' },
  away: { words: '代表外出', icon: 'clock', tone: 'wait' },
  not_joined: { words: '代表没用上', icon: 'info', tone: 'wait' },
  ended: { words: '任期到了', icon: 'info', tone: 'wait' },
  untaken: { words: '没人接', icon: 'me', tone: 'wait' },
  with_office: { words: '像检举', icon: 'shield', tone: 'late' },
  to_assign: { words: '要分给部门', icon: 'undo', tone: 'accent' },
  office_assigns: { words: '人大办定', icon: 'station', tone: 'accent' },
  asks_question: { words: '部门想问一句', icon: 'chat', tone: 'accent' },
  asks_extension: { words: '部门要宽限', icon: 'clock', tone: 'accent' },
  to_moderate: { words: '要审公开', icon: 'shield', tone: 'accent' },
  to_review: { words: '要人定', icon: 'eye-off', tone: 'accent' },
  reported: { words: '有人举报', icon: 'alert', tone: 'late' },
  said_same: { words: '居民说是同一件', icon: 'mine', tone: 'accent' },
  at_hotline: { words: '等 12345', icon: 'phone', tone: 'plain' },
  with_higher: { words: '上级代表那里', icon: 'up', tone: 'plain' },
  merged: { words: '合在一起办', icon: 'swap', tone: 'plain' },
};

/** Days away, now or before the answer is due. Empty for who stays. */
export function sayAway(until: string | null, next: { from: string; to: string } | null): string {
  if (until) return `外出到 ${sayDay(until)}`;
  if (!next) return '';
  return next.from === next.to ? `${sayDay(next.from)}外出` : `${sayDay(next.from)}到 ${sayDay(next.to)}外出`;
}

/** Until when its resident has an answer, or should have had one. */
export function sayLast({ clock, today }: Pick<RequestPage, 'clock' | 'today'>): string {
  return `${isLate(clock, today) ? '应在' : '最晚'} ${sayDay(clock.dueOn)}`;
}

/** Where a matter stands, short enough to stand before its title. */
export function sayWhen({ state, outcome, dueOn, daysLeft, reasons }: WorklistItem): {
  words: string;
  icon: IconName;
  tone: string;
} {
  if (reasons.includes('late'))
    return { words: daysLeft ? sayDaysLeft(daysLeft) : '超时了', icon: 'alert', tone: 'late' };
  if (outcome) return { words: SHORT_END_WORDS[outcome], icon: 'check', tone: '' };
  if (isIn(state, WAITING_FOR_RESIDENT)) return { words: '等居民', icon: 'chat', tone: '' };
  return sayNear(daysLeft, dueOn);
}

/** How near its day is, or how long it is over; the day itself where it is far. */
export function sayNear(
  daysLeft: number | null | undefined,
  dueOn: Day,
): { words: string; icon: IconName; tone: string } {
  if (daysLeft == null || daysLeft > SOON_DAYS) return { words: sayDay(dueOn), icon: 'clock', tone: '' };
  const isLate = daysLeft < 0;
  return { words: sayDaysLeft(daysLeft), icon: isLate ? 'alert' : 'clock', tone: isLate ? 'late' : 'soon' };
}

/** The newest of what stands in the history of a matter on the screen: what others did since is said instead. There is always one. */
export const newestOf = ({ events, id }: RequestPage): string => events[0]?.id ?? id;
