import * as z from 'zod/mini';
import { Day, Instant } from '../kernel/days';
import { Id } from '../kernel/ids';
import { Cursor, pageOf } from '../kernel/pages';
import { procedure } from '../kernel/procedure';

export { SUBSCRIPTION_RESULTS, subscribe, TEMPLATES, type Template, templates } from './subscribing';
export { texts } from './texts';

/**
 * One message in the in-app inbox (消息). `kind` is declared by the context that sends it; `page` is where a tap leads, null for what was told
 * before pages were written down; `subject` is what it is about, null where that is no single thing.
 */
const Notification = z.object({
  id: Id,
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  subject: z.nullable(z.object({ context: z.string(), id: Id })),
  page: z.nullable(z.string()),
  at: Instant,
  on: Day,
  read: z.boolean(),
});

/** What a person was told, newest first. */
export const list = procedure({
  name: 'notifications.list',
  summary: '告诉过我的事，新的在前',
  method: 'GET',
  path: '/notifications',
  who: ['resident'],
  input: z.strictObject({ cursor: z.optional(Cursor) }),
  reply: pageOf(Notification),
  problems: [],
  rate: 'read',
});

/** Counting stops at 100. */
export const unread = procedure({
  name: 'notifications.unread',
  summary: '还有几条没看',
  method: 'GET',
  path: '/notifications/unread',
  who: ['resident'],
  input: z.strictObject({}),
  reply: z.object({ count: z.int() }),
  problems: [],
  rate: 'read',
});

/** Marks everything up to and with `through` as read. */
export const markRead = procedure({
  name: 'notifications.markRead',
  summary: '这些看过了',
  method: 'PUT',
  path: '/notifications/read',
  who: ['resident'],
  input: z.strictObject({ through: Id }),
  reply: z.object({ count: z.int() }),
  problems: [],
  rate: 'write',
});
