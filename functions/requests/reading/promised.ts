import type { RequestPage } from '../../../shared/requests/contract';
import { ANSWERS } from '../../../shared/requests/lifecycle';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { shownPromises } from '../../promises/public';
import { subjectOf } from '../lifecycle/assignment';
import { detailOf, type EventRow } from '../queries/events';

type Promises = NonNullable<RequestPage['promises']>;

/** What departments promised for a request, of a history with the newest first; what was promised for the one with which it is handled, and so for all. */
export async function promisedFor(tx: Tx, call: Call, id: string, history: readonly EventRow[]): Promise<Promises> {
  if (!history.some(({ kind }) => kind === 'department_answered')) return [];
  return shownPromises(tx, call, subjectOf({ id: answeredAlong(history) ?? id }));
}

/** The one with which it was answered; null where it was answered by itself. */
function answeredAlong(newestFirst: readonly EventRow[]): string | null {
  const answer = newestFirst.find(({ kind }) => ANSWERS.includes(kind));
  return (answer && detailOf(answer).along) ?? null;
}

/** The same as a department reads it: `say` goes over all words but those it wrote itself (decision 34). */
export function promisedToDepartment(
  promises: Promises,
  { departmentIds }: Pick<Person, 'departmentIds'>,
  say: (words: string) => string,
): Promises {
  return promises.map((one) => {
    const isOwn = departmentIds.includes(one.departmentId);
    return {
      ...one,
      words: isOwn ? one.words : say(one.words),
      events: one.events.map((event) =>
        event.words === null || (isOwn && event.side === 'department') ? event : { ...event, words: say(event.words) },
      ),
    };
  });
}
