import type { SlipState } from '../../../../../shared/voting/slips/states';

/** How a slip stands, in the words of the desk. */
export const SLIP_WORDS: Record<SlipState, string> = {
  printed: '没收回',
  returned: '等录',
  first: '录了一遍',
  differs: '两遍不一样',
  third: '请第三人',
  settled: '正在进票箱',
  entered: '录好了',
  spoiled: '作废',
};
