import { isOpinion, type Question, RATINGS } from '../../../../shared/voting/definition';
import type { Answers } from './ballot';

/** 不了解 */
export const DONT_KNOW = RATINGS.length;

const FIGURES = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 三条 */
export function countOf(number: number): string {
  return `${FIGURES[number] ?? `${number} `}条`;
}

/** What was answered, without saying how (3 条都评了；2 条评了，1 条不了解). @param questions those that have answers, in order */
export function sayAnswers({ numbers, words }: Answers, questions: readonly Question[]): string {
  const opinions = questions.filter((question, at) => isOpinion(question, numbers[at] ?? 0)).length;
  const unknown = numbers.filter((number, at) => number > 0 && !isOpinion(questions[at] as Question, number)).length;
  const said = sayCounts(opinions, unknown, questions.length);
  return words.trim() ? (said === NOTHING ? '写了一句话' : `${said}，写了一句话`) : said;
}

const NOTHING = '没评';

function sayCounts(opinions: number, unknown: number, all: number): string {
  const blank = all - opinions - unknown;
  if (blank === all) return NOTHING;
  if (opinions === all) return all === 1 ? '评了' : `${all} 条都评了`;
  if (unknown === all) return '都选了不了解';
  return [opinions && `${opinions} 条评了`, unknown && `${unknown} 条不了解`, blank && `${blank} 条没评`]
    .filter(Boolean)
    .join('，');
}
