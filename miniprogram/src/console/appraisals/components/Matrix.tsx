import type { Electorate, Question } from '../../../../../shared/voting/definition';
import { ALL } from '../../../../../shared/voting/outcome';
import { COUNTY, OTHERS, readCounts } from '../../../../../shared/voting/results';
import { useCountyKind } from '../../../platform/kind';
import { Press } from '../../../ui/Press';
import { wordIn } from './Outcomes';
import { legendOf, type Measure, type Published, type Shown, shadeOf, shortStation, shownAt } from './shares';
import './Matrix.css';

type Props = {
  published: Published;
  place: { electorate: Electorate; question: number };
  asked: Question;
  measure: Measure;
  chosen: number;
  onChoose: (subject: number) => void;
};

const HIDDEN = '＊';

/** Departments in the order of the roll by stations, a percent in each place; what is not published is a star. */
export function Matrix({ published, place, asked, measure, chosen, onChoose }: Props) {
  const { subjects, stations, threshold, outcomes = [] } = published;
  const kind = useCountyKind();
  const countAt = readCounts(published.counts);
  const together = published.counts.some(
    ({ electorate, station }) => electorate === place.electorate && station === OTHERS,
  );
  const shown = (subject: number, station: number) =>
    shownAt(countAt, asked, { ...place, subject, station }, measure.answers);
  return (
    <>
      <div className="matrix-scroll">
        <table className="matrix">
          <thead>
            <tr>
              <td />
              {stations.map(({ id, name }) => (
                <th key={id} scope="col" title={name}>
                  {shortStation(name)}
                </th>
              ))}
              {together && (
                <th scope="col" title="人太少的站，合在一起算">
                  小站合计
                </th>
              )}
              <th scope="col" className="matrix-all">
                {`全${kind}`}
              </th>
              {outcomes.length > 0 && (
                <th scope="col" className="matrix-all">
                  名目
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {subjects.map(({ id, name }, subject) => (
              <tr key={id} className={subject === chosen ? 'matrix-chosen' : ''}>
                <th scope="row">
                  <Press className="matrix-name" label={`看${name}`} onPress={() => onChoose(subject)}>
                    {name}
                  </Press>
                </th>
                {stations.map((station, at) => (
                  <Cell key={station.id} shown={shown(subject, at)} measure={measure} />
                ))}
                {together && <Cell shown={shown(subject, OTHERS)} measure={measure} />}
                <Cell shown={shown(subject, COUNTY)} measure={measure} whole />
                {outcomes.length > 0 && (
                  <td className="matrix-all matrix-word">
                    {wordIn(
                      outcomes.filter((one) => one.subject === subject),
                      place.electorate,
                      ALL,
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="matrix-legend">
        <span>{`${measure.words} %`}</span>
        {legendOf(measure).map(({ shade, words }) => (
          <span key={words} className="matrix-key">
            <span className={`matrix-swatch ${shadeClass(measure, shade)}`} aria-hidden="true" />
            {words}
          </span>
        ))}
        <span className="matrix-key">
          <span className="matrix-swatch matrix-hidden" aria-hidden="true">
            {HIDDEN}
          </span>
          {sayFew(threshold)}
        </span>
        <span className="matrix-key">{`${NOBODY} 没有人评`}</span>
      </p>
      <p className="note">{sayBase(asked)}</p>
    </>
  );
}

/** One character, as wide as the narrowest column. */
const NOBODY = '无';

const sayFew = (threshold: number) => `说得出的不到 ${threshold} 人，连同相关的格子不公布`;

/** What stands in the place of a number, for who has the table without its legend. */
export const sayHidden = (threshold: number) => `${HIDDEN}：${sayFew(threshold)}；${NOBODY}：没有人评`;

export function sayBase({ kind }: Question): string {
  return kind === 'rating'
    ? '百分数的底：满意＋基本满意＋不满意。“不了解”和没填的不在里面。'
    : '百分数的底：选了一个的人。没填的不在里面。';
}

/** One that is neither good nor bad has three shades of one colour. */
const shadeClass = ({ high }: Measure, shade: number) =>
  `shade-${high === 'plain' ? Math.ceil((shade + 5) / 2) : shade}`;

function Cell({ shown, measure, whole }: { shown: Shown | 'nobody'; measure: Measure; whole?: boolean }) {
  if (shown === 'hidden') return <td className="matrix-hidden">{HIDDEN}</td>;
  if (shown === 'nobody')
    return (
      <td className="matrix-all note" title="没有人评">
        {NOBODY}
      </td>
    );
  if (shown === 'none') return <td className="matrix-all">–</td>;
  const { percent, count, base } = shown;
  return (
    <td
      className={whole ? 'matrix-all' : shadeClass(measure, shadeOf(measure, percent))}
      title={`${base} 人里 ${count} 人`}
    >
      {percent}
    </td>
  );
}
