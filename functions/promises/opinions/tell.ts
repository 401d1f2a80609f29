import { dayOf, daysBetween, sayDay } from '../../../shared/kernel/days';
import type { EventKind } from '../../../shared/promises/opinion/lifecycle';
import { clerksOfStation, peopleOfDepartments } from '../../identity/public';
import { type NotificationKind, notify } from '../../notifications/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import type { OpinionRow } from './queries';

const KIND: NotificationKind = { name: 'opinion', template: 'received', page: () => 'promises/pages/list/index' };

const TITLES: Record<EventKind, string> = {
  sent: '评议意见来了，请按时答',
  answered: '部门答了评议意见',
  asked_again: '请重新报告一次',
};

/** Tells the side that has to know: the department of what it has to answer, the office of the answer. */
export async function tellOfOpinion(tx: Tx, call: Call, opinion: OpinionRow, event: EventKind): Promise<void> {
  const people =
    event === 'answered'
      ? await clerksOfStation(tx, call.jurisdiction, null)
      : await departmentOf(tx, call.jurisdiction, opinion);
  await tellPeople(tx, call, opinion, people, TITLES[event]);
}

/** Reminds the department of the day by which it has to answer; once that is over the office hears it too. */
export async function remindOfOpinion(
  tx: Tx,
  call: Call,
  opinion: OpinionRow,
  when: 'before' | 'at' | 'over',
): Promise<void> {
  const left = daysBetween(dayOf(call.now), opinion.due_on);
  const title = { before: `评议意见还没答，还有 ${left} 天`, at: '评议意见今天要答', over: '评议意见过了日子还没答' }[
    when
  ];
  const office = when === 'over' ? await clerksOfStation(tx, call.jurisdiction, null) : [];
  const department = await departmentOf(tx, call.jurisdiction, opinion);
  await tellPeople(tx, call, opinion, [...new Set([...department, ...office])], title);
}

async function departmentOf(tx: Tx, jurisdiction: string, { department_id }: OpinionRow): Promise<string[]> {
  const people = await peopleOfDepartments(tx, jurisdiction, [department_id]);
  return people.flatMap(({ person_id }) => person_id ?? []);
}

async function tellPeople(
  tx: Tx,
  { jurisdiction, now, caller }: Call,
  { id, source, due_on }: OpinionRow,
  people: readonly string[],
  title: string,
): Promise<void> {
  const subject = { context: 'promises', id };
  const body = `${source}（${sayDay(due_on)}前答）`;
  for (const personId of people)
    if (personId !== caller?.personId)
      await notify(tx, { jurisdiction, personId, kind: KIND, subject, title, body, now });
}
