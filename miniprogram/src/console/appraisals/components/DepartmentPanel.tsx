import {
  countedQuestions,
  ELECTORATE_WORDS,
  type Electorate,
  optionsOf,
  type Question,
} from '../../../../../shared/voting/definition';
import { ASKED, COUNTY, type CountAt, opinionsOf, type Place, readCounts } from '../../../../../shared/voting/results';
import { PromisedOf } from '../../../appraisals/components/PromisedOf';
import { Outcomes } from './Outcomes';
import { SaidOf } from './SaidOf';
import { ShareBar } from './ShareBar';
import { StationDots } from './StationDots';
import type { Measure, Published } from './shares';
import { Weighed } from './Weighed';
import './DepartmentPanel.css';

type Props = {
  published: Published;
  /** What was published the time before. */
  earlier: Published | null;
  subject: number;
  place: { electorate: Electorate; question: number };
  measure: Measure;
};

/** One department in the whole county: each question as a bar and as a row of a table, and the electorates side by side. */
export function DepartmentPanel({ published, earlier, subject, place: { electorate, question }, measure }: Props) {
  const countAt = readCounts(published.counts);
  const questions = countedQuestions(published);
  const { id, name, about } = published.subjects[subject] ?? { id: '', name: '', about: '' };
  const at = (who: Electorate, which: number): Place => ({
    electorate: who,
    station: COUNTY,
    subject,
    question: which,
  });
  const chosen = questions[question];
  return (
    <section className="panel department" aria-label="选中的部门" aria-live="polite">
      <p className="note">选中</p>
      <h2 className="title">{name}</h2>
      {about && <p className="note">{`管这些：${about}`}</p>}
      <p className="secondary">
        {published.electorates.map((who) => sayAsked(ELECTORATE_WORDS[who], countAt(at(who, ASKED), 0))).join('，')}
      </p>
      <Outcomes published={published} subject={subject} />
      <Weighed published={published} subject={subject} />
      <h3 className="heading space-above-4">{`一条一条看（${ELECTORATE_WORDS[electorate]}）`}</h3>
      {questions.map((one, which) => (
        <div key={one.words} className="space-above-2">
          <p>{one.words}</p>
          <ShareBar question={one} place={at(electorate, which)} countAt={countAt} threshold={published.threshold} />
        </div>
      ))}
      {chosen && published.electorates.length > 1 && (
        <>
          <h3 className="heading space-above-4">分开看，不加在一起</h3>
          <p className="note">{chosen.words}</p>
          {published.electorates.map((who) => (
            <div key={who} className="space-above-2">
              <p>{ELECTORATE_WORDS[who]}</p>
              <ShareBar question={chosen} place={at(who, question)} countAt={countAt} threshold={published.threshold} />
            </div>
          ))}
        </>
      )}
      <StationDots
        published={published}
        earlier={earlier}
        place={{ electorate, subject, question }}
        measure={measure}
      />
      <SaidOf id={published.id} subject={id} />
      <PromisedOf id={published.id} department={id} />
      <h3 className="heading space-above-4">一样的数，列成表</h3>
      {questions.map((one, which) => (
        <Numbers key={one.words} question={one} place={at(electorate, which)} countAt={countAt} />
      ))}
    </section>
  );
}

const sayAsked = (who: string, count: number | undefined) =>
  count === undefined ? `问到的${who}有几位，不公布` : `问了${who} ${count} 位`;

type NumbersProps = { question: Question; place: Place; countAt: CountAt };

/** Every answer with its number, and which of them the percents are of. */
function Numbers({ question, place, countAt }: NumbersProps) {
  const opinions = opinionsOf(question);
  const counts = opinions.map((answer) => countAt(place, answer));
  const base = counts.every((one) => one !== undefined)
    ? counts.reduce<number>((sum, one) => sum + (one ?? 0), 0)
    : null;
  const rows = [...optionsOf(question).map((words, at) => ({ words, answer: at + 1 })), { words: '没填', answer: 0 }];
  return (
    <table className="numbers">
      <caption>{question.words}</caption>
      <tbody>
        {rows.map(({ words, answer }) => {
          const count = countAt(place, answer);
          const inBase = opinions.includes(answer);
          return (
            <tr key={answer} className={inBase ? '' : 'numbers-outside'}>
              <th scope="row">{inBase ? words : `${words}（不在底里）`}</th>
              <td>{count === undefined ? '＊' : `${count} 人`}</td>
              <td>{inBase && count !== undefined && base ? `${Math.round((count / base) * 100)}%` : ''}</td>
            </tr>
          );
        })}
        <tr className="numbers-base">
          <th scope="row">{question.kind === 'rating' ? '底：满意＋基本满意＋不满意' : '底：选了一个的'}</th>
          <td>{base === null ? '＊' : `${base} 人`}</td>
          <td>{base ? '100%' : ''}</td>
        </tr>
      </tbody>
    </table>
  );
}
