import type { State } from '../../../../../shared/appraisals/states';
import type { Question } from '../../../../../shared/voting/definition';
import type { IconName } from '../../../ui/Icon';

type Look = { words: string; icon: IconName; tone: 'ok' | 'wait' | 'accent' | 'plain' };

export const STATE_LOOKS: Record<State, Look> = {
  preparing: { words: '还没开票', icon: 'pen', tone: 'wait' },
  approved: { words: '还差一位', icon: 'pen', tone: 'wait' },
  open: { words: '开着', icon: 'lock', tone: 'ok' },
  closed: { words: '正在数', icon: 'clock', tone: 'accent' },
  counted: { words: '数好了', icon: 'clock', tone: 'accent' },
  published: { words: '公布了', icon: 'check', tone: 'ok' },
  dropped: { words: '不办了', icon: 'close', tone: 'plain' },
};

/** What the page of an appraisal is about in each state of it. */
export const VIEWS = {
  preparing: 'prepare',
  approved: 'prepare',
  open: 'watch',
  closed: 'close',
  counted: 'close',
  published: 'results',
  dropped: 'over',
} as const satisfies Record<State, string>;

export const NEXT_STEPS: Record<State, string> = {
  preparing: '接着准备',
  approved: '请另一位来开票',
  open: '看各站投了多少',
  closed: '看数到哪一步',
  counted: '等着公布',
  published: '看结果',
  dropped: '',
};

export const KIND_WORDS: Record<Question['kind'], string> = { rating: '满意度', choice: '选一个', words: '写字' };
