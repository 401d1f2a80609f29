import * as z from 'zod/mini';
import { Day, Instant } from '../../kernel/days';
import { procedure } from '../../kernel/procedure';
import { Me, Name } from './sessions';
import '../problems';

/** One thing that is kept, in words. */
const OwnEntry = z.object({ title: z.string(), on: Day, lines: z.array(z.string()) });

/** What one part of the house keeps of a person; `kept`: how long, or why it stays. `count` null: nobody can know. */
const OwnPart = z.object({
  key: z.string(),
  title: z.string(),
  kept: z.string(),
  count: z.nullable(z.int()),
  entries: z.array(OwnEntry),
});

/** All that is kept of a person (我的资料). */
export const OwnData = z.object({
  at: Instant,
  name: z.nullable(z.string()),
  maskedPhone: z.nullable(z.string()),
  parts: z.array(OwnPart),
  /** How many of their matters are still under way: nobody could tell them of these. */
  open: z.int(),
  /** They work here, as the roll has it: what they do for others is not theirs to erase. */
  holdsRole: z.boolean(),
});

export type OwnData = z.infer<typeof OwnData>;

/** All that is kept of whoever asks, to read and to take along (个人信息保护法 第四十五条). The phone comes masked: its owner knows it. */
export const ownData = procedure({
  name: 'identity.ownData',
  summary: '我的资料：存了我什么',
  method: 'GET',
  path: '/identity/own-data',
  who: ['resident'],
  input: z.strictObject({}),
  reply: OwnData,
  problems: [],
  rate: 'read',
  daily: 200,
});

/** What one is called from now on (更正, 第四十六条); what was said under another name stays as it was said. */
export const correctName = procedure({
  name: 'identity.correctName',
  summary: '改我的名字',
  method: 'PUT',
  path: '/identity/name',
  who: ['resident'],
  input: z.strictObject({ name: Name }),
  reply: Me,
  problems: [],
  rate: 'write',
});

/**
 * Name, phone, messages and sessions go for good; what the county has to keep stays without them (删除, 第四十七条). `open`: how many matters under
 * way they saw that nobody will tell them of. Who works here gives the role back first. The same WeChat account begins anew afterwards.
 */
export const eraseOwnData = procedure({
  name: 'identity.eraseOwnData',
  summary: '全部删掉',
  method: 'POST',
  path: '/identity/own-data/erasure',
  who: ['resident'],
  input: z.strictObject({ open: z.int().check(z.minimum(0)) }),
  /** `receipt`: by which the office finds that it was done, and nobody whose it was. */
  reply: z.object({ at: Instant, receipt: z.string() }),
  problems: ['erase_changed', 'erase_holds_role'],
  rate: 'write',
});
