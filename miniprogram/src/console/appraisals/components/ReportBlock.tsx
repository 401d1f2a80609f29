import type { Block } from '../../../../../shared/appraisals/report';

/** A sentence, or a table; before the numbers of a row a bar of the same. */
export function ReportBlock({ block }: { block: Block }) {
  if (block.kind === 'text') return <p className="space-above-2">{block.words}</p>;
  const { head, rows, bars } = block;
  const [name, asked, ...others] = head;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className="report-table-scroll" tabIndex={0} aria-label={`表：${name || head[1]}`}>
      <table className="report-table">
        <thead>
          <tr>
            {(bars ? [name, asked] : head).map((words, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
              <th key={at} scope="col">
                {words || <span className="screen-reader-only">第几</span>}
              </th>
            ))}
            {bars && <td />}
            {bars &&
              others.map((words) => (
                <th key={words} scope="col">
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
              <td>{cells[1]}</td>
              {bars && <td className="report-bar-cell">{shares && <Bar shares={shares} />}</td>}
              {cells.slice(2).map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
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
