import type { EventKind } from '../../../shared/promises/lifecycle';
import { type NotificationKind, notify } from '../../notifications/public';
import type { Call } from '../../platform/call';
import { enqueue } from '../../platform/outbox';
import { drainTopic } from '../../platform/schedules';
import { selectFollowers, selectPromise } from '../queries';
import { sayPromised, TELL_FOLLOWERS } from '../tell';

const KIND: NotificationKind = {
  name: 'promise_followed',
  template: 'progress',
  page: (id) => `promises/pages/promise/index?id=${id}`,
};

/** What whoever followed a promise reads first. */
const TITLES: Partial<Record<EventKind, string>> = {
  seen_done: '您等的事，做到了',
  seen_not_done: '您等的事，还没做到',
  overdue: '您等的事，过了日子没做到',
  reopened: '您等的事，要部门重新做',
};

const BATCH = 200;

type Payload = { promiseId: string; event: EventKind; after: string | null };

/** Tells whoever asked whether a promise is kept (改了没有): they may be a whole county, so some at a time, apart from what happened. */
export async function tellFollowers(call: Call<null>): Promise<void> {
  await drainTopic<Payload>(call, TELL_FOLLOWERS, (payload) => tellSome(call, payload));
}

async function tellSome(call: Call, { promiseId, event, after }: Payload): Promise<void> {
  const { jurisdiction, now } = call;
  const title = TITLES[event];
  if (!title) return;
  await call.write(async (tx) => {
    const promise = await selectPromise(tx, jurisdiction, promiseId);
    if (!promise) return;
    const people = await selectFollowers(tx, jurisdiction, { promiseId, after, limit: BATCH });
    const subject = { context: 'promises', id: promiseId };
    const told = { jurisdiction, kind: KIND, subject, title, body: sayPromised(promise), now };
    for (const personId of people) await notify(tx, { ...told, personId });
    const last = people.at(-1);
    if (last && people.length === BATCH)
      await enqueue(tx, {
        jurisdiction,
        topic: TELL_FOLLOWERS,
        payload: { promiseId, event, after: last } satisfies Payload,
        runAt: now,
        now,
      });
  });
}
