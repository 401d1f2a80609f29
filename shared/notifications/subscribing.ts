import * as z from 'zod/mini';
import { procedure } from '../kernel/procedure';

/** The subscribe-message templates (订阅消息模板) this mini-program applied for. */
export const TEMPLATES = ['progress', 'received'] as const;
export type Template = (typeof TEMPLATES)[number];

/** What WeChat says a person chose for a subscribe message (订阅消息); `filter` where it showed no choice. */
export const SUBSCRIPTION_RESULTS = ['accept', 'reject', 'ban', 'filter'] as const;

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
