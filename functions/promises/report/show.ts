import { dayOf } from '../../../shared/kernel/days';
import { countyKind } from '../../../shared/kernel/kinds';
import { actsOf, EVENTS } from '../../../shared/promises/report/lifecycle';
import { figuresOf } from '../../../shared/promises/report/rules';
import type { Report, ReportLine } from '../../../shared/promises/report/shown';
import { RATING, STATES } from '../../../shared/promises/report/states';
import { daysLate } from '../../../shared/promises/rules';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { type Hide, hideIn } from '../hide';
import type { PromiseRow } from '../queries';
import type { PaperLine } from '../tables';
import { linesOf, promisesOf, shownLine } from './lines';
import { type Matter, matterOf, tallyOfRound } from './matter';
import {
  type PaperRow,
  type ReceiptRow,
  type ReportRow,
  selectLastPapers,
  selectPromisesByIds,
  selectReceipts,
  selectReportEvents,
} from './queries';

type Whole = {
  report: ReportRow;
  paper: PaperRow | undefined;
  lines: readonly PaperLine[];
  receipts: readonly ReceiptRow[];
};

/** Each as a line of a list. What was handed in is said as it stood then; what is owed, also once more, as it stands now. */
export async function showReports(tx: Tx, call: Call<Person>, reports: readonly ReportRow[]): Promise<ReportLine[]> {
  const ids = reports.map(({ id }) => id);
  const papers = await selectLastPapers(tx, call.jurisdiction, ids);
  const receipts = await selectReceipts(tx, call.jurisdiction, ids);
  const owed = reports.filter(({ state }) => STATES[state].department);
  const shown: ReportLine[] = [];
  // All of a list are of one year.
  const rows = owed[0]
    ? await promisesOf(
        tx,
        call,
        owed.map(({ department_id }) => department_id),
        owed[0].year,
      )
    : [];
  const live = await linesOf(tx, call, rows);
  const departmentOf = new Map(rows.map(({ id, department_id }) => [id, department_id]));
  for (const report of reports) {
    const paper = papers.find(({ report_id }) => report_id === report.id);
    const lines = owed.includes(report)
      ? live.filter(({ promiseId }) => departmentOf.get(promiseId) === report.department_id)
      : (paper?.lines ?? []);
    shown.push(await lineOf(call, { report, paper, lines, receipts }));
  }
  return shown;
}

async function lineOf(call: Call, { report, lines, receipts }: Whole): Promise<ReportLine> {
  const { id, year, department_id, state, round, due_on, rate_by, handed_in_on } = report;
  const directory = await countyDirectoryOf(call);
  const mine = receipts.find(
    (one) => one.report_id === id && one.round === round && one.deputy_id === call.caller?.deputyId,
  );
  return {
    id,
    year,
    departmentId: department_id,
    departmentName: directory.departmentName(department_id) ?? '',
    state,
    dueOn: due_on,
    rateBy: rate_by,
    late: state === 'closed' ? 0 : daysLate({ dueOn: due_on, doneOn: handed_in_on }, dayOf(call.now)),
    handedInOn: handed_in_on,
    figures: figuresOf(lines),
    tally: isOver(report) ? tallyOfRound(report, receipts) : null,
    asked: RATING.includes(state) && mine?.state === 'asked',
  };
}

/** All deputies have said what they think of the round in which it is, or their days are over. */
const isOver = ({ state, round }: ReportRow) => round > 0 && !RATING.includes(state);

/** A report and all that came of it, with what the caller may do now. */
export async function showReport(tx: Tx, call: Call<Person>, report: ReportRow): Promise<Report> {
  const { jurisdiction } = call;
  const matter = await matterOf(call, report, await selectReceipts(tx, jurisdiction, [report.id]));
  const [paper] = await selectLastPapers(tx, jurisdiction, [report.id]);
  const isOwed = STATES[report.state].department;
  const lines = isOwed
    ? await linesOf(tx, call, await promisesOf(tx, call, [report.department_id], report.year))
    : (paper?.lines ?? []);
  const visible = lines.filter((line) => mayRead(call, matter, line));
  const rows = await selectPromisesByIds(
    tx,
    jurisdiction,
    visible.map(({ promiseId }) => promiseId),
  );
  const say = await sayTo(tx, call, matter, rows);
  const events = await selectReportEvents(tx, jurisdiction, report.id);
  const current = matter.receipts.filter(({ round }) => round === report.round);
  const mine = current.find(({ deputy_id }) => deputy_id === call.caller.deputyId);
  const today = dayOf(call.now);
  return {
    ...(await lineOf(call, { report, paper, lines, receipts: matter.receipts })),
    version: report.version,
    round: report.round,
    words: paper?.words ?? null,
    lines: visible.map((line) =>
      shownLine(line, today, isOwed ? undefined : rows.find(({ id }) => id === line.promiseId)),
    ),
    hidden: lines.length - visible.length,
    deputies: current.filter(({ state }) => state !== 'left').length,
    given: current.filter(({ state }) => state === 'given').length,
    receipts: receiptsOf(matter).map((one) => ({ ...one, words: one.words && say(one.words) })),
    mine: mine ? { rating: mine.rating, words: mine.words } : null,
    events: events
      .filter(({ kind }) => EVENTS[kind].readers.some((side) => (matter.sides as readonly string[]).includes(side)))
      .map((event) => ({
        id: event.id,
        kind: event.kind,
        on: dayOf(event.at),
        office: officeOf(matter, event.side),
        words: event.words && (event.side === 'department' ? event.words : say(event.words)),
        dueOn: event.due_on,
      })),
    acts: actsOf(matter.facts, matter.sides),
  };
}

/** How its reader reads what others said of it: to the department alone nothing says whose it is that it promised something for. */
async function sayTo(tx: Tx, call: Call<Person>, { sides }: Matter, rows: readonly PromiseRow[]): Promise<Hide> {
  if (!sides.every((side) => side === 'department')) return (words) => words;
  const hide = await hideIn(tx, call, rows);
  const hides = [...new Set(rows.map(hide))];
  return (words) => hides.reduce((said, one) => one(said), words);
}

/** What is neither public nor of a matter of theirs, a deputy does not read: it was told somebody else. */
function mayRead({ caller }: Call<Person>, { sides }: Matter, line: PaperLine): boolean {
  return !sides.includes('deputy') || line.public || line.deputies.includes(caller.deputyId ?? '');
}

/** Of rounds that are over: until then nobody reads what anybody else said (重庆 38: a rating is not to be influenced). */
function receiptsOf({ report, receipts, directory }: Matter): Report['receipts'] {
  return receipts
    .filter(({ round, state }) => state !== 'left' && (round < report.round || isOver(report)))
    .map(({ round, deputy_id, rating, words }) => ({
      round,
      deputyName: directory.deputyName(deputy_id),
      rating,
      words,
    }));
}

function officeOf({ report, directory }: Matter, side: string): string | null {
  if (side === 'department') return directory.departmentName(report.department_id);
  return side === 'office' ? `${countyKind(directory.countyName)}人大办` : null;
}
