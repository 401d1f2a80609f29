import { v7 } from 'uuid';
import type { Kind } from '../../shared/notifications/contract';
import type { Tx } from '../platform/database';
import { enqueue } from '../platform/outbox';
import { insertNotification } from './queries';

export const DELIVER = 'notifications.deliver';

export type News = {
  jurisdiction: string;
  personId: string;
  kind: Kind;
  requestId: string;
  title: string;
  body: string;
  now: Date;
};

/**
 * Tells a person something: in the in-app inbox at once, by subscribe message soon after if they accepted one.
 * Part of the caller's transaction, so nobody is told of what did not happen.
 */
export async function notify(tx: Tx, news: News): Promise<void> {
  const id = v7();
  await insertNotification(tx, { ...news, id });
  await enqueue(tx, {
    jurisdiction: news.jurisdiction,
    topic: DELIVER,
    payload: { notificationId: id },
    runAt: news.now,
    now: news.now,
  });
}
