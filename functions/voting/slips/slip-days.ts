import type { Day } from '../../../shared/kernel/days';
import type { Reply } from '../../../shared/kernel/procedure';
import type { slips } from '../../../shared/voting/contract';
import { SPOILT } from '../../../shared/voting/slips/states';
import type { countIssuedByDay, SlipRow, selectBooks } from '../queries-slips';

type SlipDay = Reply<typeof slips>['days'][number];
type RowOf<Query extends (...given: never[]) => Promise<unknown[]>> = Awaited<ReturnType<Query>>[number];
type Happened = {
  books: readonly (Pick<RowOf<typeof selectBooks>, 'first' | 'last' | 'printed_on'> & { stationName: string })[];
  issued: readonly Pick<RowOf<typeof countIssuedByDay>, 'issued_on' | 'count'>[];
  slips: readonly Pick<SlipRow, 'state' | 'changed_on'>[];
};

const LATEST = 7;

/** The last days on which something happened. A day is the finest that is kept of a slip, and all stations are told together. */
export function daysOf({ books, issued, slips }: Happened): SlipDay[] {
  const days = new Map<Day, SlipDay>();
  const at = (on: Day): SlipDay => {
    const day = days.get(on) ?? { on, books: [], issued: 0, entered: 0, spoiled: 0 };
    days.set(on, day);
    return day;
  };
  for (const { stationName, first, last, printed_on } of books)
    at(printed_on).books.push({ stationName, count: last - first + 1 });
  // A tick that was taken back leaves a day with none.
  for (const { issued_on, count } of issued) if (Number(count)) at(issued_on).issued += Number(count);
  for (const { state, changed_on } of slips) {
    if (state === 'entered') at(changed_on).entered += 1;
    if (SPOILT.includes(state)) at(changed_on).spoiled += 1;
  }
  return [...days.values()].sort((a, b) => (a.on < b.on ? 1 : -1)).slice(0, LATEST);
}
