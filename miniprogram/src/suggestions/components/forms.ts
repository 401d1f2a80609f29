import { LENGTHS as ASSIGNMENT_LENGTHS } from '../../../../shared/assignments/limits';
import { GIVE_WORDS } from '../../../../shared/assignments/part/words';
import { RESULT_CLASSES } from '../../../../shared/assignments/values';
import { CLASS_WORDS } from '../../../../shared/assignments/words';
import type { Length } from '../../../../shared/kernel/text';
import { LENGTHS } from '../../../../shared/suggestions/limits';
import type { Suggestion } from '../../../../shared/suggestions/shown';
import { ELSEWHERE, WAYS } from '../../../../shared/suggestions/values';
import { ELSEWHERE_WORDS, WAY_WORDS } from '../../../../shared/suggestions/words';

type Option = { value: string; words: string; note?: string };

/** What is filled in with one button. */
export type FormOf = {
  /** On the button that opens it, and over it. */
  title: string;
  main: string;
  /** One of the things people come for. */
  first?: true;
  /** What is chosen, under its name; departments are asked for, and the county has its own names of the classes. */
  choose?: { label: string; options: readonly Option[] | 'departments' | 'classes' };
  rates?: true;
  /** past: up to today; later: as far as it can be put off; asked: as far as the department may ask. */
  day?: 'past' | 'later' | 'asked';
  words: { label: string; hint: string; length: Length; optional?: true };
};

/** The classes of an answer, as the county calls them. */
export function classOptions(classes: Suggestion['classes']): Option[] {
  return RESULT_CLASSES.map((value) => ({
    value,
    words: `${value} ${classes[value]}`,
    note: CLASS_WORDS[value].asks,
  }));
}

const REASON = { hint: '写清楚为什么', length: LENGTHS.reason };

export const FORMS = {
  comment: {
    title: '说说答复怎么样',
    main: '送给领衔代表',
    first: true,
    rates: true,
    words: { label: '想说的', hint: '可以不写', length: LENGTHS.words, optional: true },
  },
  rate: {
    title: '评一评',
    main: '就这样',
    first: true,
    rates: true,
    words: { label: '想说的', hint: '不满意，要写一句为什么', length: LENGTHS.reason, optional: true },
  },
  contact: {
    title: '跟代表说过话，记一笔',
    main: '记下来',
    first: true,
    choose: { label: '怎么说的', options: WAYS.map((value) => ({ value, words: WAY_WORDS[value] })) },
    day: 'past',
    words: { label: '说了什么', hint: '谁跟谁，说了什么', length: LENGTHS.words },
  },
  answer: {
    title: '答复',
    main: '送给代表',
    first: true,
    choose: {
      label: '办得怎样，自己定一类',
      options: 'classes',
    },
    words: { label: '答复', hint: '一条一条答：做了什么，还差什么，哪天前做到', length: ASSIGNMENT_LENGTHS.answer },
  },
  opinion: {
    title: '给主办意见',
    main: '送给主办',
    first: true,
    words: { label: '您这里的意见', hint: GIVE_WORDS.advice.hint, length: ASSIGNMENT_LENGTHS.opinion },
  },
  involve: {
    title: '叫人一起办',
    main: '请他们一起办',
    choose: { label: '请哪家', options: 'departments' },
    words: { label: '请他们做什么', hint: '查哪一段，要不要一起看', length: ASSIGNMENT_LENGTHS.asks },
  },
  progress: {
    title: '先说一声进展',
    main: '说一声',
    words: { label: '进展', hint: '到哪一步了', length: ASSIGNMENT_LENGTHS.progress },
  },
  ask: {
    title: '问代表一句',
    main: '送给代表',
    words: { label: '想问什么', hint: '比如：是哪一段，从哪年起', length: ASSIGNMENT_LENGTHS.question },
  },
  /** The department's; the office extends. */
  ask_days: {
    title: '要延长答复的日子',
    main: '送人大办公室',
    day: 'asked',
    words: { label: '为什么', hint: '缺什么，在等什么', length: ASSIGNMENT_LENGTHS.reason },
  },
  return: {
    title: '不归我管，退回去',
    main: '退回',
    words: { label: '为什么', hint: '归哪里管，依据是什么', length: ASSIGNMENT_LENGTHS.reason },
  },
  assign: {
    title: '交给部门办',
    main: '交办',
    first: true,
    choose: { label: '主办', options: 'departments' },
    words: { label: '交办时说一句', hint: '可以不写', length: LENGTHS.words, optional: true },
  },
  redirect: {
    title: '不算建议，说去哪',
    main: '告诉代表',
    choose: { label: '该去哪', options: ELSEWHERE.map((value) => ({ value, words: ELSEWHERE_WORDS[value] })) },
    words: { label: '为什么不算', ...REASON },
  },
  reply: {
    title: '回部门问的',
    main: '告诉部门',
    first: true,
    words: { label: '怎么回', hint: '问什么，答什么', length: LENGTHS.words },
  },
  extend: { title: '延长', main: '延长', day: 'later', words: { label: '为什么延长', ...REASON } },
  refuse_extension: { title: '不同意延长', main: '不同意', words: { label: '为什么不同意', ...REASON } },
  take_back: { title: '收回，另找部门', main: '收回', words: { label: '为什么收回', ...REASON } },
  meet: {
    title: '坐到一起定了，记下来',
    main: '记下来，结束',
    first: true,
    day: 'past',
    words: { label: '定了什么', hint: '谁到了，定了什么，哪天前', length: LENGTHS.words },
  },
  urge: {
    title: '催一催',
    main: '催一催',
    words: { label: '想说的', hint: '可以不写', length: LENGTHS.words, optional: true },
  },
} as const satisfies Record<string, FormOf>;
export type FormAct = keyof typeof FORMS;
