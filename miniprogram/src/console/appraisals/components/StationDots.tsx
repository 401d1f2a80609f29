import type { Electorate } from '../../../../../shared/voting/definition';
import { type Dot, dotsOf } from './earlier';
import type { Measure, Published } from './shares';
import './StationDots.css';

type Props = {
  published: Published;
  earlier: Published | null;
  place: { electorate: Electorate; subject: number; question: number };
  measure: Measure;
};

/** 各站满意 % (16): a dot for each station, and a hollow one for what it said the time before. */
export function StationDots({ published, earlier, place, measure }: Props) {
  const dots = dotsOf(published, place, measure, earlier);
  const two = dots.some(({ before }) => before !== null);
  const silent = dots.filter(({ now }) => now === 'nobody');
  return (
    <>
      <h3 className="heading space-above-4">{`各站说“${measure.words}”的 %${two ? '，空心是上次' : ''}`}</h3>
      {two && <p className="note">{`上次：${earlier?.title}。两次投票的人不一样，问得一样、两次都公布了的才画。`}</p>}
      <ul className="dots">
        {dots
          .filter((dot) => !silent.includes(dot))
          .map((dot) => (
            <Row key={dot.id} {...dot} />
          ))}
      </ul>
      {silent.length > 0 && (
        <p className="note space-above-2">{`没有人评的站：${silent.map(({ name }) => name).join('、')}`}</p>
      )}
    </>
  );
}

const WORDS = { hidden: '不公布', none: '没有人说', nobody: '没有人评' } as const;

function Row({ name, now, before }: Dot) {
  const share = typeof now === 'string' ? null : now;
  return (
    <li className="dots-row">
      <span>{name}</span>
      <span className="dots-track" aria-hidden="true">
        {share && before && <span className="dots-way" style={between(share.percent, before.percent)} />}
        {before && <span className="dots-dot dots-before" style={{ left: `${before.percent}%` }} />}
        {share && <span className="dots-dot" style={{ left: `${share.percent}%` }} />}
      </span>
      <span className="dots-number">
        {typeof now === 'string' ? WORDS[now] : `${now.percent}%`}
        {before && <span className="note block">{`上次 ${before.percent}%`}</span>}
      </span>
    </li>
  );
}

function between(one: number, other: number) {
  return { left: `${Math.min(one, other)}%`, width: `${Math.abs(one - other)}%` };
}
