import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { dayOf } from '../../shared/kernel/days';
import type { Kind } from '../../shared/notifications/contract';
import type { Tx } from '../platform/database';
import { enqueue } from '../platform/outbox';
import { insertNotification } from './queries';

export { updateTitles as retitle } from './queries';

export const DELIVER = 'notifications.deliver';

export type News = {
  jurisdiction: string;
  personId: string;
  kind: Kind;
  /** Where a tap leads; null when it is about no single request. */
  requestId: string | null;
  title: string;
  body: string;
  now: Date;
  /** In the app alone, no subscribe message. */
  quiet?: boolean;
};

/**
 * Tells a person something: in the in-app inbox at once, by subscribe message soon after if they accepted one.
 * Part of the caller's transaction, so nobody is told of what did not happen.
 */
export async function notify(tx: Tx, news: News): Promise<void> {
  await send(tx, news, v7());
}

/** The same, at most once a day for each person and kind: the day is in the id, so a second one finds it taken. */
export async function notifyOnceADay(tx: Tx, news: News): Promise<void> {
  const day = dayOf(news.now);
  const hash = createHash('sha256').update(`${news.jurisdiction} ${news.personId} ${news.kind} ${day}`).digest();
  const random = new Uint8Array(hash.subarray(0, 16));
  await send(tx, news, v7({ msecs: Date.parse(day), seq: 0, random }));
}

async function send(tx: Tx, news: News, id: string): Promise<void> {
  const { quiet, ...rest } = news;
  if (!(await insertNotification(tx, { ...rest, id })) || quiet) return;
  await enqueue(tx, {
    jurisdiction: news.jurisdiction,
    topic: DELIVER,
    payload: { notificationId: id },
    runAt: news.now,
    now: news.now,
  });
}
