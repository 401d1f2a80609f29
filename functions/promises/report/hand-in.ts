import { v7 } from 'uuid';
import { dayOf, dueOn } from '../../../shared/kernel/days';
import { hidePersonal } from '../../../shared/kernel/personal';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { handInReport as contract } from '../../../shared/promises/report/contract';
import { workingDays } from '../../platform/calendar';
import type { Call, Person } from '../../platform/call';
import { Settings } from '../settings';
import { dropTextsOf } from './drop-texts';
import { happenToReport } from './happen';
import { hiddenIn } from './hidden';
import { linesOf, promisesOf } from './lines';
import { lockMatter } from './matter';
import { insertPaper, insertReceipts } from './queries';
import { deputiesOf, ratersAmong } from './raters';
import { showReport } from './show';

type Said = Input<typeof contract>['lines'];

/**
 * What is handed in is taken from the promises themselves, as they stand in this transaction. A word that is missing, or is of a promise that has
 * moved since it was read, is no word of what stands there now. @throws ProblemError `promise_changed`
 */
export async function handInReport(
  call: Call<Person>,
  { id, version, words, lines: said }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now } = call;
  const today = dayOf(now);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, id, { version });
    const { report, directory, facts } = matter;
    const rows = await promisesOf(tx, call, [report.department_id], report.year);
    const deputies = await deputiesOf(tx, call, rows);
    const lines = (await linesOf(tx, call, rows)).map((line) => ({
      ...line,
      deputies: deputies.get(line.promiseId) ?? [],
      said: said.find(({ promiseId }) => promiseId === line.promiseId)?.words ?? null,
    }));
    ensure(isOfThese(said, lines), 'promise_changed');
    const asked = await ratersAmong(
      tx,
      call,
      matter,
      lines.flatMap((line) => line.deputies),
    );
    const of = { jurisdiction, report_id: id, round: report.round + 1 };
    // A name that is forgotten later is not known then: what everybody reads is covered now.
    const public_words = hidePersonal(words, await hiddenIn(tx, call, rows));
    const paper = { ...of, id: v7(), words, public_words, lines: JSON.stringify(lines), handed_in_on: today };
    await insertPaper(tx, paper);
    const nothing = { state: 'asked' as const, rating: null, words: null, person_id: null, changed_at: now };
    await insertReceipts(
      tx,
      asked.map((deputy_id) => ({ ...of, id: v7(), deputy_id, ...nothing })),
    );
    const hasRaters = asked.length > 0;
    const { reportRateTerm } = directory.settings(Settings);
    const rate_by = hasRaters ? dueOn(today, reportRateTerm, workingDays(directory.calendar)) : null;
    // What is not allowed is undone with the transaction.
    const handedIn = { ...matter, facts: { ...facts, hasRaters } };
    const set = { round: of.round, handed_in_on: today, rate_by, reminded: null };
    const after = await happenToReport(tx, call, handedIn, 'handed_in', { set });
    await dropTextsOf(tx, call, after);
    return showReport(tx, call, after);
  });
}

/** A word for each that is owed one, as it stands now, and for no other. */
function isOfThese(said: Said, lines: readonly { promiseId: string; version: number; owes: boolean }[]): boolean {
  const owed = lines.filter(({ owes }) => owes);
  const seen = new Map(said.map(({ promiseId, version }) => [promiseId, version]));
  return seen.size === owed.length && owed.every(({ promiseId, version }) => seen.get(promiseId) === version);
}
