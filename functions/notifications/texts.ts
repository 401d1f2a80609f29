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
    const numbers = await waitingOfDepartments(tx, jurisdiction, departments);
    const rows = await selectLastTexts(
      tx,
      jurisdiction,
      numbers.flat().map(({ id }) => id),
    );
    const byRole = new Map(rows.map((row) => [row.membership_id, row]));
    // One number has one message of a kind a day, under one of its roles; of two, what did not arrive is what somebody has to see.
    const texts = numbers.flatMap((roles) => {
      const last = lastOf(roles.flatMap(({ id }) => byRole.get(id) ?? []).reduce<Row | undefined>(later, undefined));
      return roles.filter(({ department_id }) => isTheirs(department_id)).map(({ id }) => ({ membershipId: id, last }));
    });
    return { texts };
  });
}

type Row = Awaited<ReturnType<typeof selectLastTexts>>[number];

const isLost = ({ state }: Row) => state === 'refused' || state === 'failed';

function later(known: Row | undefined, row: Row): Row {
  return !known || known.day < row.day || (known.day === row.day && isLost(row)) ? row : known;
}

function lastOf(row: Row | undefined): TextTo['last'] {
  if (!row || row.state === 'dropped') return null;
  const { day, state, fault } = row;
  return { state: state === 'sending' ? 'waiting' : state, fault, on: day };
}
