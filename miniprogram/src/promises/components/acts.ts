/** What a button of the lifecycle says, what is to be written with it, and whether it needs a day. */
export const ACT_WORDS = {
  done: { button: '做好了', label: '做了什么', main: '告诉联络站来看', day: false },
  extend: { button: '要宽限', label: '为什么要宽限', main: '要宽限', day: true },
  explain: { button: '说明原因', label: '为什么没做到', main: '说明原因', day: false },
  grant: { button: '准宽限', label: '说一句（可不写）', main: '准了', day: false },
  refuse: { button: '不准宽限', label: '为什么不准（可不写）', main: '不准', day: false },
  seen_done: { button: '做到了', label: '看到了什么', main: '记下：做到了', day: false },
  seen_not_done: { button: '还没做到', label: '看到了什么', main: '记下：还没做到', day: false },
  ask_why: { button: '问原因', label: '问部门什么', main: '问原因', day: false },
  reopen: { button: '要求重做', label: '为什么要重做', main: '要求重做', day: true },
} as const;
export type PromiseAct = keyof typeof ACT_WORDS;

export const isAct = (act: string): act is PromiseAct => Object.hasOwn(ACT_WORDS, act);
/** These need no words. */
export const MAY_BE_SILENT: readonly PromiseAct[] = ['grant', 'refuse'];

/** What shows promises asks again after each of these. */
export const REFRESHES = ['promises', 'appraisals'];
