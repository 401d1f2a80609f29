import { hideKnown } from '../../../shared/kernel/personal';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { publicReports as contract, publicReport as oneContract } from '../../../shared/promises/report/board';
import { figuresOf, tellsFigures } from '../../../shared/promises/report/rules';
import { STATES } from '../../../shared/promises/report/states';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import type { Call } from '../../platform/call';
import { hiddenIn } from './hidden';
import { tallyOfRound } from './matter';
import {
  type PaperRow,
  type ReceiptRow,
  type ReportRow,
  selectLastPapers,
  selectPromisesByIds,
  selectReceipts,
  selectReport,
  selectReportsOf,
  selectYears,
} from './queries';

export async function publicReports(call: Call, { year }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction } = call;
  const directory = await countyDirectoryOf(call);
  return call.read(async (tx) => {
    const years = await selectYears(tx, jurisdiction, 'everybody');
    const wanted = year === undefined ? (years[0] ?? null) : Number(year);
    const rows = wanted === null ? [] : await selectReportsOf(tx, jurisdiction, 'everybody', wanted);
    const ids = rows.map(({ id }) => id);
    const papers = await selectLastPapers(tx, jurisdiction, ids);
    const receipts = await selectReceipts(tx, jurisdiction, ids);
    const lines = rows.map((row) => ({ row, ...lineOf(directory, row, { papers, receipts }) }));
    return { year: wanted, years, reports: inOrder(directory, lines).map(({ row: _, ...line }) => line) };
  });
}

/** Hidden is also what a clerk hid after it was handed in. @throws ProblemError `not_found` where it is not rated, or was sent back */
export async function publicReport(call: Call, { id }: Input<typeof oneContract>): Promise<Reply<typeof oneContract>> {
  const { jurisdiction } = call;
  const directory = await countyDirectoryOf(call);
  return call.read(async (tx) => {
    const row = await selectReport(tx, jurisdiction, id);
    ensure(row && STATES[row.state].public, 'not_found');
    const papers = await selectLastPapers(tx, jurisdiction, [id]);
    const [paper] = papers;
    ensure(paper, 'not_found');
    const receipts = await selectReceipts(tx, jurisdiction, [id]);
    const promises = await selectPromisesByIds(
      tx,
      jurisdiction,
      paper.lines.map(({ promiseId }) => promiseId),
    );
    const words = paper.public_words && hideKnown(paper.public_words, await hiddenIn(tx, call, promises));
    const line = lineOf(directory, row, { papers, receipts });
    return { ...line, year: row.year, handedInOn: paper.handed_in_on, words };
  });
}

type Kept = { papers: readonly PaperRow[]; receipts: readonly ReceiptRow[] };

function lineOf(directory: CountyDirectory, row: ReportRow, { papers, receipts }: Kept) {
  const lines = papers.find(({ report_id }) => report_id === row.id)?.lines ?? [];
  return {
    id: row.id,
    departmentName: directory.departmentName(row.department_id) ?? '',
    made: lines.length,
    figures: tellsFigures(lines) ? figuresOf(lines) : null,
    tally: tallyOfRound(row, receipts),
  };
}

/** As they stand on the roll, and those that are no more behind them. */
function inOrder<T extends { row: ReportRow }>(directory: CountyDirectory, lines: readonly T[]): T[] {
  const roll = directory.departments().map(({ id }) => id);
  const placeOf = ({ row }: T) => (roll.includes(row.department_id) ? roll.indexOf(row.department_id) : roll.length);
  return [...lines].sort((a, b) => placeOf(a) - placeOf(b));
}
