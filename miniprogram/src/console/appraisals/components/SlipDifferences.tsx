import type { Reply } from '../../../../../shared/kernel/procedure';
import type { openSlip } from '../../../../../shared/voting/contract';
import { countedQuestions, optionsOf } from '../../../../../shared/voting/definition';
import { Button } from '../../../ui/Button';

type Props = Pick<Reply<typeof openSlip>, 'questions' | 'subjects' | 'differences'> & {
  busy: boolean;
  onChoose: (use: 'first' | 'second' | 'third') => void;
};

/** Where two passes differ: the second person looks at the slip, and never guesses. */
export function SlipDifferences({ questions, subjects, differences, busy, onChoose }: Props) {
  const counted = countedQuestions({ questions });
  const say = (question: number, answer: string) =>
    question < 0
      ? `“${answer}”`
      : `${answer} ${optionsOf(counted[question] ?? { kind: 'words', words: '', options: [] })[Number(answer) - 1] ?? '没填'}`;
  if (!differences.length) return <p>两遍不一样。请录第二遍的人看纸票定。</p>;
  return (
    <div role="alert">
      <h3 className="heading">两遍不一样</h3>
      <ul className="space-above-2">
        {differences.map(({ subject, question, first, second }) => (
          <li key={`${subject} ${question}`}>
            <b>{`${subjects.find(({ id }) => id === subject)?.name ?? ''} · ${counted[question]?.words ?? '写的话'}`}</b>
            <span className="block">{`第一遍 ${say(question, first)}；您录的 ${say(question, second)}`}</span>
          </li>
        ))}
      </ul>
      <p className="note">看一眼纸票。涂改看不清，就请第三个人定，不猜。</p>
      <div className="row wrap space-above-2">
        <Button disabled={busy} onPress={() => onChoose('second')}>
          用我这遍
        </Button>
        <Button kind="line" disabled={busy} onPress={() => onChoose('first')}>
          用第一遍
        </Button>
        <Button kind="line" disabled={busy} onPress={() => onChoose('third')}>
          请第三人
        </Button>
      </div>
    </div>
  );
}
