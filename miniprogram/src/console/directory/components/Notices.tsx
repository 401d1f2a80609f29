import type { WorkbookNotice } from '../../../../../shared/directory/contract/office';
import { FaultTable } from './FaultTable';
import './table.css';

type Props = { caption: string; notices: readonly WorkbookNotice[] };

/** What is worth a look, a kind a line; on which rows it is, unfolds. */
export function Notices({ caption, notices }: Props) {
  return (
    <FaultTable caption={caption}>
      {notices.map(({ sheet, rows, column, reason }) => (
        <tr key={`${sheet} ${column} ${reason}`}>
          <td>{sheet}</td>
          <td className="number">{rows.length > 1 ? `${rows.length} 行` : (rows[0] ?? '整张表')}</td>
          <td>{column ?? ''}</td>
          <td>
            {reason}
            {rows.length > 1 && (
              <details className="unfold">
                <summary>看是哪几行</summary>
                <p>{`第 ${sayRows(rows)} 行`}</p>
              </details>
            )}
          </td>
        </tr>
      ))}
    </FaultTable>
  );
}

/** `2–40、42`, for rows in their order. */
function sayRows(rows: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const row of rows) {
    const run = runs[runs.length - 1];
    if (run?.[1] === row - 1) run[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join('、');
}
