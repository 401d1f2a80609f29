import type { ReactNode } from 'react';
import { answersShown, type DraftQuestion } from './draft';
import { KIND_WORDS } from './words';
import './QuestionCard.css';

type Props = { number: number; question: DraftQuestion; on?: boolean; acts?: ReactNode };

/** A question and its answers, as they will be shown. */
export function QuestionCard({ number, question, on, acts }: Props) {
  return (
    <div className={`question ${on ? 'on' : ''}`}>
      <span className="question-number">{number}</span>
      <span className="grow">
        <b>{question.words || '还没写题目'}</b>
        <span className="question-answers">
          {answersShown(question).map((answer, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may be the same while they are written
            <span key={at} className="question-answer">
              {answer || '还没写'}
            </span>
          ))}
        </span>
      </span>
      <span className="note">{question.kind === 'words' ? '写字，100 字' : KIND_WORDS[question.kind]}</span>
      {acts}
    </div>
  );
}
