import { sayDay } from '../kernel/days';
import type { Shown } from './shown';
import type { State } from './states';

/** How a promise stands, in a word. */
const STATE_WORDS: Record<State, string> = {
  promised: '在改',
  said_done: '部门说做好了，等人去看',
  kept: '已做到',
  not_kept: '没做到',
};

const WHY_WORDS = { asked: '，已问原因', explained: '，说了原因' } as const;

/** The same with how many days late it is, and whether anybody asked why: 没做到，迟了 12 天，已问原因. */
export function sayPromise({ state, late, why }: Pick<Shown, 'state' | 'late' | 'why'>): string {
  const asked = state === 'not_kept' && why ? WHY_WORDS[why] : '';
  return `${STATE_WORDS[state]}${late ? `，迟了 ${late} 天` : ''}${asked}`;
}

/** What happened, by whom: 县交通运输局：做好了. */
const EVENT_WORDS: Record<string, string> = {
  created: '答应了',
  extension_asked: '要宽限几天',
  extension_granted: '准了宽限',
  extension_refused: '没有准宽限',
  said_done: '说做好了',
  seen_done: '看过了，做到了',
  seen_not_done: '看过了，还没做到',
  overdue: '过了答应的日子',
  asked_why: '问为什么没做到',
  explained: '说明原因',
  reopened: '要求重新做',
  sent: '送了评议意见',
  answered: '答复',
  asked_again: '要求重新报告',
};

export function sayEvent({ kind, office, name, dueOn }: Shown['events'][number]): string {
  const who = office ? `${office}${name ? `（${name}）` : ''}` : '';
  const day = dueOn ? `，${sayDay(dueOn)}前` : '';
  return `${who}${EVENT_WORDS[kind] ?? kind}${day}`;
}
