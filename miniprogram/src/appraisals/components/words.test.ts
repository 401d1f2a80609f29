import type { Question } from '../../../../shared/voting/definition';
import { sayAnswers } from './words';

const rating = (words: string): Question => ({ kind: 'rating', words, options: [] });
const three = [rating('态度'), rating('快慢'), rating('解决')];

test.each([
  [[1, 2, 3], '', '3 条都评了'],
  [[1, 3, 4], '', '2 条评了，1 条不了解'],
  [[4, 4, 4], '', '都选了不了解'],
  [[0, 0, 0], '', '没评'],
  [[1, 0, 4], '', '1 条评了，1 条不了解，1 条没评'],
  [[1, 1, 1], '路补得好', '3 条都评了，写了一句话'],
  [[0, 0, 0], '路补得好', '写了一句话'],
])('%j is said as what was answered, not how', (numbers, words, said) => {
  expect(sayAnswers({ numbers, words }, three)).toBe(said);
});

test('the last answer of a choice is an opinion as the others are', () => {
  const choice: Question = { kind: 'choice', words: '找过几次', options: ['一次', '几次', '没有', '记不清'] };
  expect(sayAnswers({ numbers: [4], words: '' }, [choice])).toBe('评了');
});
