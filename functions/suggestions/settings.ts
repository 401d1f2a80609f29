import * as z from 'zod/mini';
import type { ResultClass } from '../../shared/assignments/values';
import { CLASS_WORDS } from '../../shared/assignments/words';
import { Term } from '../../shared/kernel/days';
import { words } from '../../shared/kernel/text';
import { LENGTHS, MOST_MONTHS } from '../../shared/suggestions/limits';
import type { CountyDirectory } from '../directory/public';

const ClassName = words(...LENGTHS.className);

/** What a county decides for formal suggestions (县里的规矩), kept in `county.settings`. */
export const Settings = z.object({
  /** In which the office assigns one that was handed in (山东 and 青岛 five, 上海 seven, 重庆 ten working days). */
  suggestionAssignTerm: z._default(Term, { days: 7, kind: 'working' }),
  /** In how many months it is answered after that (代表法 第五十一条). */
  suggestionAnswerMonths: z._default(z.int().check(z.gte(1), z.lte(MOST_MONTHS)), 3),
  /** In how many months it is done again after 不满意 (浙江、山东、上海、河南 one, 北京、重庆 two). */
  suggestionAgainMonths: z._default(z.int().check(z.gte(1), z.lte(MOST_MONTHS)), 1),
  /** In which co-signers say what they think of an answer, before the lead rates. */
  suggestionCommentTerm: z._default(Term, { days: 5, kind: 'working' }),
  /** In which the lead rates (河南 ten, 北京 fifteen, 重庆 twenty working days), and, reminded, once more. */
  suggestionRateTerm: z._default(Term, { days: 10, kind: 'working' }),
  suggestionRateAgainTerm: z._default(Term, { days: 5, kind: 'working' }),
  /** So many days before its day comes, a department is reminded of it. */
  suggestionRemindDays: z._default(z.int().check(z.gte(1), z.lte(60)), 10),
  /** What the classes of an answer are called (办理结果 A、B、C、D 类; 各地叫法不一). */
  suggestionClassA: z._default(ClassName, CLASS_WORDS.A.says),
  suggestionClassB: z._default(ClassName, CLASS_WORDS.B.says),
  suggestionClassC: z._default(ClassName, CLASS_WORDS.C.says),
  suggestionClassD: z._default(ClassName, CLASS_WORDS.D.says),
});

/** What the classes are called in the county. */
export function classNames(directory: CountyDirectory): Record<ResultClass, string> {
  const {
    suggestionClassA: A,
    suggestionClassB: B,
    suggestionClassC: C,
    suggestionClassD: D,
  } = directory.settings(Settings);
  return { A, B, C, D };
}
