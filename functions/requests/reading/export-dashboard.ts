import { dayOf, sayDate, sayTime } from '../../../shared/kernel/days';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Figures } from '../../../shared/requests/contract';
import type { exportDashboard as contract } from '../../../shared/requests/contract/office';
import { FIGURE_COLUMNS } from '../../../shared/requests/figures';
import { CATEGORY_NAMES } from '../../../shared/requests/words';
import { countyDirectoryOf } from '../../directory/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { handOut } from '../../platform/hand-out';
import { safeCell } from '../../platform/spreadsheet/safe-cell';
import { type WrittenSheet, writeSpreadsheet, XLSX_TYPE } from '../../platform/spreadsheet/write-spreadsheet';
import { dashboard } from './dashboard';

/** The tables of the dashboard, with what they are of and when they were counted. */
export async function exportDashboard(
  call: Call<Person>,
  input: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const shown = await dashboard(call, input);
  const directory = await countyDirectoryOf(call);
  const { all, categories, places, months, placesAre, from, to } = shown;
  const rows = categories.length + places.length + months.length;
  await call.write((tx) =>
    audit(tx, {
      jurisdiction,
      personId: caller.personId,
      action: 'requests.exportDashboard',
      objectKind: 'dashboard',
      objectId: null,
      detail: {
        rows,
        from,
        to,
        ...(input.station && { station: input.station }),
        ...(input.category && { category: input.category }),
      },
      now,
    }),
  );
  const table = (name: string, first: string, lines: readonly { name: string; figures: Figures }[]): WrittenSheet => ({
    name,
    titled: true,
    widths: [26, ...FIGURE_COLUMNS.map(() => 13)],
    rows: [
      [first, ...FIGURE_COLUMNS.map(({ words }) => words)],
      ...[...lines, { name: '合计', figures: all }].map((line) => [
        safeCell(line.name),
        ...FIGURE_COLUMNS.map(({ of }) => String(of(line.figures) ?? '')),
      ]),
    ],
  });
  const at = `${sayDate(dayOf(now))} ${sayTime(now)}`;
  const whose = input.station ? directory.stationName(input.station) : caller.admin ? directory.countyName : '自己的站';
  const bytes = writeSpreadsheet([
    table(
      '说的什么事',
      '事情',
      categories.map(({ category, figures }) => ({ name: CATEGORY_NAMES[category], figures })),
    ),
    table('哪里的事', placesAre === 'villages' ? '村' : '联络站', places),
    table(
      '哪个月收到的',
      '月份',
      months.map(({ month, figures }) => ({ name: month, figures })),
    ),
    {
      name: '怎么算的',
      titled: false,
      widths: [90],
      rows: [
        [`${whose}，${from} 到 ${to} 收到的${input.category ? `，${CATEGORY_NAMES[input.category]}` : ''}。`],
        [`${at} 的数。`],
        ['“说办完了”是代表、部门自己说的；“居民说解决了”是居民自己说的。两列不能相加，也不算比率。'],
        ['“一半”“九成”：有一半、有九成在这么多天（自然日）里第一次答了。'],
      ],
    },
  ]);
  const made = await handOut(call, { bytes, type: XLSX_TYPE, extension: 'xlsx', fileName: `看板 ${dayOf(now)}.xlsx` });
  return { ...made, rows };
}
