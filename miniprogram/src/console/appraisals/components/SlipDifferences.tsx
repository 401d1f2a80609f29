import { useEffect, useRef } from 'react';
import type { Reply } from '../../../../../shared/kernel/procedure';
import type { openSlip } from '../../../../../shared/voting/contract';
import { countedQuestions, optionsOf } from '../../../../../shared/voting/definition';
import { Button } from '../../../ui/Button';
import { Kbd } from '../../ui/Kbd';
import { useKeys } from '../../ui/useKeys';

type Opened = Reply<typeof openSlip>;
type Use = 'first' | 'second' | 'third';
type Props = Pick<Opened, 'questions' | 'subjects' | 'differences'> & { busy: boolean; onChoose: (use: Use) => void };

/** Where two passes differ: the second person looks at the slip, and never guesses. */
export function SlipDifferences({ questions, subjects, differences, busy, onChoose }: Props) {
  const counted = countedQuestions({ questions });
  const box = useRef<HTMLDivElement>(null);
  const isTheirs = differences.length > 0;
  const choose = (use: Use) => isTheirs && !busy && onChoose(use);
  useKeys({ y: () => choose('second'), b: () => choose('first'), f: () => choose('third') });
  // Keys rest while the serial has the focus.
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} role="alert" tabIndex={-1} className="slip-differ">
      <h3 className="heading">两遍不一样</h3>
      {!isTheirs && <p>请录第二遍的人看纸票定。</p>}
      <ul>
        {differences.map(({ subject, question, first, second }) => {
          const options = counted[question] && optionsOf(counted[question]);
          return (
            <li key={`${subject} ${question}`} className="space-above-2">
              <b>{`${subjects.find(({ id }) => id === subject)?.name ?? ''} · ${counted[question]?.words ?? '写的话'}`}</b>
              <div className="pair space-above-1">
                <Pass title="第一遍" answer={first} options={options} />
                <Pass title="您录的" answer={second} options={options} own />
              </div>
            </li>
          );
        })}
      </ul>
      {isTheirs && (
        <>
          <p className="note space-above-2">看一眼纸票。涂改看不清，就请第三个人定，不猜。</p>
          <div className="row wrap space-above-2">
            <Button disabled={busy} onPress={() => choose('second')}>
              用我这遍 <Kbd>Y</Kbd>
            </Button>
            <Button kind="line" disabled={busy} onPress={() => choose('first')}>
              用第一遍 <Kbd>B</Kbd>
            </Button>
            <Button kind="line" disabled={busy} onPress={() => choose('third')}>
              请第三人 <Kbd>F</Kbd>
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

type PassProps = { title: string; answer: string; options: readonly string[] | undefined; own?: boolean };

/** A digit with what it stands for, or the words as they were typed. */
function Pass({ title, answer, options, own }: PassProps) {
  return (
    <div className={`slip-pass ${own ? 'own' : ''}`}>
      <span className="note block">{title}</span>
      {options ? (
        <>
          <b className="slip-digit">{answer}</b>
          <span className="block">{options[Number(answer) - 1] ?? '没填'}</span>
        </>
      ) : (
        <span dir="auto">{answer || '没写'}</span>
      )}
    </div>
  );
}
