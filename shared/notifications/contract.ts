import * as z from 'zod/mini';
import { Day, Instant } from '../kernel/days';
import { Id } from '../kernel/ids';
import { Cursor, pageOf } from '../kernel/pages';
import { procedure } from '../kernel/procedure';

/** The subscribe-message templates (订阅消息模板) this mini-program applied for. */
export const TEMPLATES = ['progress', 'received'] as const;
export type Template = (typeof TEMPLATES)[number];

/** What WeChat says a person chose for a subscribe message (订阅消息); `filter` where it showed no choice. */
export const SUBSCRIPTION_RESULTS = ['accept', 'reject', 'ban', 'filter'] as const;

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

/** The ids to hand to `wx.requestSubscribeMessage`; they differ from mini-program to mini-program. */
export const templates = procedure({
  name: 'notifications.templates',
  summary: '可以在微信里提醒的几种消息',
  method: 'GET',
  path: '/notifications/templates',
  who: 'anyone',
  input: z.strictObject({}),
  reply: z.object({ templates: z.array(z.object({ template: z.enum(TEMPLATES), templateId: z.string() })) }),
  problems: [],
  rate: 'public',
});

/** Writes down what the person chose. One acceptance is one message (一次性订阅). */
export const subscribe = procedure({
  name: 'notifications.subscribe',
  summary: '有进展，微信告诉我',
  method: 'POST',
  path: '/notifications/subscriptions',
  who: ['resident'],
  input: z.strictObject({
    choices: z
      .array(z.strictObject({ template: z.enum(TEMPLATES), result: z.enum(SUBSCRIPTION_RESULTS) }))
      .check(z.minLength(1), z.maxLength(5)),
  }),
  reply: z.object({ accepted: z.int() }),
  problems: [],
  rate: 'write',
  idempotent: true,
});
