import { type ReactNode, useState } from 'react';
import { optionsOf, type Question, RATINGS, type Subject } from '../../../../../shared/voting/definition';
import { LENGTHS } from '../../../../../shared/voting/limits';
import { together } from '../../../platform/say';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { Pick } from '../../../ui/Pick';
import { Press } from '../../../ui/Press';
import { WordArea } from '../../../ui/WordArea';
import './PhonePreview.scss';

/** Two answers may have the same words while they are written. */
const choiceOf = (at: number) => String(at);
const NOT_KNOWN = choiceOf(RATINGS.length - 1);

type Props = {
  elder: boolean;
  questions: readonly Question[];
  subjects: readonly Subject[];
  asks: number | null;
  /** What stands after the last department: how a trial ends. */
  end: (again: () => void) => ReactNode;
};

/** The ballot as a phone shows it, one department at a time. It can be filled in, and nothing of it is kept. */
export function PhonePreview({ elder, questions, subjects, asks, end }: Props) {
  const [step, setStep] = useState(0);
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const shown = subjects.slice(0, Math.min(asks ?? subjects.length, subjects.length));
  const at = Math.min(step, Math.max(0, shown.length - 1));
  const subject = shown[at];
  const put = (next: Record<string, string>) => setAnswers((now) => ({ ...now, ...next }));
  const keyOf = (index: number) => `${subject?.id} ${index}`;
  const ratings = questions.flatMap(({ kind }, index) => (kind === 'rating' ? [index] : []));
  const again = () => {
    setStep(0);
    setAnswers({});
  };
  return (
    <div className={`mini-phone ${elder ? 'elder' : ''}`}>
      <p className="note">{subject ? together(`第 ${at + 1} 个，共 ${shown.length} 个`) : '还没选部门'}</p>
      <div className="mini-phone-card">
        <b className="mini-phone-name">{subject?.name ?? '部门的名字'}</b>
        {subject?.about && <p className="note">{`管这些：${subject.about}`}</p>}
        <p className="strong space-above-3">这一年，您觉得它</p>
        {questions.map(
          (question, index) =>
            question.kind !== 'words' && (
              <Asked
                // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place
                key={index}
                question={question}
                value={answers[keyOf(index)] ?? ''}
                onAnswer={(answer) => put({ [keyOf(index)]: answer })}
              />
            ),
        )}
        {ratings.length > 0 && (
          <Press
            className="mini-phone-none"
            onPress={() => put(Object.fromEntries(ratings.map((index) => [keyOf(index), NOT_KNOWN])))}
          >
            <i className="icon icon-x-circle" aria-hidden="true" />
            {ratings.length > 1 ? '没打过交道，都选“不了解”' : '没打过交道，选“不了解”'}
          </Press>
        )}
        {questions.map(
          ({ kind, words }, index) =>
            kind === 'words' && (
              <Said
                key={keyOf(index)}
                words={words}
                value={answers[keyOf(index)]}
                onWrite={(said) => put({ [keyOf(index)]: said })}
              />
            ),
        )}
      </div>
      <div className="row wrap">
        {at > 0 && (
          <Button kind="line" small onPress={() => setStep(at - 1)}>
            上一个
          </Button>
        )}
        {at < shown.length - 1 ? (
          <Button small grow repeats onPress={() => setStep(at + 1)}>
            下一个
          </Button>
        ) : (
          shown.length > 0 && end(again)
        )}
      </div>
      <p className="note">
        <Icon name="lock" /> 不记名：名字和选择分开存
      </p>
    </div>
  );
}

function Asked({ question, value, onAnswer }: { question: Question; value: string; onAnswer: (to: string) => void }) {
  const options = optionsOf(question).map((words, at) => ({ value: choiceOf(at), words }));
  const words = question.words || '还没写题目';
  return (
    <div className="mini-phone-asked">
      <p>{words}</p>
      <Pick label={words} options={options} value={value || null} onChoose={onAnswer} />
    </div>
  );
}

/** Folded until somebody wants to write. */
function Said({ words, value, onWrite }: { words: string; value?: string; onWrite: (said: string) => void }) {
  const label = words || '还没写题目';
  if (value === undefined)
    return (
      <Press className="mini-phone-none" onPress={() => onWrite('')}>
        <Icon name="pen" />
        {label}
      </Press>
    );
  return (
    <div className="mini-phone-asked">
      <p>{label}</p>
      <WordArea short label={label} value={value} maxLength={LENGTHS.words[1]} onInput={onWrite} />
    </div>
  );
}
