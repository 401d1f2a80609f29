import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { addDays, dayOf, minuteOf } from '../../shared/kernel/days';
import type { Template } from '../../shared/notifications/contract';
import type { CountyDirectory } from '../directory/public';
import type { Tx } from '../platform/database';
import { enqueue } from '../platform/outbox';
import { insertNotification } from './queries';
import { deleteTextsBefore, insertText, type NewText, selectTextedOn } from './queries-texts';
import { Settings } from './settings';

export { updateTitles as retitle } from './queries';
export { updateDropped as dropTexts } from './queries-texts';

/** Outbox topic: a subscribe message is to be sent; payload `{ notificationId }`. */
export const DELIVER = 'notifications.deliver';

/** Outbox topic: a short message is to be sent; payload `{ textId }`. */
export const TEXT = 'notifications.text';

/** So long it is known what became of a short message. */
const TEXT_DAYS = 90;

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

/** The county sends short messages. */
export function sendsTexts(directory: CountyDirectory): boolean {
  return directory.settings(Settings).departmentSms;
}

/**
 * Tells somebody who has no account, by a short message (短信) soon after, at most one of a kind a day. `membershipIds` are all the roles that were given to one
 * number; `params` what stands in the places of the kind's template. Only where the county sends any (`sendsTexts`).
 */
export async function textOnceADay(tx: Tx, text: Omit<NewText, 'id' | 'day'>): Promise<void> {
  const { jurisdiction, membershipIds, now } = text;
  const day = dayOf(now);
  const id = v7();
  await deleteTextsBefore(tx, jurisdiction, membershipIds, addDays(day, -TEXT_DAYS));
  if (await insertText(tx, { ...text, id, day }))
    await enqueue(tx, { jurisdiction, topic: TEXT, payload: { textId: id }, runAt: now, now });
}

/** Who had one of this kind today: of a number with several roles one of them. */
export async function membershipsTextedToday(
  tx: Tx,
  { now, ...of }: Pick<NewText, 'jurisdiction' | 'kind' | 'now'>,
): Promise<Set<string>> {
  return new Set(await selectTextedOn(tx, { ...of, day: dayOf(now) }));
}

async function send(tx: Tx, { quiet, kind, subject, ...rest }: Notification, id: string): Promise<void> {
  const row = { ...rest, id, kind: kind.name, template: kind.template, page: kind.page(subject?.id ?? null), subject };
  if (!(await insertNotification(tx, row)) || quiet) return;
  const { jurisdiction, now } = rest;
  await enqueue(tx, { jurisdiction, topic: DELIVER, payload: { notificationId: id }, runAt: now, now });
}
