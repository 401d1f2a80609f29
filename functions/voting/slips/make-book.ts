import { v7 } from 'uuid';
import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { makeBook as contract } from '../../../shared/voting/contract/office';
import { spellSerial } from '../../../shared/voting/slips/slip';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { openBox } from '../open-box';
import { insertBook, insertSeries, insertSlips, selectPrefixes, takeNumbers } from '../queries-slips';
import { ensureOpen } from './in-hand';
import { prefixesFor } from './prefix';

/** The numbers of a book: none of them was ever on a slip, so that last year's is known for what it is. */
export async function makeBook(
  call: Call<Person>,
  { id, stationId, count }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  const { definition } = await openBox(call, id);
  const station = definition.stations.find((one) => one.id === stationId);
  ensure(station, 'station_not_in_vote');
  return call.write(async (tx) => {
    await ensureOpen(tx, call, id);
    const { prefix, last } = await numbersFor(tx, call, station, count);
    const first = last - count + 1;
    const of = { jurisdiction, poll_id: id, station_id: stationId, prefix };
    const book = { ...of, id: v7(), first, last, printed_on: dayOf(now) };
    await insertBook(tx, book);
    const row = { ...of, state: 'printed' as const, changed_on: dayOf(now) };
    await insertSlips(
      tx,
      Array.from({ length: count }, (_, at) => ({ ...row, number: first + at })),
    );
    const entry = { jurisdiction, personId: caller.personId, objectKind: 'slip_book', objectId: book.id, now };
    await audit(tx, { ...entry, action: 'voting.makeBook', detail: { prefix, count } });
    return {
      book: book.id,
      first: spellSerial({ prefix, number: first }),
      last: spellSerial({ prefix, number: last }),
    };
  });
}

async function numbersFor(tx: Tx, { jurisdiction }: Call, station: { id: string; name: string }, count: number) {
  const known = await takeNumbers(tx, jurisdiction, station.id, count);
  if (known) return known;
  const taken = new Set((await selectPrefixes(tx, jurisdiction)).map(({ prefix }) => prefix));
  for (const prefix of prefixesFor(station.name)) {
    if (taken.has(prefix)) continue;
    await insertSeries(tx, jurisdiction, station.id, prefix);
    const made = await takeNumbers(tx, jurisdiction, station.id, count);
    if (made) return made;
  }
  throw new Error('all letters for slips are taken');
}
