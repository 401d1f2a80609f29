import Taro from '@tarojs/taro';
import { slips } from '../../../../../shared/voting/contract';
import { type SlipCounts, saySlips, sumOfSlips } from '../../../../../shared/voting/slips/counts';
import { sayFault } from '../../../platform/faults';
import { useCall } from '../../../platform/query';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';
import { Tag } from '../../../ui/Tag';
import { shortPlace } from '../../ui/names';
import { CONSOLE_PAGES } from '../../ui/pages';
import { Scroll } from './Scroll';
import { Cells, Heads } from './SlipTable';
import { useEvery } from './useEvery';
import './TurnoutTable.css';

const AGAIN_MS = 30_000;
/** What a station has done with its slips; where every one of them is stands in the books. */
const COLUMNS: readonly [name: keyof SlipCounts, words: string][] = [
  ['issued', '发出'],
  ['returned', '收回'],
  ['entered', '录好'],
  ['spoiled', '作废'],
];

/** 纸票对账 (15), beside how many voted: where paper is, and nothing of what it says. A station sees its own. */
export function SlipsBeside({ id }: { id: string }) {
  const { data, error, refetch } = useCall(slips, { id });
  useEvery(AGAIN_MS, () => void refetch());
  const agrees = data?.stations.every((station) => station.agrees);
  return (
    <section className="panel" aria-label="纸票">
      <div className="row between wrap">
        <h2 className="heading">纸票</h2>
        {data && data.stations.length > 0 && (
          <Tag icon={agrees ? 'check' : 'alert'} tone={agrees ? 'ok' : 'late'}>
            {agrees ? '对得上' : '对不上'}
          </Tag>
        )}
      </div>
      {!data && error && <Notice tone="late">{sayFault(error)}</Notice>}
      {data &&
        (data.stations.length ? <Counts stations={data.stations} /> : <p className="secondary">还没有印过纸票。</p>)}
      <div className="row wrap space-above-2">
        <Button kind="second" onPress={() => Taro.redirectTo({ url: `${CONSOLE_PAGES.slips}?id=${id}` })}>
          纸票本：印、发、录
        </Button>
      </div>
    </section>
  );
}

function Counts({ stations }: { stations: readonly { id: string; name: string; counts: SlipCounts }[] }) {
  const rows = stations.map(({ id, name, counts }) => ({ id, name: shortPlace(name), counts }));
  if (rows.length > 1) rows.push({ id: 'all', name: '一共', counts: sumOfSlips(stations.map(({ counts }) => counts)) });
  return (
    <>
      <Scroll className="turnout-scroll" label="纸票，表格">
        <table className="turnout turnout-close">
          <thead>
            <tr>
              <th>联络站</th>
              <Heads columns={COLUMNS} />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, counts }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <Cells counts={counts} columns={COLUMNS} />
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="note space-above-2">{saySlips(stations)}</p>
    </>
  );
}
