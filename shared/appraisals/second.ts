import type { Question } from '../voting/definition';

/**
 * What is asked again after departments have promised (变好了吗): whether somebody rated it low before, and whether it got better, in one
 * answer. So both are counted together without anybody knowing who rated it low (docs/decisions/0032-whether-it-got-better.md).
 */
export const SECOND_QUESTION: Question = {
  kind: 'choice',
  words: '上次您评它评得低吗？现在好了吗？',
  options: ['评得低，好了', '评得低，没好', '不低，好了', '不低，没好', '说不上'],
};
/** The answers of those who rated it low. */
export const BETTER = 1;
export const NOT_BETTER = 2;

/** Whether this is that question: the office may have asked something else instead. */
export function asksSecond({
  kind,
  options,
}: { kind: string; options: readonly string[] } | undefined = NONE): boolean {
  return kind === 'choice' && options.join() === SECOND_QUESTION.options.join();
}
const NONE = { kind: '', options: [] };
