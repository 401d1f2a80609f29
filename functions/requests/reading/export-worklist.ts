import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { WorklistItem } from '../../../shared/requests/contract';
import { type exportWorklist as contract, MOST_EXPORTED } from '../../../shared/requests/contract/office';
import { isIn, WAITING_FOR_RESIDENT, WITH_HOTLINE } from '../../../shared/requests/states';
import { CATEGORY_NAMES, END_WORDS } from '../../../shared/requests/words';
import { countyDirectoryOf } from '../../directory/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { handOut } from '../../platform/hand-out';
import { safeCell } from '../../platform/spreadsheet/safe-cell';
import { writeSpreadsheet, XLSX_TYPE } from '../../platform/spreadsheet/write-spreadsheet';
import { selectWorklist } from '../queries/worklist';
import { chosenOf, scopeOf } from './scope';
import { worklistItem } from './worklist-item';

const COLUMNS: readonly { title: string; width: number; of: (item: WorklistItem) => string }[] = [
  { title: '受理编号', width: 13, of: ({ trackingNumber }) => trackingNumber },
  { title: '什么事', width: 32, of: ({ title }) => title },
  { title: '哪一类', width: 18, of: ({ category }) => CATEGORY_NAMES[category] },
  { title: '村、社区', width: 14, of: ({ villageName }) => villageName },
  { title: '联络站', width: 22, of: ({ stationName }) => stationName ?? '' },
  { title: '怎样了', width: 20, of: standingOf },
  { title: '代表', width: 10, of: ({ deputyName }) => deputyName ?? '' },
  { title: '部门', width: 18, of: ({ departmentName }) => departmentName ?? '' },
  { title: '12345 编号', width: 20, of: ({ hotlineNumber }) => hotlineNumber ?? '' },
  { title: '居民怎么称呼', width: 14, of: ({ name }) => name ?? '' },
  { title: '哪天收到', width: 12, of: ({ submittedOn }) => submittedOn },
  { title: '最晚哪天答复', width: 14, of: ({ dueOn }) => dueOn },
];

function standingOf({ state, outcome, reasons }: WorklistItem): string {
  if (outcome) return END_WORDS[outcome];
  if (isIn(state, WAITING_FOR_RESIDENT)) return '等居民说';
  const held = isIn(state, WITH_HOTLINE) ? '12345 在办' : reasons.includes('with_higher') ? '在上级代表那里' : '在办';
  return reasons.includes('late') ? `${held}，超时了` : held;
}

/** What is on the screen, all pages of it: the same lines, and of each what the caller reads there. No phone is on that screen. */
export async function exportWorklist(
  call: Call<Person>,
  { box, station, order, ...filter }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const today = dayOf(now);
  const directory = await countyDirectoryOf(call);
  const stations = chosenOf(caller, station);
  const rows = await call.write(async (tx) => {
    const scope = await scopeOf(tx, call, directory, stations);
    const found = await selectWorklist(
      tx,
      jurisdiction,
      box,
      scope,
      { today, order, filter, after: null },
      MOST_EXPORTED,
    );
    ensure(found.length <= MOST_EXPORTED, 'too_many_rows');
    await audit(tx, {
      jurisdiction,
      personId: caller.personId,
      action: 'requests.exportWorklist',
      objectKind: 'worklist',
      objectId: null,
      detail: { rows: found.length, box, ...(station && { station }), ...filter },
      now,
    });
    return found;
  });
  const items = rows.map((row) => worklistItem(row, directory, today, caller));
  const bytes = writeSpreadsheet([
    {
      name: '事情',
      titled: true,
      widths: COLUMNS.map(({ width }) => width),
      rows: [COLUMNS.map(({ title }) => title), ...items.map((item) => COLUMNS.map(({ of }) => safeCell(of(item))))],
    },
  ]);
  const made = await handOut(call, { bytes, type: XLSX_TYPE, extension: 'xlsx', fileName: `事情 ${today}.xlsx` });
  return { ...made, rows: items.length };
}
