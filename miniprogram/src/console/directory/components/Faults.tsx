import type { WorkbookFault } from '../../../../../shared/directory/contract/office';
import { FaultTable } from './FaultTable';

type Props = { caption: string; faults: readonly WorkbookFault[]; count?: number };

/** What is wrong, cell by cell, as the spreadsheet counts. */
export function Faults({ caption, faults, count = faults.length }: Props) {
  return (
    <FaultTable caption={count > faults.length ? `${caption}，先列前 ${faults.length} 处` : caption}>
      {faults.map(({ sheet, row, column, reason }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes; one cell may have two faults
        <tr key={index}>
          <td>{sheet}</td>
          <td className="number">{row ?? '整张表'}</td>
          <td>{column ?? ''}</td>
          <td>{reason}</td>
        </tr>
      ))}
    </FaultTable>
  );
}
