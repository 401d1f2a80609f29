import { sayDay } from '../kernel/days';
import type { Assignment } from './contract';
import type { State } from './states';
import type { ResultClass } from './values';

/** What a department says of how far it is, and what it has to write with it. */
export const CLASS_WORDS: Record<ResultClass, { says: string; short: string; asks: string }> = {
  A: { says: '解决了，或大部分解决了', short: '已经解决', asks: '要写清楚做了什么' },
  B: { says: '正在办，或排进了计划', short: '正在办', asks: '要写哪天前做到什么' },
  C: { says: '现在办不了', short: '现在办不了', asks: '要写缺什么，什么时候再看' },
  D: { says: '留着参考', short: '留着参考', asks: '要写为什么不用办' },
};

/** How far the department says it is: B 类，正在办. Whether it is solved, whoever it is for says. */
export function sayClass(resultClass: ResultClass): string {
  return `${resultClass} 类，${CLASS_WORDS[resultClass].short}`;
}

/** What the department waits for; null where it waits for nothing. */
export function sayAsked({
  question,
  extension,
  askedUntil,
}: Pick<Assignment, 'question' | 'extension' | 'askedUntil'>) {
  if (question === 'asked') return '问居民的那句，等联络站转。';
  if (question === 'forwarded') return '问的转给居民了，等回答。这几天不算您的。';
  if (extension === 'asked' && askedUntil) return `要宽限到 ${sayDay(askedUntil)}，等联络站定。`;
  return null;
}

/** Where an assignment is, to who works on it. */
export const STATE_WORDS: Record<State, string> = {
  offered: '等您收下',
  accepted: '在办',
  answered: '答过了',
  returned: '退回了',
  taken_back: '收回了',
};
