import { type StationSlips, saySlips, sumOfSlips } from '../../../../../shared/voting/slips/counts';
import { useCountyKind } from '../../../platform/kind';
import { Scroll } from './Scroll';
import { Cells, Heads } from './SlipTable';
import './TurnoutTable.css';

/** Where every slip was at the close, as it is published with the results. */
export function PublishedSlips({ stations }: { stations: readonly StationSlips[] }) {
  const kind = useCountyKind();
  return (
    <section className="panel" aria-label="纸票对账">
      <h2 className="heading">纸票对账</h2>
      <p className="secondary space-above-2">{saySlips(stations)}</p>
      <Scroll className="turnout-scroll" label="纸票对账，表格">
        <table className="turnout">
          <thead>
            <tr>
              <th>联络站</th>
              <Heads />
            </tr>
          </thead>
          <tbody>
            {stations.map(({ name, counts }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <Cells counts={counts} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{`全${kind}`}</th>
              <Cells counts={sumOfSlips(stations.map(({ counts }) => counts))} />
            </tr>
          </tfoot>
        </table>
      </Scroll>
    </section>
  );
}
