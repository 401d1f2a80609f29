import type { SlipState } from '../../../../../shared/voting/slips/states';
import type { IconName } from '../../../ui/Icon';

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

/** What waits for somebody stands out, and so does what is done. */
export const SLIP_TAGS: Record<SlipState, { icon: IconName; tone: 'ok' | 'wait' | 'plain' }> = {
  printed: { icon: 'clock', tone: 'plain' },
  returned: { icon: 'clock', tone: 'plain' },
  first: { icon: 'pen', tone: 'plain' },
  differs: { icon: 'alert', tone: 'wait' },
  third: { icon: 'me', tone: 'wait' },
  settled: { icon: 'check', tone: 'ok' },
  entered: { icon: 'check', tone: 'ok' },
  spoiled: { icon: 'close', tone: 'plain' },
};
