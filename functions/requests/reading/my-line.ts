import type { MyRequest } from '../../../shared/requests/contract';
import type { CountyDirectory } from '../../directory/public';
import type { MineRow } from '../queries/lists';

/** A line of "my requests", or of those somebody entered for others. */
export function myLine(row: MineRow, directory: CountyDirectory): MyRequest {
  return {
    id: row.id,
    trackingNumber: row.tracking_number,
    title: row.title,
    state: row.state,
    outcome: row.outcome,
    round: row.round,
    deputyName: row.deputy_id && directory.deputyName(row.deputy_id),
    departmentName: directory.departmentName(row.department_id),
    returns: row.returns,
    enteredFor: row.entered_by !== null,
    lapsesOn: row.lapses_on,
    submittedOn: row.submitted_on,
    dueOn: row.due_on,
    answeredOn: row.answered_on,
    closedOn: row.closed_on,
  };
}
