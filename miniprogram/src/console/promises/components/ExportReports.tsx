import { exportReports } from '../../../../../shared/promises/contract/office';
import { act } from '../../../platform/act';
import { ExportDialog } from '../../ui/ExportDialog';

/** The reports of a year as a workbook. */
export function ExportReports({ year, onClose }: { year: number; onClose: () => void }) {
  return (
    <ExportDialog
      title={`导出 ${year} 年的承诺报告`}
      holds="每个部门一行、答应的事每件一行、代表怎么评"
      lacks="还没评完的评价；居民的名字和电话"
      make={() => act(exportReports, { year })}
      onClose={onClose}
    />
  );
}
