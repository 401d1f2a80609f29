import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { slips as contract } from '../../../shared/voting/contract';
import type { Definition } from '../../../shared/voting/definition';
import { type Serial, spellSerial } from '../../../shared/voting/slips/slip';
import { type SlipState, STATE_NAMES, WAITING } from '../../../shared/voting/slips/states';
import { nameOfPerson } from '../../identity/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { groupBy } from '../../platform/group-by';
import { selectPoll } from '../queries';
import { countIssuedByDay, type SlipRow, selectBooks, selectOwnEntries, selectSlips } from '../queries-slips';
import { turnoutOf } from '../turnout';
import { mapOf } from './book-map';
import { countsByStation } from './counts';
import { isOf } from './in-hand';
import { daysOf } from './slip-days';

const keyOf = ({ prefix, number }: Serial) => `${prefix}-${number}`;

/** Where every slip is; a clerk sees their stations. */
export async function slips(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const of = { jurisdiction, pollId: id };
  return call.read(async (tx) => {
    const poll = await selectPoll(tx, jurisdiction, id);
    ensure(poll, 'not_found');
    const definition = JSON.parse(poll.definition) as Definition;
    const own = <T extends { station_id: string }>(rows: readonly T[]) =>
      rows.filter(({ station_id }) => isOf(caller, station_id));
    const books = own(await selectBooks(tx, of));
    const counts = await countsByStation(tx, of);
    const inBox = boxedAt(await turnoutOf(tx, poll));
    const mine = new Set((await selectOwnEntries(tx, of, caller.personId)).map(keyOf));
    const all = own(await selectSlips(tx, of, STATE_NAMES));
    const byPrefix = groupBy(all, ({ prefix }) => prefix);
    const names = new Map(definition.stations.map(({ id, name }) => [id, name]));
    const today = dayOf(now);
    return {
      title: definition.title,
      open: !poll.closed_at && poll.opens_at <= now && poll.closes_at > now,
      twice: definition.slipsTwice !== false,
      stations: definition.stations
        .filter((station) => isOf(caller, station.id) && counts.has(station.id))
        .map(({ id, name }) => {
          const ownCounts = counts.get(id) as NonNullable<ReturnType<typeof counts.get>>;
          const { out, unissued, entered } = ownCounts;
          return {
            id,
            name,
            counts: ownCounts,
            agrees: out >= 0 && unissued >= 0 && entered === (inBox.get(id) ?? 0),
            books: books
              .filter(({ station_id }) => station_id === id)
              .map((book) => bookOf(book, byPrefix.get(book.prefix) ?? [])),
          };
        }),
      waiting: all
        .filter(({ state, changed_on }) => WAITING.includes(state) || (state === 'entered' && changed_on === today))
        .map((slip) => ({ serial: spellSerial(slip), state: slip.state, mine: mine.has(keyOf(slip)) })),
      spoiled: await spoiledOf(
        tx,
        jurisdiction,
        all.filter(({ state }) => !COUNTS.includes(state)),
      ),
      days: daysOf({
        books: books.map((book) => ({ ...book, stationName: names.get(book.station_id) ?? '' })),
        issued: own(await countIssuedByDay(tx, of)),
        slips: all,
      }),
    };
  });
}

/** One that a single person called spoiled, and that counts all the same, is not. */
const COUNTS: readonly SlipState[] = ['settled', 'entered'];

function bookOf(book: Awaited<ReturnType<typeof selectBooks>>[number], slips: readonly SlipRow[]) {
  const { id, prefix, first, last, printed_on } = book;
  const spelt = (number: number) => spellSerial({ prefix, number });
  return { id, first: spelt(first), last: spelt(last), printedOn: printed_on, map: mapOf(book, slips) };
}

/** Ballots in the box that came on paper or at the table, by station. */
function boxedAt(rows: Awaited<ReturnType<typeof turnoutOf>>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { station_id, channel, count } of rows)
    if (station_id && channel !== 'phone') sums.set(station_id, (sums.get(station_id) ?? 0) + count);
  return sums;
}

async function spoiledOf(tx: Tx, jurisdiction: string, rows: readonly SlipRow[]) {
  const said = rows.filter(({ spoil_by }) => spoil_by !== null);
  const people = [...new Set(said.flatMap(({ spoil_by, spoil_with }) => [spoil_by, spoil_with]))];
  const names = new Map<string | null, string>();
  for (const person of people) if (person) names.set(person, (await nameOfPerson(tx, jurisdiction, person)) ?? '');
  return said.map((slip) => ({
    serial: spellSerial(slip),
    reason: slip.spoil_reason ?? '',
    on: slip.changed_on,
    by: [slip.spoil_by, slip.state === 'spoiled' ? slip.spoil_with : null].flatMap((one) => names.get(one) ?? []),
  }));
}
