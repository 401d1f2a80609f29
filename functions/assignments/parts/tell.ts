import { type EventKind, type Side, tellsOf } from '../../../shared/assignments/part/lifecycle';
import { dayOf, daysBetween, sayDay } from '../../../shared/kernel/days';
import { countyDirectoryOf } from '../../directory/public';
import { peopleOfDepartments } from '../../identity/public';
import { type NotificationKind, notify } from '../../notifications/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import type { AssignmentRow } from '../queries';
import { withoutAside } from '../recusal/aside';
import type { PartRow } from './queries';

const KIND: NotificationKind = {
  name: 'assignment_part',
  template: 'received',
  page: () => 'requests/pages/assigned/index?box=parts',
};

type Told = { part: PartRow; assignment: AssignmentRow };

/** What those who are told read first: the department that works on it, and the one that leads. Whoever assigned it has it in its line a day. */
const TITLES: Partial<Record<EventKind, Partial<Record<Side, string>>>> = {
  asked: { cohandler: '请您部门一起办' },
  given: { lead: '一起办的部门给了意见' },
  changed: { lead: '一起办的部门改了意见' },
  withdrawn: { cohandler: '不用您部门一起办了' },
  ended: { cohandler: '一起办的事，不再等您部门' },
  overdue: { cohandler: '一起办的事超时了', lead: '一起办的部门超时了' },
  dissolved: { lead: '一起办的部门撤了' },
};

/** Tells whomever the table names. Nothing of the matter stands in it: a clerk may hide words of it later. */
export async function tell(
  tx: Tx,
  call: Call,
  { event, part, assignment }: Told & { event: EventKind },
): Promise<void> {
  for (const side of tellsOf(event)) {
    const title = TITLES[event]?.[side];
    if (title) await tellSide(tx, call, { part, assignment, side, title });
  }
}

/** Reminds the department of its day. */
export async function remind(tx: Tx, call: Call, { part, assignment }: Told): Promise<void> {
  const left = daysBetween(dayOf(call.now), part.due_on);
  const title = left > 0 ? `一起办的事，还有 ${left} 天` : '一起办的事，今天到日子';
  await tellSide(tx, call, { part, assignment, side: 'cohandler', title });
}

async function tellSide(
  tx: Tx,
  call: Call,
  { part, assignment, side, title }: Told & { side: Side; title: string },
): Promise<void> {
  const { jurisdiction, now, caller } = call;
  const directory = await countyDirectoryOf(call);
  const isLead = side === 'lead';
  const other = directory.departmentName(isLead ? part.department_id : assignment.department_id) ?? '';
  const body = `${isLead ? '' : '主办'}${other}，${sayDay(part.due_on)}前`;
  const people = await peopleOfDepartments(tx, jurisdiction, [isLead ? assignment.department_id : part.department_id]);
  const subject = { context: 'assignments', id: part.id };
  const personIds = [...new Set(people.flatMap(({ person_id }) => person_id ?? []))];
  for (const personId of await withoutAside(tx, jurisdiction, assignment.subject_id, personIds))
    if (personId !== caller?.personId)
      await notify(tx, { jurisdiction, personId, kind: KIND, subject, title, body, now });
}
