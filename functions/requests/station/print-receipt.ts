import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { printReceipt as contract } from '../../../shared/requests/contract/office';
import { actsOf } from '../../../shared/requests/lifecycle';
import { beside } from '../../assignments/public';
import { countyDirectoryOf } from '../../directory/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { handOut } from '../../platform/hand-out';
import { PDF_TYPE } from '../../platform/print/pdf';
import { matterOf } from '../lifecycle/matter';
import { selectRequest } from '../queries/requests';
import { receiptPdf } from './receipt-pdf';

/**
 * The slip a visitor takes home (回执). Printed by whoever entered it and by its station: for anybody else, its own resident and deputy
 * among them, there is nothing to print.
 */
export async function printReceipt(
  call: Call<Person>,
  { id }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now } = call;
  const directory = await countyDirectoryOf(call);
  const request = await call.write(async (tx) => {
    const found = await selectRequest(tx, jurisdiction, id);
    ensure(found, 'not_found');
    const { facts, sides } = matterOf(found, [], await beside(tx, call, id), directory);
    ensure(actsOf(facts, sides).includes('print'), 'not_found');
    await audit(tx, {
      jurisdiction,
      personId: call.caller.personId,
      action: 'receipt_printed',
      objectKind: 'request',
      objectId: id,
      now,
    });
    return { ...found, contact: facts.contact };
  });
  const bytes = await receiptPdf({
    trackingNumber: request.tracking_number,
    title: request.title,
    words: request.words,
    state: request.state,
    outcome: request.outcome,
    deputyName: directory.deputyName(request.deputy_id),
    departmentName: directory.departmentName(request.department_id),
    villageName: directory.villageName(request.village),
    countyName: directory.countyName,
    station: directory.station(request.station_id),
    countyPhone: directory.countyPhone,
    submittedOn: request.submitted_on,
    dueOn: request.due_on,
    answeredOn: request.answered_on,
    contact: request.contact,
    printedOn: dayOf(now),
  });
  const fileName = `回执 ${request.tracking_number}.pdf`;
  return handOut(call, { bytes, type: PDF_TYPE, extension: 'pdf', fileName, opens: true });
}
