import type { Reply } from '../../shared/kernel/procedure';
import type { texts as contract, TextTo } from '../../shared/notifications/texts';
import { countyDirectoryOf } from '../directory/public';
import { waitingOfDepartments } from '../identity/public';
import type { Call, Person } from '../platform/call';
import { sendsTexts } from './public';
import { selectLastTexts } from './queries-texts';

/** Who gets short messages, and what became of the last: for the office, who entered the number, of every department. */
export async function texts(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller } = call;
  const directory = await countyDirectoryOf(call);
  if (!sendsTexts(directory)) return { texts: [] };
  const departments = directory
    .departments()
    .flatMap(({ id }) => (caller.admin || caller.departmentIds.includes(id) ? id : []));
  return call.read(async (tx) => {
    const people = await waitingOfDepartments(tx, jurisdiction, departments);
    const rows = await selectLastTexts(
      tx,
      jurisdiction,
      people.map(({ id }) => id),
    );
    const last = new Map(rows.map((row) => [row.membership_id, row]));
    return { texts: people.map(({ id }) => ({ membershipId: id, last: lastOf(last.get(id)) })) };
  });
}

type Row = Awaited<ReturnType<typeof selectLastTexts>>[number];

function lastOf(row: Row | undefined): TextTo['last'] {
  if (!row || row.state === 'dropped') return null;
  const { day, state, fault } = row;
  return { state: state === 'sending' ? 'waiting' : state, fault, on: day };
}
