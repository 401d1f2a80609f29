import { dayOf, daysBetween, sayDay } from '../../shared/kernel/days';
import { type EventKind, type Recipient, tellsOf } from '../../shared/promises/lifecycle';
import { clerksOfStation, peopleOfDepartments, stationsWithPeople } from '../identity/public';
import { type NotificationKind, notify } from '../notifications/public';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { enqueue } from '../platform/outbox';
import type { PromiseRow } from './queries';

const KIND: NotificationKind = { name: 'promise', template: 'progress', page: () => 'promises/pages/list/index' };

/** Outbox topic: whoever follows a promise hears what became of it; payload `{ promiseId, event, after }`. */
export const TELL_FOLLOWERS = 'promises.followers';

/** What those who are told read first; what happened without anybody being told has none. */
const TITLES: Partial<Record<EventKind, string>> = {
  extension_asked: '部门要宽限几天',
  extension_granted: '宽限准了',
  extension_refused: '宽限没有准',
  said_done: '部门说做好了，去看一看',
  seen_done: '看过了，做到了',
  seen_not_done: '看过了，还没做到',
  overdue: '答应的事过了日子',
  asked_why: '为什么没做到，请说明',
  explained: '部门说了没做到的原因',
  reopened: '答应的事要重新做',
};

/** Tells whomever the table names of what happened; whoever did it knows. */
export async function tell(tx: Tx, call: Call, event: EventKind, promise: PromiseRow): Promise<void> {
  const title = TITLES[event];
  const recipients = tellsOf(event);
  if (title) await tellAll(tx, call, { promise, recipients, title });
  if (!recipients.includes('followers')) return;
  const { jurisdiction, now } = call;
  const payload = { promiseId: promise.id, event, after: null };
  await enqueue(tx, { jurisdiction, topic: TELL_FOLLOWERS, payload, runAt: now, now });
}

/** `草坪到县城公交，早上加一班（答应 12 月 3 日前）`. */
export function sayPromised({ words, due_on }: PromiseRow): string {
  return `${words}（答应 ${sayDay(due_on)}前）`;
}

/** Reminds a department of a day that comes, and whoever looks on the day itself. */
export async function remind(tx: Tx, call: Call, promise: PromiseRow, when: 'before' | 'at'): Promise<void> {
  const left = daysBetween(dayOf(call.now), promise.due_on);
  if (when === 'before')
    return tellAll(tx, call, { promise, recipients: ['department'], title: `答应的事，还有 ${left} 天` });
  await tellAll(tx, call, { promise, recipients: ['department'], title: '答应的事，今天到日子' });
  await tellAll(tx, call, { promise, recipients: ['station'], title: '到日子了，去看一看' });
}

type Told = { promise: PromiseRow; recipients: readonly Recipient[]; title: string };

async function tellAll(tx: Tx, call: Call, { promise, recipients, title }: Told): Promise<void> {
  const { jurisdiction, now, caller } = call;
  const people = new Set<string>();
  for (const one of recipients) for (const person of await peopleOf(tx, jurisdiction, one, promise)) people.add(person);
  const subject = { context: 'promises', id: promise.id };
  const body = sayPromised(promise);
  for (const personId of people)
    if (personId !== caller?.personId)
      await notify(tx, { jurisdiction, personId, kind: KIND, subject, title, body, now });
}

async function peopleOf(
  tx: Tx,
  jurisdiction: string,
  recipient: Recipient,
  { department_id, station_id }: PromiseRow,
): Promise<string[]> {
  // They are told later, some at a time.
  if (recipient === 'followers') return [];
  if (recipient === 'office') return clerksOfStation(tx, jurisdiction, null);
  if (recipient === 'department') {
    const people = await peopleOfDepartments(tx, jurisdiction, [department_id]);
    return people.flatMap(({ person_id }) => person_id ?? []);
  }
  if (station_id !== null) return clerksOfStation(tx, jurisdiction, station_id);
  const everywhere = await stationsWithPeople(tx, jurisdiction);
  return everywhere.flatMap(({ personId, stations }) => (stations ? personId : []));
}
