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
  const isTheirs = (id: string | null) => caller.admin || caller.departmentIds.includes(id ?? '');
  const departments = directory.departments().map(({ id }) => id);
  return call.read(async (tx) => {
    const people = await waitingOfDepartments(tx, jurisdiction, departments);
    const ids = people.map(({ id }) => id);
    const rows = await selectLastTexts(tx, jurisdiction, ids);
    // One number has one message of a kind a day, under one of its roles; of two, what did not arrive is what somebody has to see.
    const last = new Map<string, Row>();
    const numbers = new Map(people.map(({ id, phone_hash }) => [id, phone_hash?.toString('hex') ?? id]));
    for (const row of rows) {
      const number = numbers.get(row.membership_id) ?? '';
      const known = last.get(number);
      if (!known || known.day < row.day || (known.day === row.day && isLost(row))) last.set(number, row);
    }
    const theirs = people.filter(({ department_id }) => isTheirs(department_id));
    return { texts: theirs.map(({ id }) => ({ membershipId: id, last: lastOf(last.get(numbers.get(id) ?? '')) })) };
  });
}

type Row = Awaited<ReturnType<typeof selectLastTexts>>[number];

const isLost = ({ state }: Row) => state === 'refused' || state === 'failed';

function lastOf(row: Row | undefined): TextTo['last'] {
  if (!row || row.state === 'dropped') return null;
  const { day, state, fault } = row;
  return { state: state === 'sending' ? 'waiting' : state, fault, on: day };
}
