import type { Reply } from '../../../../../shared/kernel/procedure';
import type { slips } from '../../../../../shared/voting/contract';
import { SLIP_COLUMNS, type SlipCounts, sumOfSlips } from '../../../../../shared/voting/slips/counts';
import { useCountyKind } from '../../../platform/kind';
import { Press } from '../../../ui/Press';
import { shortPlace } from '../../ui/names';
import { Equation } from './Equation';
import { Scroll } from './Scroll';
import './Slips.css';
import './TurnoutTable.css';

const WORDS = new Map(SLIP_COLUMNS);
/** The first is the others together. */
const PARTS = ['printed', 'entered', 'waiting', 'spoiled', 'out', 'unissued'] as const;

type Stations = Reply<typeof slips>['stations'];

type Props = { stations: Stations; chosen: string | undefined; onChoose: (station: string) => void };

/** Printed = entered + waiting + spoiled + out + not handed out, by station in the order of the roll; one of them is looked at. */
export function SlipTable({ stations, chosen, onChoose }: Props) {
  const kind = useCountyKind();
  const all = sumOfSlips(stations.map(({ counts }) => counts));
  const agrees = stations.every((station) => station.agrees);
  const [printed, ...parts] = PARTS.map((name) => [all[name], WORDS.get(name) ?? ''] as const);
  return (
    <>
      {printed && (
        <Equation
          parts={[printed, ...parts.flatMap((part, at) => [at ? '+' : '=', part] as const)]}
          agrees={agrees}
          words={agrees ? '对得上' : '对不上'}
        />
      )}
      <Scroll className="turnout-scroll" label="纸票，表格">
        <table className="turnout turnout-close slip-table">
          <thead>
            <tr>
              <th>联络站</th>
              <th>号段</th>
              <Heads />
              <th>对账</th>
            </tr>
          </thead>
          <tbody>
            {stations.map(({ id, name, counts, books, agrees }) => (
              <tr key={id} className={id === chosen ? 'on' : ''}>
                <th scope="row">
                  <Press role="radio" on={id === chosen} label={`看${name}的本子`} onPress={() => onChoose(id)}>
                    {shortPlace(name)}
                  </Press>
                </th>
                <td className="slip-range">{books.map(({ first, last }) => `${first} – ${last}`).join('；')}</td>
                <Cells counts={counts} />
                <td className={agrees ? (isNearlyOut(counts) ? 'text-wait' : 'text-ok') : 'text-late'}>
                  {sayState(agrees, counts)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{`全${kind}`}</th>
              <td />
              <Cells counts={all} />
              <td>{agrees ? '对上' : '对不上'}</td>
            </tr>
          </tfoot>
        </table>
      </Scroll>
    </>
  );
}

type Columns = { columns?: typeof SLIP_COLUMNS };

/** What the numbers of a station's slips are called. */
export function Heads({ columns = SLIP_COLUMNS }: Columns) {
  return (
    <>
      {columns.map(([name, words]) => (
        <th key={name} className="turnout-number">
          {words}
        </th>
      ))}
    </>
  );
}

/** A station's, or all of them together. */
export function Cells({ counts, columns = SLIP_COLUMNS }: Columns & { counts: SlipCounts }) {
  return (
    <>
      {columns.map(([name]) => (
        <td key={name} className="turnout-number">
          {counts[name]}
        </td>
      ))}
    </>
  );
}

const NEARLY = 20;
/** One in twenty is left, or none: somebody should print another book. */
export const isNearlyOut = ({ unissued, printed }: SlipCounts) => unissued * NEARLY <= printed;

function sayState(agrees: boolean, counts: SlipCounts): string {
  if (!agrees) return '对不上';
  if (isNearlyOut(counts)) return counts.unissued ? '快用完' : '用完了';
  return '对上';
}
