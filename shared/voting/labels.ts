import type { Question } from './definition';

/**
 * What questions are called where a few characters have to do, on a slip and where it is typed: of `办事的人，态度怎么样？` what is said after
 * the comma. Where that doesn't tell them apart, they are called as they are.
 */
export function shortQuestions(questions: readonly Question[]): string[] {
  const whole = wholeQuestions(questions);
  const ends = whole.map((words) => words.slice(words.lastIndexOf('，') + 1));
  return new Set(ends).size === ends.length ? ends : whole;
}

/** Without the mark at their end. */
export const wholeQuestions = (questions: readonly Question[]) =>
  questions.map(({ words }) => words.replace(/[？?。]$/, ''));
