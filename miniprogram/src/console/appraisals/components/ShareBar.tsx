import { optionsOf, type Question } from '../../../../../shared/voting/definition';
import { type CountAt, opinionsOf, type Place } from '../../../../../shared/voting/results';
import { Icon } from '../../../ui/Icon';
import { shareAt } from './shares';
import './ShareBar.scss';

type Props = { question: Question; place: Place; countAt: CountAt; threshold: number };

// Narrower than this, a number does not fit into its part.
const NARROW_PERCENT = 12;

/** The shares of those who have an opinion, side by side; whole, or not at all. The table beside it says the same. */
export function ShareBar({ question, place, countAt, threshold }: Props) {
  const options = optionsOf(question);
  const parts = opinionsOf(question).map((answer) => ({
    answer,
    words: options[answer - 1] ?? '',
    shown: shareAt(countAt, question, place, [answer]),
  }));
  const [first] = parts;
  if (!first || first.shown === 'hidden')
    return (
      <p className="bar-hidden">
        <Icon name="lock" /> {`说得出的不到 ${threshold} 人，不公布`}
      </p>
    );
  if (first.shown === 'none') return <p className="note">没有人说满意不满意。</p>;
  return (
    <>
      <div className="bar" aria-hidden="true">
        {parts.map(({ answer, shown }) =>
          typeof shown === 'string' || !shown.count ? null : (
            <span key={answer} className={`bar-part ${partClass(question, answer)}`} style={{ flexGrow: shown.count }}>
              {shown.percent >= NARROW_PERCENT ? `${shown.percent}%` : ''}
            </span>
          ),
        )}
      </div>
      <p className="note">
        {parts
          .map(({ words, shown }) => (typeof shown === 'string' ? words : `${words} ${shown.percent}%`))
          .concat(`共 ${first.shown.base} 人`)
          .join(' · ')}
      </p>
    </>
  );
}

const partClass = ({ kind }: Question, answer: number) =>
  `answer-${kind === 'rating' ? answer : ((answer - 1) % 2) + 1}`;
