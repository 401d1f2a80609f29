import { countyDirectoryOf } from '../../directory/public';
import { waitingOfDepartments } from '../../identity/public';
import { dropTexts } from '../../notifications/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { type ReportRow, selectOwed } from './queries';

/** It is handed in: of whoever has nothing else to hand in, a short message that did not go yet is not sent any more. */
export async function dropTextsOf(tx: Tx, call: Call, { department_id }: ReportRow): Promise<void> {
  const { jurisdiction, now } = call;
  const departments = (await countyDirectoryOf(call)).departments().map(({ id }) => id);
  const owing = new Set((await selectOwed(tx, jurisdiction, departments)).map((one) => one.department_id));
  const numbers = await waitingOfDepartments(tx, jurisdiction, departments);
  const done = numbers.filter(
    (roles) =>
      roles.some((one) => one.department_id === department_id) &&
      !roles.some((one) => owing.has(one.department_id ?? '')),
  );
  await dropTexts(tx, { jurisdiction, membershipIds: done.flat().map(({ id }) => id), kind: 'report', now });
}
