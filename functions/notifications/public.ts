import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { dayOf, minuteOf } from '../../shared/kernel/days';
import type { Template } from '../../shared/notifications/contract';
import type { Tx } from '../platform/database';
import { enqueue } from '../platform/outbox';
import { insertNotification } from './queries';

export { updateTitles as retitle } from './queries';

/** Outbox topic: a subscribe message is to be sent; payload `{ notificationId }`. */
export const DELIVER = 'notifications.deliver';

/** A kind of notification; each context declares its own. `page` is where a tap leads, without a slash in front. */
export type NotificationKind = { name: string; template: Template; page: (subjectId: string | null) => string };

/** What a notification is about: a row of one of the contexts. */
export type Subject = { context: string; id: string };

export type Notification = {
  jurisdiction: string;
  personId: string;
  kind: NotificationKind;
  /** Null when it is about no single thing. */
  subject: Subject | null;
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
export async function notify(tx: Tx, notification: Notification): Promise<void> {
  await send(tx, notification, v7());
}

/** From eight in the morning to eight in the evening, when what is told once a day may come. */
export function isDaytime(now: Date): boolean {
  const minute = minuteOf(now);
  return minute >= 8 * 60 && minute <= 20 * 60;
}

/** The same, at most once a day for each person, kind and subject: the day is in the id, so a second one finds it taken. */
export async function notifyOnceADay(tx: Tx, notification: Notification): Promise<void> {
  const { jurisdiction, personId, kind, subject, now } = notification;
  const day = dayOf(now);
  const about = [jurisdiction, personId, kind.name, ...(subject ? [subject.id] : []), day].join(' ');
  const hash = createHash('sha256').update(about).digest();
  const random = new Uint8Array(hash.subarray(0, 16));
  await send(tx, notification, v7({ msecs: Date.parse(day), seq: 0, random }));
}

async function send(tx: Tx, { quiet, kind, subject, ...rest }: Notification, id: string): Promise<void> {
  const row = { ...rest, id, kind: kind.name, template: kind.template, page: kind.page(subject?.id ?? null), subject };
  if (!(await insertNotification(tx, row)) || quiet) return;
  const { jurisdiction, now } = rest;
  await enqueue(tx, { jurisdiction, topic: DELIVER, payload: { notificationId: id }, runAt: now, now });
}
