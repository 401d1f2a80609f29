import type { MyRequest } from '../../../shared/requests/contract';
import { isIn, WAITING_FOR_DEPUTY } from '../../../shared/requests/states';
import type { CountyDirectory } from '../../directory/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { higherTitle } from '../lifecycle/higher';
import type { MineRow } from '../queries/lists';
import { type LeadRow, selectLeads } from '../queries/merged';
import { heldOf } from './held';

/** With what these are handled, as far as they are handled with another. */
export async function leadsOf(tx: Tx, { jurisdiction }: Call, rows: readonly MineRow[]): Promise<Map<string, LeadRow>> {
  const ids = [...new Set(rows.flatMap(({ merged_into }) => merged_into ?? []))];
  return new Map((await selectLeads(tx, jurisdiction, ids)).map((lead) => [lead.id, lead]));
}

/** A line of "my requests", or of those somebody entered for others. */
export function myLine(row: MineRow, directory: CountyDirectory, leads: ReadonlyMap<string, LeadRow>): MyRequest {
  const held = heldOf(row, (row.merged_into && leads.get(row.merged_into)) || null);
  return {
    id: row.id,
    trackingNumber: row.tracking_number,
    title: row.title,
    state: held.state,
    outcome: row.outcome,
    round: row.round,
    deputyName: held.deputy_id && directory.deputyName(held.deputy_id),
    higherDeputy: isIn(held.state, WAITING_FOR_DEPUTY) ? higherTitle(directory, held.deputy_id) : null,
    departmentName: directory.departmentName(held.department_id),
    returns: held.returns,
    hotlineNumber: held.hotline_number,
    enteredFor: row.entered_by !== null,
    lapsesOn: row.lapses_on,
    submittedOn: row.submitted_on,
    dueOn: row.due_on,
    answeredOn: row.answered_on,
    closedOn: row.closed_on,
  };
}
