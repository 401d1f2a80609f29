import { ELECTORATE_WORDS } from '../../../../../shared/voting/definition';
import { OTHERS, sayNumbers } from '../../../../../shared/voting/results';
import { useCountyKind } from '../../../platform/kind';
import { Scroll } from './Scroll';
import type { Published } from './shares';

const HEADS = ['应到', '发出', '收回', '实到', '有效', '空白'];

/** 五个数: of each electorate, what was given out, came back and counts; then what each station had. */
export function FiveNumbers({ published }: { published: Published }) {
  const kind = useCountyKind();
  const { electorates, numbers = {}, stationNumbers = [], stations } = published;
  const nameOf = (station: number) => (station === OTHERS ? '小站合计' : (stations[station]?.name ?? '没有联络站的'));
  return (
    <section className="panel" aria-label="五个数">
      <h2 className="heading">五个数，分开记</h2>
      <Scroll className="turnout-scroll" label="五个数，表格">
        <table className="numbers">
          <thead>
            <tr>
              <td />
              {HEADS.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {electorates.flatMap((who) => {
              const five = numbers[who];
              if (!five) return [];
              const { roll, issued, returned, present, valid, blank } = five;
              const own = stationNumbers.filter(({ electorate }) => electorate === who);
              return [
                <tr key={who} className="numbers-base">
                  <th scope="row">{`全${kind}${ELECTORATE_WORDS[who]}`}</th>
                  {[roll ?? '不知道', issued, returned, present, valid ?? '＊', blank].map((number, at) => (
                    <td key={HEADS[at]}>{number}</td>
                  ))}
                </tr>,
                ...own.map(({ station, issued, returned }) => (
                  <tr key={`${who} ${station}`}>
                    <th scope="row">{nameOf(station)}</th>
                    <td />
                    <td>{issued}</td>
                    <td>{returned}</td>
                    <td colSpan={3} />
                  </tr>
                )),
              ];
            })}
          </tbody>
        </table>
      </Scroll>
      {electorates.map((who) => (
        <p key={who} className="note space-above-2">{`${ELECTORATE_WORDS[who]}：${sayNumbers(who)}`}</p>
      ))}
    </section>
  );
}
