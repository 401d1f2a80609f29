import type { turnout } from '../../../../../shared/appraisals/contract';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { ELECTORATE_WORDS, ELECTORATES, type Electorate } from '../../../../../shared/voting/definition';
import { useCountyKind } from '../../../platform/kind';
import { Scroll } from './Scroll';
import './TurnoutTable.css';

type Turnout = Reply<typeof turnout>;
type Row = Turnout['stations'][number];

const CHANNELS = [
  { channel: 'phone', words: '手机' },
  { channel: 'paper', words: '纸票' },
  { channel: 'table', words: '代填' },
] as const;
type Channel = (typeof CHANNELS)[number]['channel'];

/** Ballots by station in the order of the roll, each electorate apart. No rate, and nothing is sorted by number. */
export function TurnoutTable({ stations, threshold }: Pick<Turnout, 'stations' | 'threshold'>) {
  const electorates = ELECTORATES.filter((one) => stations.some(({ electorate }) => electorate === one));
  const names = stations.flatMap(({ electorate, name }) => (electorate === electorates[0] ? [name] : []));
  const rowOf = (at: number, electorate: Electorate) =>
    stations.filter((row) => row.electorate === electorate)[at] as Row;
  // Entry at the table is shown where there was some: on a narrow screen a column of zeros takes the others' place.
  const channels = CHANNELS.filter(({ channel }) => channel !== 'table' || stations.some((row) => row.table !== 0));
  const kind = useCountyKind();
  const few = `不到 ${threshold}`;
  return (
    <Scroll className="turnout-scroll" label="各站投了多少，表格">
      <table className="turnout">
        <thead>
          <tr>
            <th rowSpan={2}>联络站</th>
            {electorates.map((one) => (
              <th key={one} colSpan={channels.length} className="turnout-group">
                {ELECTORATE_WORDS[one]}
              </th>
            ))}
          </tr>
          <tr>
            {electorates.flatMap((one) =>
              channels.map(({ channel, words }) => (
                <th key={`${one} ${channel}`} className="turnout-number">
                  {words}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {names.map((name, at) => (
            <tr key={name ?? ''}>
              <th scope="row">{name ?? '没有联络站的'}</th>
              {electorates.flatMap((one) =>
                channels.map(({ channel }) => (
                  <td key={`${one} ${channel}`} className="turnout-number">
                    {sayCount(rowOf(at, one)[channel], few)}
                  </td>
                )),
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{`全${kind}`}</th>
            {electorates.flatMap((one) =>
              channels.map(({ channel }) => (
                <td key={`${one} ${channel}`} className="turnout-number">
                  {sayTotal(
                    stations.filter(({ electorate }) => electorate === one),
                    channel,
                  )}
                </td>
              )),
            )}
          </tr>
        </tfoot>
      </table>
      <p className="note space-above-2">
        {`${few}：有人投了，人太少，不说是几张。全${kind}也只说到“多于几张”，免得减出来。`}
      </p>
    </Scroll>
  );
}

/** Null: there are some, but too few to say. */
function sayCount(count: number | null | undefined, few: string) {
  return count === null ? few : (count ?? 0);
}

/** A total beside all but one of its parts would tell that one. */
function sayTotal(rows: readonly Row[], channel: Channel): string {
  const sum = rows.reduce((all, row) => all + (row[channel] ?? 0), 0);
  return rows.some((row) => row[channel] === null) ? `多于 ${sum}` : String(sum);
}
