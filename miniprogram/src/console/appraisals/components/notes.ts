import type { Draft } from '../../../../../shared/appraisals/contract';
import { TRIALS } from '../../../../../shared/appraisals/limits';
import { countedQuestions, ELECTORATE_WORDS, type Electorate } from '../../../../../shared/voting/definition';
import { sayWeights } from '../../../../../shared/voting/weighted';
import { sayClose } from './closing';
import { askedCount, type Step } from './draft';

/** What each of the six steps says of itself. */
export function notesOf(
  draft: Draft,
  trials: { people: number; elder: boolean },
  people: Record<Electorate, number> | null,
): Record<Step, string[]> {
  const { departments, electorates } = draft;
  const silent = departments.filter(({ about }) => !about?.trim()).length;
  const counted = countedQuestions(draft).length;
  return {
    name: [draft.title, `${sayClose(draft.closesAt)} 自己关，不用人点`],
    departments: [
      departments.length ? `${departments.length} 个部门，按名册排` : '还没选',
      ...(silent ? [`${silent} 个还没写管什么`] : []),
    ],
    people: [
      ...electorates.map((one) => (people ? `${ELECTORATE_WORDS[one]} ${people[one]} 位` : ELECTORATE_WORDS[one])),
      ...(electorates.length > 1
        ? [draft.weights ? `两边分开看，旁边折算 ${sayWeights(draft.weights)}` : '两边分开看，不加权']
        : []),
    ],
    questions: [`每人评 ${askedCount(draft)} 个部门，每个问 ${counted} 条`],
    trial: [
      trials.people ? `试过 ${trials.people} 位，要 ${TRIALS} 位` : `要 ${TRIALS} 个人各试一遍`,
      trials.elder ? '有人用长辈版试过' : '其中一位用长辈版',
    ],
    open: ['两个人点。冻住问卷、部门、名册，谁也改不了'],
  };
}
