import type { Block } from '../../../../../shared/appraisals/report';
import { columnsOfNumbers } from '../../../../../shared/appraisals/report-columns';
import { RATINGS } from '../../../../../shared/voting/definition';
import { Icon } from '../../../ui/Icon';

type Table = Extract<Block, { kind: 'table' }>;

/** A sentence, or a table; before the numbers of a row a bar of the same, and under the table what its colours are. */
export function ReportBlock({ block }: { block: Block }) {
  if (block.kind === 'text') return <p className="space-above-2">{block.words}</p>;
  return (
    <>
      <ReportTable table={block} />
      {block.bars && (
        <p className="report-legend note" aria-hidden="true">
          {RATINGS.map((words, at) => (
            <span key={words} className="report-key">
              <span className={`report-swatch report-part-${at + 1}`} />
              {words}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function ReportTable({ table: { head, rows, bars }, table }: { table: Table }) {
  const numbers = columnsOfNumbers(table);
  const sideOf = (at: number) => (numbers[at] ? 'report-number' : undefined);
  const [name, asked, ...others] = head;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className="report-table-scroll" tabIndex={0} aria-label={`表：${name || head[1]}`}>
      <table className="report-table">
        <thead>
          <tr>
            {(bars ? [name, asked] : head).map((words, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
              <th key={at} scope="col" className={sideOf(at)}>
                {words || <span className="screen-reader-only">第几</span>}
              </th>
            ))}
            {bars && <td />}
            {bars &&
              others.map((words, at) => (
                <th key={words} scope="col" className={sideOf(at + 2)}>
                  {words}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, shares }, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows stand in the order of the roll
            <tr key={row}>
              <th scope="row">{cells[0]}</th>
              <td className={sideOf(1)}>{cells[1]}</td>
              {bars && <td className="report-bar-cell">{shares ? <Bar shares={shares} /> : <Hidden />}</td>}
              {cells.slice(2).map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
                <td key={at} className={sideOf(at + 2)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** In place of a bar: which reason, section five says. */
function Hidden() {
  return (
    <span className="report-hidden note">
      <Icon name="lock" /> 不公布
    </span>
  );
}

function Bar({ shares }: { shares: readonly number[] }) {
  return (
    <span className="report-bar" aria-hidden="true">
      {shares.map((share, at) =>
        share ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: answers never change places
          <span key={at} className={`report-part report-part-${at + 1}`} style={{ flexGrow: share }} />
        ) : null,
      )}
    </span>
  );
}
