import type { ReactNode } from 'react';
import './table.css';

type Props = { caption: string; children: ReactNode };

/** Places in the workbook, and what is to be said of each. */
export function FaultTable({ caption, children }: Props) {
  return (
    <div className="table-scroll">
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">表</th>
            <th scope="col" className="number">
              行
            </th>
            <th scope="col">列</th>
            <th scope="col">原因</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
