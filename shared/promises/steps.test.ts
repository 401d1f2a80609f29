import type { Shown } from './shown';
import type { State } from './states';
import { afterOf, saySteps, stepsOf } from './steps';

const toldOf = (state: State, ...kinds: string[]): Pick<Shown, 'state' | 'events'> => ({
  state,
  events: ['created', ...kinds].map((kind, at) => ({
    kind,
    on: '2026-06-01',
    side: 'department',
    office: null,
    name: null,
    words: `${at}`,
    link: null,
    dueOn: null,
  })),
});
const line = (state: State, ...kinds: string[]) =>
  stepsOf(toldOf(state, ...kinds))
    .map((step) => `${step.label}${{ done: '', now: '！', next: '…' }[step.state]}`)
    .join(' ');

test.each([
  ['promised', [], '答应了 在改！ 去看… 做到…'],
  ['said_done', ['said_done'], '答应了 说做好了 去看！ 做到…'],
  ['kept', ['said_done', 'seen_done'], '答应了 说做好了 看过了 做到了'],
  ['kept', ['overdue', 'seen_done'], '答应了 看过了 做到了'],
  ['not_kept', ['overdue', 'asked_why'], '答应了 过了日子 在补！ 去看… 做到…'],
  ['not_kept', ['said_done', 'seen_not_done'], '答应了 没做到 在补！ 去看… 做到…'],
  ['promised', ['said_done', 'seen_done', 'reopened'], '答应了 要重做 在改！ 去看… 做到…'],
  ['kept', ['seen_done', 'reopened', 'said_done', 'seen_done'], '答应了 要重做 说做好了 看过了 做到了'],
  ['not_kept', ['seen_done', 'reopened', 'overdue'], '答应了 过了日子 在补！ 去看… 做到…'],
] as const)('the steps of one that is %s after %j', (state, kinds, expected) => {
  expect(line(state, ...kinds)).toBe(expected);
});

test('they are said in a sentence', () => {
  expect(saySteps(stepsOf(toldOf('promised')))).toBe('一共 4 步，现在第 2 步，在改');
  expect(saySteps(stepsOf(toldOf('kept', 'seen_done')))).toBe('一共 3 步，都走完了，做到了');
});

test('after it: what was said last, and a look only where nothing was said since; what was before it was asked for once more is gone', () => {
  const after = (...kinds: string[]) => {
    const { done, look } = afterOf(toldOf('promised', ...kinds));
    return [done?.words, look?.words];
  };
  expect(after()).toEqual([undefined, undefined]);
  expect(after('said_done', 'seen_not_done')).toEqual(['1', '2']);
  expect(after('said_done', 'seen_not_done', 'said_done')).toEqual(['3', undefined]);
  expect(after('said_done', 'seen_done', 'reopened')).toEqual([undefined, undefined]);
  expect(after('overdue', 'seen_not_done', 'asked_why')).toEqual([undefined, '2']);
});
