import type { Draft } from '../../../../../shared/appraisals/contract';
import { ELECTORATE_WORDS } from '../../../../../shared/voting/definition';
import { sayRule, USUAL_OUTCOME } from '../../../../../shared/voting/outcome';
import { sayWeights } from '../../../../../shared/voting/weighted';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';
import { sayClose } from './closing';
import { PART_WORDS, type Part, saySlipsTwice } from './draft';
import type { Department } from './useDepartments';
import type { Writing } from './useDraft';

type Props = { writing: Writing; now: Draft; departments: readonly Department[] };

/** Two wrote the same part: what is there now and what was typed here, side by side, and one of both stands. */
export function Conflict({ writing, now, departments }: Props) {
  const { draft, both, keepMine, takeTheirs } = writing;
  if (!both.length) return null;
  return (
    <Notice tone="wait">
      <b className="block">刚才有人改过一样的地方。您写的还在，看一看用哪个：</b>
      {both.map((part) => (
        <div key={part} className="space-above-2">
          <b>{PART_WORDS[part]}</b>
          <p>{`现在是：${sayPart(part, now, departments)}`}</p>
          <p>{`您写的：${sayPart(part, draft, departments)}`}</p>
        </div>
      ))}
      <div className="row wrap space-above-2">
        <Button small onPress={keepMine}>
          用我写的
        </Button>
        <Button small kind="line" onPress={takeTheirs}>
          用现在的
        </Button>
      </div>
    </Notice>
  );
}

function sayPart(part: Part, draft: Draft, departments: readonly Department[]): string {
  const named = (id: string) => departments.find((one) => one.id === id)?.name ?? '';
  const say: Record<Part, () => string> = {
    title: () => draft.title,
    closesAt: () => sayClose(draft.closesAt),
    electorates: () => draft.electorates.map((one) => ELECTORATE_WORDS[one]).join('、'),
    asks: () => (draft.asks === null ? '全部' : `抽 ${draft.asks} 个`),
    threshold: () => `不到 ${draft.threshold} 人`,
    outcome: () => sayRule(draft.outcome ?? USUAL_OUTCOME),
    weights: () => (draft.weights ? sayWeights(draft.weights) : '不折算'),
    slipsTwice: () => saySlipsTwice(draft),
    questions: () => draft.questions.map(({ words, options }) => [words, ...options].join('／')).join('；') || '没有题',
    departments: () =>
      draft.departments.map(({ id, about }) => (about ? `${named(id)}（${about}）` : named(id))).join('、') || '没选',
  };
  return say[part]();
}
