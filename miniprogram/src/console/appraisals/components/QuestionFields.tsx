import type { KeyboardEvent } from 'react';
import { LENGTHS, LIMITS } from '../../../../../shared/voting/limits';
import { Button } from '../../../ui/Button';
import { Fault, Field } from '../../../ui/Field';
import { Icon } from '../../../ui/Icon';
import { Press } from '../../../ui/Press';
import { Segment } from '../../../ui/Segment';
import type { DraftQuestion } from './draft';
import { KIND_WORDS } from './words';
import './QuestionFields.css';

const KINDS = (Object.keys(KIND_WORDS) as DraftQuestion['kind'][]).map((value) => ({
  value,
  words: KIND_WORDS[value],
}));
const STEPS: Record<string, 1 | -1 | undefined> = { ArrowUp: -1, ArrowDown: 1 };

type Props = {
  question: DraftQuestion;
  fault: string | null;
  onChange: (question: DraftQuestion) => void;
  onMove: (by: 1 | -1) => void;
};

/** The words of one question, of which kind it is, and the answers of a choice. */
export function QuestionFields({ question, fault, onChange, onMove }: Props) {
  const { kind, words, options } = question;
  const choose = (next: DraftQuestion['kind']) =>
    onChange({ ...question, kind: next, options: next === 'choice' ? (options.length ? options : ['', '']) : [] });
  const put = (next: string[]) => onChange({ ...question, options: next });
  const hear = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (!by || !event.altKey) return;
    event.preventDefault();
    onMove(by);
  };
  return (
    <div className="question-fields" onKeyDownCapture={hear}>
      <Field
        label="题目"
        placeholder="比如：找它办事，快不快？"
        maxLength={LENGTHS.question[1]}
        value={words}
        onInput={(next) => next !== words && onChange({ ...question, words: next })}
      />
      <Segment label="怎么答" options={KINDS} value={kind} onChoose={choose} />
      {kind === 'choice' && (
        <>
          {options.map((option, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an answer is its place
            <div key={at} className="row">
              <span className="field-box grow">
                <input
                  className="select-input"
                  value={option}
                  aria-label={`第 ${at + 1} 个答案`}
                  maxLength={LENGTHS.option[1]}
                  onChange={({ target }) => put(options.map((each, one) => (one === at ? target.value : each)))}
                />
              </span>
              <Press
                className="questions-act"
                label={`去掉第 ${at + 1} 个答案`}
                onPress={() => put(options.filter((_, one) => one !== at))}
              >
                <Icon name="close" />
              </Press>
            </div>
          ))}
          {options.length < LIMITS.options && (
            <Button kind="text" small icon="plus" onPress={() => put([...options, ''])}>
              加一个答案
            </Button>
          )}
        </>
      )}
      <Fault>{words || options.length ? fault : null}</Fault>
    </div>
  );
}
