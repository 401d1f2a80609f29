import type { Question } from './definition';
import { shortQuestions } from './labels';

const asked = (...all: string[]): Question[] => all.map((words) => ({ kind: 'rating', words, options: [] }));

test.each([
  [
    ['办事的人，态度怎么样？', '找它办事，快不快？'],
    ['态度怎么样', '快不快'],
  ],
  [
    ['态度，好不好？', '办事，好不好？'],
    ['态度，好不好', '办事，好不好'],
  ],
  [['服务态度'], ['服务态度']],
])('%j is called %j', (questions, short) => expect(shortQuestions(asked(...questions))).toEqual(short));
