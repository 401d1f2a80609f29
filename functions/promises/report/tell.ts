import { dayOf, daysBetween, sayDay } from '../../../shared/kernel/days';
import { type EventKind, type Recipient, tellsOf } from '../../../shared/promises/report/lifecycle';
import { countyDirectoryOf } from '../../directory/public';
import { clerksOfStation, peopleOfDepartments, peopleOfDeputies } from '../../identity/public';
import { type NotificationKind, notify } from '../../notifications/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { type ReportRow, selectReceipts } from './queries';

const KIND: NotificationKind = {
  name: 'promise_report',
  template: 'received',
  page: (id) => `promises/pages/report/index?id=${id}`,
};

/** What those who are told read first. */
const TITLES: Partial<Record<EventKind, Partial<Record<Recipient, string>>>> = {
  opened: { department: '年终承诺报告，要交了' },
  overdue: { department: '年终承诺报告过了日子没交', office: '有部门年终报告没交' },
  handed_in: { deputies: '部门交了年终报告，请您评', office: '有部门交了年终报告' },
  rated: { department: '代表评完了年终报告', office: '一份年终报告评完了' },
  returned: { department: '年终报告退回，请重报' },
  dissolved: { office: '有部门没有了，年终报告不用交' },
};

/** Tells whomever the table names; whoever did it knows. */
export async function tellOfReport(tx: Tx, call: Call, report: ReportRow, event: EventKind): Promise<void> {
  for (const recipient of tellsOf(event)) {
    const title = TITLES[event]?.[recipient];
    if (title) await tellAll(tx, call, report, recipient, title);
  }
}

/** Reminds the department, or the deputies who have said nothing, of a day that comes. */
export async function remindOfReport(tx: Tx, call: Call, report: ReportRow, when: 'before' | 'at'): Promise<void> {
  const rates = report.state === 'handed_in';
  const left = daysBetween(dayOf(call.now), (rates ? report.rate_by : report.due_on) ?? '');
  const days = when === 'at' ? '今天是最后一天' : `还有 ${left} 天`;
  const title = rates ? `年终报告等您评，${days}` : `年终承诺报告要交，${days}`;
  await tellAll(tx, call, report, rates ? 'deputies' : 'department', title);
}

async function tellAll(tx: Tx, call: Call, report: ReportRow, recipient: Recipient, title: string): Promise<void> {
  const { jurisdiction, now, caller } = call;
  const subject = { context: 'promises', id: report.id };
  const name = (await countyDirectoryOf(call)).departmentName(report.department_id) ?? '';
  const body = `${name}，${report.year} 年${sayUntil(report)}`;
  for (const personId of await peopleOf(tx, jurisdiction, recipient, report))
    if (personId !== caller?.personId)
      await notify(tx, { jurisdiction, personId, kind: KIND, subject, title, body, now });
}

function sayUntil({ state, due_on, rate_by }: ReportRow): string {
  if (state === 'handed_in' && rate_by) return `（${sayDay(rate_by)}前评）`;
  return state === 'open' || state === 'returned' ? `（${sayDay(due_on)}前交）` : '';
}

async function peopleOf(
  tx: Tx,
  jurisdiction: string,
  recipient: Recipient,
  { id, round, department_id }: ReportRow,
): Promise<string[]> {
  if (recipient === 'office') return clerksOfStation(tx, jurisdiction, null);
  if (recipient === 'department') {
    const people = await peopleOfDepartments(tx, jurisdiction, [department_id]);
    return people.flatMap(({ person_id }) => person_id ?? []);
  }
  const receipts = await selectReceipts(tx, jurisdiction, [id]);
  const asked = receipts.filter((one) => one.round === round && one.state === 'asked');
  return peopleOfDeputies(
    tx,
    jurisdiction,
    asked.map(({ deputy_id }) => deputy_id),
  );
}
