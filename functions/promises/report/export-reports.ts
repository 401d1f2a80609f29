import { dayOf, sayDate } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { exportReports as contract } from '../../../shared/promises/contract/office';
import type { Report } from '../../../shared/promises/report/shown';
import { STANDINGS } from '../../../shared/promises/report/states';
import { RATING_WORDS, REPORT_STATE_WORDS, STANDING_WORDS } from '../../../shared/promises/report/words';
import { countyDirectoryOf } from '../../directory/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { handOut } from '../../platform/hand-out';
import { safeCell } from '../../platform/spreadsheet/safe-cell';
import { type WrittenSheet, writeSpreadsheet, XLSX_TYPE } from '../../platform/spreadsheet/write-spreadsheet';
import { selectReport } from './queries';
import { reports } from './reports';
import { showReport } from './show';

/** A line for each department, one for each promise, and what deputies said. @throws ProblemError `no_reports_in_year` */
export async function exportReports(
  call: Call<Person>,
  { year }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { countyName } = await countyDirectoryOf(call);
  const { reports: lines } = await reports(call, { year: String(year) });
  ensure(lines.length, 'no_reports_in_year');
  const whole = await wholeOf(call, lines);
  const rows = whole.flatMap(({ lines }) => lines).length + whole.length;
  await call.write((tx) =>
    audit(tx, {
      jurisdiction,
      personId: caller.personId,
      action: 'promises.exportReports',
      objectKind: 'promise_reports',
      objectId: null,
      detail: { year, rows },
      now,
    }),
  );
  const fileName = `${year} 年终承诺事项报告.xlsx`;
  const bytes = writeSpreadsheet([
    departments(whole),
    promises(whole),
    receipts(whole),
    {
      name: '怎么算的',
      titled: false,
      widths: [90],
      rows: [
        [`${countyName}，${year - 1}、${year} 两年里部门答应的事。${sayDate(dayOf(now))} 的表。`],
        ['交了的，是交的那天的数，后来变了也不改；没交的，是今天的数。'],
        ['没评的代表，不算进满意不满意，只写几位。'],
      ],
    },
  ]);
  const made = await handOut(call, { bytes, type: XLSX_TYPE, extension: 'xlsx', fileName });
  return { ...made, rows };
}

function departments(whole: readonly Report[]): WrittenSheet {
  return {
    name: '各部门',
    titled: true,
    widths: [24, 16, 14, 14, 8, 8, ...STANDINGS.map(() => 14), 12, 8, 10, 8, 8],
    rows: [
      [
        '部门',
        '到哪了',
        '哪天前交',
        '哪天交的',
        '迟几天',
        '答应',
        ...STANDINGS.map((one) => STANDING_WORDS[one]),
        '改过日子',
        '满意',
        '基本满意',
        '不满意',
        '没评',
      ],
      ...whole.map(({ departmentName, state, dueOn, handedInOn, late, figures, tally }) => [
        safeCell(departmentName),
        REPORT_STATE_WORDS[state],
        dueOn,
        handedInOn ?? '',
        String(late),
        String(figures.made),
        ...STANDINGS.map((one) => String(figures[one])),
        String(figures.putOff),
        ...(tally ? [tally.satisfied, tally.basically, tally.dissatisfied, tally.none].map(String) : ['', '', '', '']),
      ]),
    ],
  };
}

function promises(whole: readonly Report[]): WrittenSheet {
  return {
    name: '每一件',
    titled: true,
    widths: [24, 34, 40, 14, 14, 14, 16, 8, 40],
    rows: [
      ['部门', '从哪来', '答应的事', '原来的日子', '现在的日子', '哪天做的', '怎么样', '迟几天', '部门说'],
      ...whole.flatMap(({ departmentName, lines }) =>
        lines.map((line) =>
          [
            departmentName,
            line.source,
            line.words,
            line.firstDueOn,
            line.dueOn,
            line.doneOn ?? '',
            STANDING_WORDS[line.standing],
            String(line.late),
            line.said ?? '',
          ].map(safeCell),
        ),
      ),
    ],
  };
}

function receipts(whole: readonly Report[]): WrittenSheet {
  return {
    name: '代表怎么评',
    titled: true,
    widths: [24, 10, 16, 12, 50],
    rows: [
      ['部门', '第几次', '代表', '评', '说'],
      ...whole.flatMap(({ departmentName, receipts }) =>
        receipts.map(({ round, deputyName, rating, words }) =>
          [departmentName, String(round), deputyName, rating ? RATING_WORDS[rating] : '没评', words ?? ''].map(
            safeCell,
          ),
        ),
      ),
    ],
  };
}

async function wholeOf(call: Call<Person>, lines: readonly { id: string }[]): Promise<Report[]> {
  return call.read(async (tx) => {
    const whole: Report[] = [];
    for (const { id } of lines) {
      const row = await selectReport(tx, call.jurisdiction, id);
      if (row) whole.push(await showReport(tx, call, row));
    }
    return whole;
  });
}
