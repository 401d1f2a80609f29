import { addDays, type Day, dayOf, startOf } from '../../../shared/kernel/days';
import { MOST_LINES } from '../../../shared/promises/report/limits';
import { madeBetween, needsWord, standingOf } from '../../../shared/promises/report/rules';
import type { PromiseLine } from '../../../shared/promises/report/shown';
import { daysLate } from '../../../shared/promises/rules';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { evidenceOf } from '../evidence';
import { type PromiseRow, selectEvents } from '../queries';
import type { PaperLine } from '../tables';
import { selectPromisesMade } from './queries';

/** The promises a report is of, as they stand now: made this year or the year before. */
export async function promisesOf(
  tx: Tx,
  { jurisdiction }: Call,
  departments: readonly string[],
  year: number,
): Promise<PromiseRow[]> {
  const { first, last } = madeBetween(year);
  const [from, to] = [startOf(first), startOf(addDays(last, 1))];
  return selectPromisesMade(tx, jurisdiction, { departments, from, to, limit: MOST_LINES });
}

/** Each as a report says it today; nothing of it is typed, and of what is owed a word nothing is said yet. */
export async function linesOf(tx: Tx, call: Call, rows: readonly PromiseRow[]): Promise<PaperLine[]> {
  const ids = rows.map(({ id }) => id);
  const pictures = new Set((await evidenceOf(tx, call, ids)).map(({ promise_id }) => promise_id));
  const links = new Set(
    (await selectEvents(tx, call.jurisdiction, ids)).flatMap(({ promise_id, link }) => (link ? promise_id : [])),
  );
  const today = dayOf(call.now);
  return rows.map((row) => {
    const stands = { state: row.state, dueOn: row.due_on, doneOn: row.done_on };
    return {
      promiseId: row.id,
      version: row.version,
      public: row.public,
      deputies: [],
      source: row.source,
      words: row.words,
      firstDueOn: row.first_due_on,
      dueOn: row.due_on,
      doneOn: row.done_on,
      standing: standingOf(stands, today),
      late: daysLate(stands, today),
      shown: pictures.has(row.id) || links.has(row.id),
      owes: needsWord(row),
      said: null,
    };
  });
}

/** What everybody who reads the report reads of one, and how it stands today where that is something else than was handed in. */
export function shownLine(line: PaperLine, today: Day, row?: PromiseRow): PromiseLine {
  const { public: _, deputies, ...shown } = line;
  const now = row && {
    standing: standingOf({ state: row.state, dueOn: row.due_on, doneOn: row.done_on }, today),
    dueOn: row.due_on,
  };
  const moved = now !== undefined && (now.standing !== line.standing || now.dueOn !== line.dueOn);
  return { ...shown, now: moved ? now : null };
}
