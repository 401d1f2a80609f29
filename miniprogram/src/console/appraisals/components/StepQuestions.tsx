import { useState } from 'react';
import { LIMITS } from '../../../../../shared/voting/limits';
import { Button } from '../../../ui/Button';
import { Press } from '../../../ui/Press';
import { Kbd } from '../../ui/Kbd';
import { useKeys } from '../../ui/useKeys';
import { type DraftQuestion, questionFault } from './draft';
import { QuestionCard } from './QuestionCard';
import { QuestionFields } from './QuestionFields';
import type { Writing } from './useDraft';
import './StepQuestions.scss';

type Props = { writing: Writing; last: { title: string; questions: readonly DraftQuestion[] } | null };

const NEW: DraftQuestion = { kind: 'rating', words: '', options: [] };

/** 问卷: at most twelve questions, asked of each department. One is open to be written; arrows with Alt move it. */
export function StepQuestions({ writing: { draft, change }, last }: Props) {
  const { questions } = draft;
  const [at, setAt] = useState<number | null>(null);
  const put = (next: DraftQuestion[], open: number | null) => {
    change({ questions: next });
    setAt(open);
  };
  const add = () => questions.length < LIMITS.questions && put([...questions, NEW], questions.length);
  const move = (from: number, by: 1 | -1) => {
    const to = from + by;
    const [one, other] = [questions[from], questions[to]];
    if (!one || !other) return;
    put(
      questions.map((each, index) => (index === from ? other : index === to ? one : each)),
      at === from ? to : at === to ? from : at,
    );
  };
  const remove = (index: number) =>
    put(
      questions.filter((_, each) => each !== index),
      null,
    );
  useKeys({ n: add });
  return (
    <>
      <div className="row wrap">
        <span className="questions-lead secondary">对每个部门，问下面几条。</span>
        {last && (
          <Button kind="line" small icon="copy" onPress={() => put([...last.questions], null)}>
            从去年的拿过来
          </Button>
        )}
        <Button kind="line" small icon="plus" disabled={questions.length >= LIMITS.questions} onPress={add}>
          加一条 <Kbd>N</Kbd>
        </Button>
      </div>
      {questions.length >= LIMITS.questions && (
        <p className="note space-above-1">{`最多 ${LIMITS.questions} 条，再多就没人填得完了。`}</p>
      )}
      <ol className="questions space-above-2" aria-label="问卷">
        {questions.map((question, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place; what is typed lies in the draft
          <li key={index}>
            <QuestionCard
              number={index + 1}
              question={question}
              on={index === at}
              acts={
                <Acts
                  number={index + 1}
                  of={questions.length}
                  open={index === at}
                  onOpen={() => setAt(index === at ? null : index)}
                  onMove={(by) => move(index, by)}
                  onRemove={() => remove(index)}
                />
              }
            />
            {index === at && (
              <QuestionFields
                question={question}
                fault={questionFault(question)}
                onChange={(next) =>
                  put(
                    questions.map((each, one) => (one === index ? next : each)),
                    index,
                  )
                }
                onMove={(by) => move(index, by)}
              />
            )}
          </li>
        ))}
      </ol>
      {!questions.length && <p className="secondary space-above-3">还没有题。点“加一条”。</p>}
    </>
  );
}

type ActsProps = {
  number: number;
  of: number;
  open: boolean;
  onOpen: () => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
};

function Acts({ number, of, open, onOpen, onMove, onRemove }: ActsProps) {
  return (
    <span className="questions-acts">
      <Press
        className="questions-act"
        label={`第 ${number} 条往上`}
        disabled={number === 1}
        repeats
        onPress={() => onMove(-1)}
      >
        <i className="icon icon-up" aria-hidden="true" />
      </Press>
      <Press
        className="questions-act"
        label={`第 ${number} 条往下`}
        disabled={number === of}
        repeats
        onPress={() => onMove(1)}
      >
        <i className="icon icon-down" aria-hidden="true" />
      </Press>
      <Press className="questions-act" label={open ? `收起第 ${number} 条` : `改第 ${number} 条`} onPress={onOpen}>
        {open ? '收起' : '改'}
      </Press>
      <Press className="questions-act" label={`去掉第 ${number} 条`} onPress={onRemove}>
        去掉
      </Press>
    </span>
  );
}
