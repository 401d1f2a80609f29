import { sayDay } from '../../../shared/kernel/days';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { slipsSheet as contract } from '../../../shared/voting/contract/office';
import { SLIP_COLUMNS, type SlipCounts, sumOfSlips } from '../../../shared/voting/slips/counts';
import type { Call, Person } from '../../platform/call';
import { handOut } from '../../platform/hand-out';
import { writeSpreadsheet, XLSX_TYPE } from '../../platform/spreadsheet/write-spreadsheet';
import { slips } from './slips';

/** The table of 44b with its books, and those that were spoiled, for who signs on paper. */
export async function slipsSheet(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { title, stations, spoiled } = await slips(call, { id });
  const row = (counts: SlipCounts) => SLIP_COLUMNS.map(([name]) => String(counts[name]));
  const ranges = (books: (typeof stations)[number]['books']) =>
    books.map(({ first, last }) => `${first} – ${last}`).join('；');
  const bytes = writeSpreadsheet([
    {
      name: '纸票对账',
      titled: true,
      widths: [24, 30, ...SLIP_COLUMNS.map(() => 9), 9],
      rows: [
        ['联络站', '号段', ...SLIP_COLUMNS.map(([, title]) => title), '对账'],
        ...stations.map(({ name, counts, books, agrees }) => [
          name,
          ranges(books),
          ...row(counts),
          agrees ? '对上' : '对不上',
        ]),
        ['合计', '', ...row(sumOfSlips(stations.map(({ counts }) => counts))), ''],
      ],
    },
    {
      name: '作废的',
      titled: true,
      widths: [16, 16, 40, 24],
      rows: [
        ['票号', '哪天', '为什么', '签字'],
        ...spoiled.map(({ serial, on, reason, by }) => [serial, sayDay(on), reason, by.join('、')]),
      ],
    },
  ]);
  return handOut(call, { bytes, type: XLSX_TYPE, extension: 'xlsx', fileName: `纸票对账 ${title}.xlsx` });
}
